import type { EnvDeclaration, EnvRead, EnvVariable } from '../../model/workspace';
import { rangeOf } from '../context';
import { columnsOf, type Edit, type FileChange, linesOfText, type ReadText } from './fix';

/** The places of a variable under another name: each once, and none that cannot be found again in its line. */
export async function renamed(
  { name, reads, declarations }: Pick<EnvVariable, 'name' | 'reads' | 'declarations'>,
  to: string,
  read: ReadText,
): Promise<readonly FileChange[]> {
  const byFile = new Map<string, Map<string, Edit>>();
  for (const place of [...reads, ...declarations]) {
    const lines = linesOfText((await read(place.path)) ?? '');
    const edits = byFile.get(place.path) ?? new Map<string, Edit>();
    byFile.set(place.path, edits);
    for (const { line, column } of namedIn(place, name, lines)) {
      const range = { line, column, endLine: line, endColumn: column + name.length };
      edits.set(`${line} ${column}`, { range, text: to });
    }
  }
  return [...byFile]
    .filter(([, edits]) => edits.size > 0)
    .map(([path, edits]) => ({ path, edits: [...edits.values()] }));
}

/** Where the name stands within a place. */
function namedIn(place: EnvRead | EnvDeclaration, name: string, lines: readonly string[]) {
  const { line: first, column, endLine: last, endColumn } = rangeOf(place);
  return lines.slice(first, last + 1).flatMap((text, index) => {
    const line = first + index;
    const from = line === first ? column : 0;
    const to = line === last ? endColumn : text.length;
    return columnsOf(text, name)
      .filter((at) => at >= from && at + name.length <= to)
      .map((at) => ({ line, column: at }));
  });
}
