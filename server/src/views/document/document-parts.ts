import type { DocumentToken } from './keep-markers';

/** A line that says something, by what stays the same when its facts change. */
export interface Entry {
  readonly key: string;
  /** The key of the list item it belongs to, its own for an item. */
  readonly item: string;
  readonly token: number;
}

/** What stands below one heading, or below the heading of one of its groups. */
export interface Part {
  /** The section's heading and the group's title; empty before the first heading. */
  readonly id: string;
  /** Where its heading stands; -1 for the part before the first. */
  readonly heading: number;
  readonly entries: readonly Entry[];
  /** Indices of the kept blocks among the tokens, each with the number of entries before it. */
  readonly kept: readonly { readonly token: number; readonly before: number }[];
}

interface GrowingPart extends Part {
  readonly entries: Entry[];
  readonly kept: { readonly token: number; readonly before: number }[];
}

export const FOOTER = '---';
/** Groups had bold titles before they had headings: what is kept below one stays there. */
const GROUP = /^### (.+)$|^\*\*(.+):\*\*$/;

/** A document's parts in their order. Headings inside kept blocks are none. */
export function readParts(tokens: readonly DocumentToken[]): readonly Part[] {
  const footer = tokens.findLastIndex((token) => token.kind === 'line' && token.text.trim() === FOOTER);
  const parts: GrowingPart[] = [];
  let part: GrowingPart = { id: '', heading: -1, entries: [], kept: [] };
  parts.push(part);
  let section = '';
  let item = '';
  const seen = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'kept') {
      part.kept.push({ token: index, before: part.entries.length });
      continue;
    }
    const text = token.text.trimEnd();
    if (text === '') continue;
    const isSection = text.startsWith('## ') || index === footer;
    if (isSection) section = text;
    const group = GROUP.exec(text);
    if (isSection || group !== null) {
      part = {
        id: isSection ? section : `${section}\n${group?.[1] ?? group?.[2] ?? ''}`,
        heading: index,
        entries: [],
        kept: [],
      };
      parts.push(part);
      item = '';
      seen.clear();
      continue;
    }
    const entry = entryOf(text, item, index, seen);
    item = entry.item;
    part.entries.push(entry);
  }
  return parts;
}

/** Lines of the same label are told apart by their order. */
function entryOf(text: string, item: string, token: number, seen: Map<string, number>): Entry {
  const isItem = !/^\s/.test(text);
  const label = isItem ? labelOf(text) : `${item}\n${labelOf(text)}`;
  const nth = (seen.get(label) ?? 0) + 1;
  seen.set(label, nth);
  const key = nth === 1 ? label : `${label}\n#${nth}`;
  return { key, item: isItem ? key : item, token };
}

/** A line up to where its facts begin: `- Stripe - Payments` is about `- Stripe`. */
function labelOf(text: string): string {
  const ends = [' - ', ': ', ':** ', ' (', ' ['].map((end) => text.indexOf(end, 3)).filter((at) => at > 0);
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends));
}
