import { byText } from '../index/order';
import type { Range } from '../model/text';
import type { Snapshot } from '../model/workspace';
import { type EnvPlace, envIndexOf } from './env-index';
import { nameRangeIn, occurrences } from './rename/name-place';
import { isNamedAt, type LineText, namesInText, type Position, variableAt } from './variable-at';

/**
 * Every place that names the variable at a position: those of the file's own application first, tests and examples last.
 * With `declarations`, the lines that give it a value as well.
 */
export function referencesAt(
  snapshot: Snapshot,
  path: string,
  position: Position,
  declarations: boolean,
  text?: LineText,
): readonly EnvPlace[] {
  const found = variableAt(snapshot, path, position, text);
  if (found === undefined) return [];
  const index = envIndexOf(snapshot);
  const own = index.applicationOf(path).name;
  const rank = (place: EnvPlace): number => (place.application === own ? 0 : 2) + (place.test ? 1 : 0);
  return index
    .placesOf(found.variable.name)
    .filter(({ fact }) => declarations || fact.kind === 'envRead')
    .sort((a, b) => rank(a) - rank(b) || byText(a.path, b.path));
}

export interface Highlight {
  readonly range: Range;
  readonly kind: 'read' | 'declaration' | 'text';
}

/** The places of the same file that name the variable at a position; none where no variable is. */
export function highlightsAt(
  snapshot: Snapshot,
  path: string,
  position: Position,
  text?: LineText,
): readonly Highlight[] {
  const found = variableAt(snapshot, path, position, text);
  if (found === undefined) return [];
  const { name } = found.variable;
  const places = envIndexOf(snapshot)
    .placesIn(path)
    .filter(({ fact }) => fact.name === name);
  const facts = places.map(({ range, fact }): Highlight => {
    return {
      range: (text && nameRangeIn(range, name, text)) ?? range,
      kind: fact.kind === 'envRead' ? 'read' : 'declaration',
    };
  });
  if (text === undefined || !namesInText(path)) return facts;
  const known = new Set(facts.map(({ range }) => `${range.line} ${range.column}`));
  const named = namedInText(name, text).filter(({ line, column }) => !known.has(`${line} ${column}`));
  return [...facts, ...named.map((range): Highlight => ({ range, kind: 'text' }))].sort(
    (a, b) => a.range.line - b.range.line || a.range.column - b.range.column,
  );
}

/** Longer texts are not searched for names that no fact tells of. */
const MOST_LINES = 20_000;

function namedInText(name: string, text: LineText): readonly Range[] {
  const found: Range[] = [];
  for (let line = 0; line < MOST_LINES; line += 1) {
    const content = text(line);
    if (content === undefined) break;
    for (const column of occurrences(content, name)) {
      const endColumn = column + name.length;
      if (isNamedAt(content, column, endColumn)) found.push({ line, column, endLine: line, endColumn });
    }
  }
  return found;
}
