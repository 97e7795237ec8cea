import { decode } from '../host/decode';
import { nodeFileSystem } from '../host/node-file-system';
import type { Range } from '../model/text';
import type { EnvFact, EnvPlace } from '../views/env-index';
import { linesOf, nameRangeIn } from '../views/rename/name-place';

/** Files beyond these are told with the range of the whole expression. */
const MOST_FILES = 1000;
const LARGEST = 1_000_000;
const TOGETHER = 32;

/** As long as a file says the same, its names stand where they stood. */
const known = new WeakMap<EnvFact, Range>();

/** Where the names of these places stand in files that no editor has open, as far as they are written there. */
export async function nameRanges(root: string, places: readonly EnvPlace[]): Promise<ReadonlyMap<EnvFact, Range>> {
  const unknown = new Map<string, EnvFact[]>();
  for (const { path, fact, range } of places) {
    if (known.has(fact)) continue;
    const exact = withoutReading(range, fact);
    if (exact !== undefined) known.set(fact, exact);
    else unknown.set(path, [...(unknown.get(path) ?? []), fact]);
  }
  const paths = [...unknown.keys()].slice(0, MOST_FILES);
  while (paths.length > 0) {
    await Promise.all(paths.splice(0, TOGETHER).map((path) => lookInto(root, path, unknown.get(path) ?? [])));
  }
  return new Map(
    places.flatMap(({ fact }) => {
      const range = known.get(fact);
      return range === undefined ? [] : [[fact, range] as const];
    }),
  );
}

/** The name alone, `process.env.NAME` and `System.get_env("NAME")` are told apart by their length. */
function withoutReading({ line, column, endLine, endColumn }: Range, fact: EnvFact): Range | undefined {
  if (line !== endLine) return undefined;
  const behind = endColumn - fact.name.length;
  const around = behind - column;
  const exact = (start: number): Range => ({ line, column: start, endLine, endColumn: start + fact.name.length });
  if (around === 0) return exact(column);
  if (fact.kind !== 'envRead') return undefined;
  if (around === fact.accessor.length + 1) return exact(behind);
  return around === fact.accessor.length + 4 ? exact(behind - 2) : undefined;
}

async function lookInto(root: string, path: string, facts: readonly EnvFact[]): Promise<void> {
  const files = nodeFileSystem(root);
  try {
    const stat = await files.stat(path);
    if (stat?.type !== 'file' || stat.size > LARGEST) return;
    const lines = linesOf(decode(await files.readFile(path)) ?? '');
    for (const fact of facts) known.set(fact, nameRangeIn(fact.range, fact.name, (line) => lines[line]) ?? fact.range);
  } catch {
    // A file that is gone by now is told as it was.
  }
}
