import type { Presence } from '../../model/facts';

/** `${NAME}`, `${NAME:-default}`, `${NAME:?message}` or `$NAME`, as compose files and shells write them. */
export interface Interpolation {
  readonly name: string;
  readonly presence: Presence;
  /** What stands behind `:-`, as written. */
  readonly fallback?: string;
  /** The name's place. */
  readonly start: number;
  readonly end: number;
  /** The place of the whole, braces included. */
  readonly from: number;
  readonly to: number;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
/** No real interpolation is longer. */
const MAX_LENGTH = 400;
const PRESENCE: Readonly<Record<string, Presence>> = { '-': 'default', '=': 'default', '?': 'raises', '+': 'guarded' };

/** All interpolations between two places of a text, nested ones included. `$$` stands for a dollar sign. */
export function interpolationsIn(text: string, start = 0, end = text.length): readonly Interpolation[] {
  const found: Interpolation[] = [];
  for (let at = text.indexOf('$', start); at !== -1 && at < end; at = text.indexOf('$', at)) {
    const next = text[at + 1];
    if (next === '$') {
      at += 2;
      continue;
    }
    const one = next === '{' ? braced(text, at, end) : plain(text, at, end);
    if (one !== undefined) found.push(one);
    at = one === undefined ? at + 1 : one.end;
  }
  return found;
}

function nameAt(text: string, at: number): string | undefined {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0];
}

function plain(text: string, at: number, end: number): Interpolation | undefined {
  const name = nameAt(text, at + 1);
  const to = at + 1 + (name ?? '').length;
  return name === undefined || to > end ? undefined : { name, presence: 'bare', start: at + 1, end: to, from: at, to };
}

function braced(text: string, at: number, end: number): Interpolation | undefined {
  const name = nameAt(text, at + 2);
  if (name === undefined) return undefined;
  const start = at + 2;
  const nameEnd = start + name.length;
  const close = closing(text, nameEnd, Math.min(end, at + MAX_LENGTH));
  if (close === -1) return undefined;
  const place = { name, start, end: nameEnd, from: at, to: close + 1 };
  if (close === nameEnd) return { ...place, presence: 'bare' };
  const colon = text[nameEnd] === ':' ? 1 : 0;
  const presence = PRESENCE[text[nameEnd + colon] ?? ''];
  // `${X%/*}`, `${X:0:3}` and the like take a value apart and say nothing of its absence.
  if (presence === undefined) return { ...place, presence: 'bare' };
  const fallback = text.slice(nameEnd + colon + 1, close);
  return { ...place, presence, ...(presence === 'default' && { fallback }) };
}

/** Where the brace that stands open is closed, on the same line. */
function closing(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    const letter = text[at];
    if (letter === '\n') return -1;
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** A text with every interpolation replaced: by its default, or by `hole` where there is none. */
export function withDefaults(text: string, hole: (written: string, name: string) => string): string {
  let result = '';
  let at = 0;
  for (const one of interpolationsIn(text)) {
    if (one.from < at) continue;
    const written = text.slice(one.from, one.to);
    const simple = one.fallback !== undefined && one.fallback !== '' && !one.fallback.includes('$');
    result += text.slice(at, one.from) + (simple ? one.fallback : hole(written, one.name));
    at = one.to;
  }
  return result + text.slice(at);
}
