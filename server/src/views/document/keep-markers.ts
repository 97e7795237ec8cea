/** Text between these two, each alone on its line, is the reader's own and outlives every new document. */
export const KEEP = '<!-- integration-atlas:keep -->';
export const END_KEEP = '<!-- integration-atlas:end-keep -->';

/** A line of a document without its line end, or a kept block with its markers, byte for byte. */
export type DocumentToken =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'kept'; readonly raw: string };

/** Markers that leave open which text is meant. */
export interface Damage {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export type Tokens =
  | { readonly tokens: readonly DocumentToken[]; readonly damage?: never }
  | { readonly damage: Damage };

const ALONE = /^<!--[ \t]*integration-atlas:[ \t]*([\w-]+)[ \t]*-->$/i;
const BESIDE_TEXT =
  /^<!--[ \t]*integration-atlas:[ \t]*[\w-]{1,40}[ \t]*-->|<!--[ \t]*integration-atlas:[ \t]*[\w-]{1,40}[ \t]*-->$/i;

/** Splits a document into its lines and its kept blocks. */
export function readTokens(text: string): Tokens {
  const tokens: DocumentToken[] = [];
  let opened: { readonly line: number; raw: string } | undefined;
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const quoted = quotedLines(lines);
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const marker = quoted.has(index) ? undefined : markerOf(raw.trim());
    if (marker?.problem !== undefined) return { damage: { line, message: marker.problem } };
    if (opened !== undefined) {
      opened.raw += raw;
      if (marker?.name === 'keep') {
        return { damage: { line, message: `${KEEP} stands here again before that of line ${opened.line} is closed.` } };
      }
      if (marker?.name === 'end-keep') {
        tokens.push({ kind: 'kept', raw: opened.raw });
        opened = undefined;
      }
    } else if (marker?.name === 'keep') opened = { line, raw };
    else if (marker?.name === 'end-keep') {
      return { damage: { line, message: `${END_KEEP} closes nothing: no ${KEEP} stands before it.` } };
    } else tokens.push({ kind: 'line', text: raw.replace(/\r?\n$/, '') });
  }
  if (opened !== undefined) {
    return { damage: { line: opened.line, message: `${KEEP} is never closed: no ${END_KEEP} follows.` } };
  }
  return { tokens };
}

const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;

/**
 * The lines of code blocks that show whole keep blocks: an example is no marker. A fence that is never closed, or that
 * holds one marker of a pair, hides nothing: text that is to be kept must never get lost by it.
 */
function quotedLines(lines: readonly string[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  let opened: { readonly at: number; readonly fence: string } | undefined;
  for (const [index, raw] of lines.entries()) {
    const text = raw.trimEnd();
    if (opened === undefined) {
      const fence = FENCE.exec(text)?.[1];
      if (fence !== undefined) opened = { at: index, fence };
    } else if (closes(opened.fence, text)) {
      const inside = lines.slice(opened.at + 1, index).map((line) => markerOf(line.trim())?.name);
      if (arePairs(inside)) for (let at = opened.at; at <= index; at += 1) quoted.add(at);
      opened = undefined;
    }
  }
  return quoted;
}

function closes(fence: string, text: string): boolean {
  const own = text.trim();
  return own.length >= fence.length && own === (fence[0] ?? '').repeat(own.length) && /^ {0,3}\S/.test(text);
}

function arePairs(names: readonly (string | undefined)[]): boolean {
  let isOpen = false;
  for (const name of names) {
    if (name === undefined) continue;
    if (isOpen === (name === 'keep')) return false;
    isOpen = name === 'keep';
  }
  return !isOpen;
}

/** Whatever looks like a marker and is none would lose somebody's text: it is told instead. */
function markerOf(line: string): { readonly name?: 'keep' | 'end-keep'; readonly problem?: string } | undefined {
  const name = ALONE.exec(line)?.[1]?.toLowerCase();
  if (name === 'keep' || name === 'end-keep') return { name };
  if (name !== undefined) return { problem: `There is no marker "${name}": write ${KEEP} and ${END_KEEP}.` };
  return BESIDE_TEXT.test(line) ? { problem: 'A keep marker must stand alone on its line.' } : undefined;
}
