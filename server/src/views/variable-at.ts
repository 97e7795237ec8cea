import { baseName } from '../index/paths';
import type { Range } from '../model/text';
import type { EnvVariable, Snapshot } from '../model/workspace';
import { type EnvIndex, type EnvPlace, envIndexOf } from './env-index';

export interface Position {
  readonly line: number;
  readonly column: number;
  /** The text has changed since it was read: what was told of places no longer holds, only what is written there. */
  readonly moved?: boolean;
}

/** The text of a line of the file as the editor holds it; undefined where there is none. */
export type LineText = (line: number) => string | undefined;

export interface VariableAt {
  readonly variable: EnvVariable;
  readonly range: Range;
}

/**
 * The variable that a position means: what the file's facts say, innermost first, or, in a text that is no code, a known
 * name where such texts name variables.
 */
export function variableAt(
  snapshot: Snapshot,
  path: string,
  position: Position,
  text?: LineText,
): VariableAt | undefined {
  const { placesIn, variable } = envIndexOf(snapshot);
  if (position.moved === true) return writtenAt(placesIn(path), variable, position, text?.(position.line));
  let best: VariableAt | undefined;
  for (const { fact, range } of placesIn(path)) {
    if (!contains(range, position) || (best !== undefined && !isSmaller(range, best.range))) continue;
    const known = variable(fact.name);
    if (known !== undefined) best = { variable: known, range };
  }
  if (best !== undefined || !namesInText(path)) return best;
  const line = text?.(position.line);
  return line === undefined ? undefined : namedInLine(variable, line, position);
}

/** The word itself, where it is the name of a variable that the file is known to name. */
function writtenAt(
  places: readonly EnvPlace[],
  variableOf: EnvIndex['variable'],
  { line, column }: Position,
  text: string | undefined,
): VariableAt | undefined {
  if (text === undefined) return undefined;
  const { start, end } = wordAt(text, column);
  const name = text.slice(start, end);
  const variable = variableOf(name);
  if (variable === undefined || !places.some(({ fact }) => fact.name === name)) return undefined;
  return { variable, range: { line, column: start, endLine: line, endColumn: end } };
}

/** Files that are no code: there a name in backticks is a variable's, not a piece of a program. */
export function namesInText(path: string): boolean {
  const name = baseName(path);
  return TEXTS.test(name) || /^\.env|^(?:Dockerfile|Containerfile|Procfile|Makefile|Caddyfile)/.test(name);
}

const TEXTS = /\.(?:md|mdx|markdown|rst|adoc|txt|ya?ml|toml|env|sh|bash|zsh|conf|ini|cfg|tf|tfvars|dockerfile)$/i;
/** No one writes longer lines than this by hand. */
const LONGEST = 4000;

/** A position where this line of a text names a variable: in backticks, `${X}`, `{{ X }}` or an assignment. */
export function isNamedAt(line: string, start: number, end: number): boolean {
  if (line.length > LONGEST) return false;
  const before = line.slice(0, start);
  const after = line.slice(end);
  if (before.endsWith('${') && /^(?:\}|:?[-?+=])/.test(after)) return true;
  if (before.lastIndexOf('{{') > before.lastIndexOf('}}') && after.includes('}}')) return true;
  if (/^[\s>#|-]*(?:export\s+|ENV\s+|ARG\s+)?["']?$/.test(before) && /^["']?\s*(?:=|:(?:\s|$))/.test(after))
    return true;
  return isInBackticks(line, start, end);
}

function namedInLine(variableOf: EnvIndex['variable'], line: string, position: Position): VariableAt | undefined {
  const { start, end } = wordAt(line, position.column);
  const variable = start === end ? undefined : variableOf(line.slice(start, end));
  if (variable === undefined || !isNamedAt(line, start, end)) return undefined;
  const at = position.line;
  return { variable, range: { line: at, column: start, endLine: at, endColumn: end } };
}

/** The name around a column, empty where there is none. */
export function wordAt(line: string, column: number): { readonly start: number; readonly end: number } {
  let start = column;
  let end = column;
  while (start > 0 && isNameCharacter(line.charCodeAt(start - 1))) start -= 1;
  while (end < line.length && isNameCharacter(line.charCodeAt(end))) end += 1;
  return { start, end };
}

export function isNameCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

/** Code spans open and close with as many backticks. */
function isInBackticks(line: string, start: number, end: number): boolean {
  let open: { readonly length: number; readonly at: number } | undefined;
  for (const { 0: ticks, index } of line.matchAll(/`+/g)) {
    if (open === undefined) {
      if (index >= start) return false;
      open = { length: ticks.length, at: index };
    } else if (ticks.length === open.length) {
      if (index >= end) return true;
      open = undefined;
    }
  }
  return false;
}

function contains(range: Range, { line, column }: Position): boolean {
  if (line < range.line || line > range.endLine) return false;
  return (line > range.line || column >= range.column) && (line < range.endLine || column <= range.endColumn);
}

function isSmaller(a: Range, b: Range): boolean {
  const lines = a.endLine - a.line - (b.endLine - b.line);
  return lines < 0 || (lines === 0 && a.endColumn - a.column < b.endColumn - b.column);
}
