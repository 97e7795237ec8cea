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
  for (const [index, raw] of (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).entries()) {
    const line = index + 1;
    const marker = markerOf(raw.trim());
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

/** Whatever looks like a marker and is none would lose somebody's text: it is told instead. */
function markerOf(line: string): { readonly name?: 'keep' | 'end-keep'; readonly problem?: string } | undefined {
  const name = ALONE.exec(line)?.[1]?.toLowerCase();
  if (name === 'keep' || name === 'end-keep') return { name };
  if (name !== undefined) return { problem: `There is no marker "${name}": write ${KEEP} and ${END_KEEP}.` };
  return BESIDE_TEXT.test(line) ? { problem: 'A keep marker must stand alone on its line.' } : undefined;
}
