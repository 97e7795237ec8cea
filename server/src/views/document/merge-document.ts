import { type Entry, FOOTER, type Part, readParts } from './document-parts';
import { type Damage, type DocumentToken, readTokens } from './keep-markers';

export type MergedDocument =
  /** What stands there says the same, whatever its date: it is left as it is. */
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'changed';
      /** The new document, with what the reader keeps. */
      readonly text: string;
      /** Somebody else wrote what stands there. */
      readonly foreign: boolean;
      /** Both as they are compared: without dates, line ends as on Unix. */
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  /** The markers of what stands there are wrong; nothing may be written. */
  | ({ readonly outcome: 'damaged' } & Damage);

const NOTES = '## Notes';
const BYTE_ORDER_MARK = '\uFEFF';
const BLANK: DocumentToken = { kind: 'line', text: '' };

/** Joins a new document with what the reader keeps in the one that stands there. */
export function mergeDocument(present: string | undefined, fresh: string): MergedDocument {
  const read = readTokens(fresh);
  if (read.damage !== undefined) return { outcome: 'damaged', ...read.damage };
  const after = comparable(read.tokens);
  if (present === undefined) return { outcome: 'changed', text: fresh, foreign: false, before: [], after };
  const hasMark = present.startsWith(BYTE_ORDER_MARK);
  const old = readTokens(hasMark ? present.slice(1) : present);
  if (old.damage !== undefined) return { outcome: 'damaged', ...old.damage };
  const merged = tidy(withKept(old.tokens, read.tokens));
  const before = comparable(tidy(old.tokens));
  const wanted = comparable(merged);
  if (before.join('\n') === wanted.join('\n')) return { outcome: 'unchanged' };
  return {
    outcome: 'changed',
    text: (hasMark ? BYTE_ORDER_MARK : '') + textOf(merged, lineEndOf(present)),
    // In an empty file nobody has written anything.
    foreign: present.trim() !== '' && !isOurs(old.tokens),
    before,
    after: wanted,
  };
}

/** Ours say so in their last line; their headings are those of a template that many people write by hand. */
function isOurs(tokens: readonly DocumentToken[]): boolean {
  const last = tokens.findLast((token) => token.kind === 'line' && token.text.trim() !== '');
  return last?.kind === 'line' && /^\*Integration audit: .*\bIntegration Atlas\*$/.test(last.text.trim());
}

/** The new tokens with each kept block at its place. */
function withKept(old: readonly DocumentToken[], fresh: readonly DocumentToken[]): readonly DocumentToken[] {
  const parts = readParts(fresh);
  const after = new Map<number, DocumentToken[]>();
  const homeless: DocumentToken[] = [];
  for (const part of readParts(old)) {
    const home = parts.find(({ id }) => id === part.id);
    for (const { token, before } of part.kept) {
      const block = old[token];
      if (block === undefined) continue;
      if (home === undefined) homeless.push(block);
      else {
        const at = placeIn(home, part, before);
        after.set(at, [...(after.get(at) ?? []), block]);
      }
    }
  }
  const footer = parts.find(({ id }) => id === FOOTER)?.heading ?? fresh.length;
  const placed = (from: number, to: number): readonly DocumentToken[] =>
    fresh.slice(from, to).flatMap((token, index) => [token, ...(after.get(from + index) ?? [])]);
  return [
    ...(after.get(-1) ?? []),
    ...placed(0, footer),
    ...(homeless.length === 0 ? [] : [{ kind: 'line' as const, text: NOTES }, BLANK, ...homeless, BLANK]),
    ...placed(footer, fresh.length),
  ];
}

/** Behind which token a block goes that stood behind so many entries of its part. */
function placeIn(home: Part, part: Part, before: number): number {
  if (before === 0) return home.heading;
  if (before === part.entries.length) return home.entries.at(-1)?.token ?? home.heading;
  const next = part.entries[before];
  // Between two items, a block stands behind all of the former, however much is told of it by now.
  const isBetweenItems = next === undefined || next.item === next.key;
  const item = part.entries[before - 1]?.item;
  for (const entry of part.entries.slice(0, before).reverse()) {
    const found = isBetweenItems || entry.item !== item ? endOf(home, entry.item) : home.entries.find(same(entry));
    if (found !== undefined) return found.token;
  }
  return home.heading;
}

function endOf(part: Part, item: string): Entry | undefined {
  return part.entries.findLast((entry) => entry.item === item);
}

function same({ key }: Entry): (entry: Entry) => boolean {
  return (entry) => entry.key === key;
}

/** One blank line on either side of each block. */
function tidy(tokens: readonly DocumentToken[]): readonly DocumentToken[] {
  const tidied: DocumentToken[] = [];
  const isBlank = (token: DocumentToken | undefined): boolean => token?.kind === 'line' && token.text.trim() === '';
  for (const token of tokens) {
    const last = tidied.at(-1);
    if (token.kind === 'kept') {
      while (isBlank(tidied.at(-1))) tidied.pop();
      if (tidied.length > 0) tidied.push(BLANK);
    } else if (last?.kind === 'kept') {
      tidied.push(BLANK);
    }
    // Behind a block the one blank line stands already.
    if (!(isBlank(token) && isBlank(tidied.at(-1)) && tidied.at(-2)?.kind === 'kept')) tidied.push(token);
  }
  while (isBlank(tidied.at(-1))) tidied.pop();
  return tidied;
}

function textOf(tokens: readonly DocumentToken[], lineEnd: string): string {
  return tokens
    .map((token) =>
      token.kind === 'line' ? token.text + lineEnd : token.raw.endsWith('\n') ? token.raw : token.raw + lineEnd,
    )
    .join('');
}

function lineEndOf(text: string): string {
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
}

/** The date and the rough number of files say nothing of the program. */
function comparableLine(text: string): string {
  return text
    .replace(/^(\*\*Analysis Date:\*\*|\*Integration audit:) \d{4}-\d{2}-\d{2}\b/, '$1 DATE')
    .replace(/^(Looked for in all files) \((?:at least|fewer than) \d+\)/, '$1');
}

/** The lines as they are compared: the date blanked where a document says when it was written, and nowhere else. */
function comparable(tokens: readonly DocumentToken[]): readonly string[] {
  const lines = tokens.flatMap((token) =>
    token.kind === 'line'
      ? [comparableLine(token.text)]
      : token.raw.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n'),
  );
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}
