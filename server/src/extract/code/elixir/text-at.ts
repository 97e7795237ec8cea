/**
 * Matches a sticky pattern at a place of the text. Reading the source beside a node's start costs nothing, while each
 * property of a node crosses into WebAssembly.
 */
export function wordsAt(sticky: RegExp, text: string, index: number): RegExpExecArray | undefined {
  sticky.lastIndex = index;
  return sticky.exec(text) ?? undefined;
}

const IDENTIFIER = /[a-z_]\w*[?!]?/y;
const MODULE = /[A-Z]\w*(?:\s*\.\s*[A-Z]\w*)*|:[a-z_]\w*|__MODULE__(?:\.[A-Z]\w*)*/y;

export function identifierAt(text: string, index: number): string {
  return wordsAt(IDENTIFIER, text, index)?.[0] ?? '';
}

/** The module as written at this place, spaces around its dots removed; empty where there is none. */
export function moduleTextAt(text: string, index: number): string {
  return (wordsAt(MODULE, text, index)?.[0] ?? '').replace(/\s+/g, '');
}
