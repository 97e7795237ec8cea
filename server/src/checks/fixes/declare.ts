import { ancestors, folderOf, join } from '../../index/paths';
import type { EnvVariable, Snapshot } from '../../model/workspace';
import { isTemplate } from '../context';
import { type FileChange, insertAt, lineEnd, linesOfText, type ReadText } from './fix';

/** The template that lists the variables of the file's application: the nearest one, else a new one beside its manifest. */
export function templateFor(snapshot: Snapshot, path: string, application: string): string {
  const templates = new Set<string>();
  const folders = new Set<string>();
  for (const { declarations } of snapshot.env) {
    for (const { source, path: declared } of declarations) {
      if (source !== 'dotenv') continue;
      folders.add(folderOf(declared));
      if (isTemplate(declared)) templates.add(declared);
    }
  }
  for (const folder of ancestors(folderOf(path))) {
    const here = [...templates].filter((template) => folderOf(template) === folder).sort();
    const best = here.find((template) => template.endsWith('.env.example')) ?? here[0];
    if (best !== undefined) return best;
    // A folder with a `.env` of its own is not listed in the template of a folder above.
    if (folders.has(folder)) return join(folder, '.env.example');
  }
  const own = snapshot.applications.find(({ name }) => name === application)?.path;
  return join(own ?? '', '.env.example');
}

/** Adds names to a `.env` file, each beside its neighbours: those of the same service, else of the same first word. */
export async function declareIn(
  snapshot: Snapshot,
  names: readonly string[],
  path: string,
  read: ReadText,
): Promise<FileChange> {
  const text = await read(path);
  const known = text ?? '';
  const end = lineEnd(known);
  const lines = linesOfText(known);
  const places = new Map<number, string[]>();
  for (const name of names) {
    const after = neighbourOf(snapshot, name, lines);
    places.set(after, [...(places.get(after) ?? []), name]);
  }
  const edits = [...places].map(([after, added]) => {
    const told = added.flatMap((name) => entryLines(snapshot, name, after < 0 ? undefined : lines, after));
    const block = [...new Map(told.map((line) => [line, line])).values()].join(end);
    if (after >= 0) return insertAt(after, lines[after]?.length ?? 0, end + block);
    const last = lines.length - 1;
    const column = lines[last]?.length ?? 0;
    const before = known === '' ? '' : column === 0 ? (lines[last - 1] === '' ? '' : end) : end + end;
    return insertAt(last, column, before + block + end);
  });
  return { path, ...(text === undefined && { create: true }), edits };
}

const ENTRY = /^\s*(?:#\s*)?(?:export\s+)?([A-Za-z_]\w*)\s*=/;

/** The line of the entry to stand behind; -1 for the end of the file. */
function neighbourOf(snapshot: Snapshot, name: string, lines: readonly string[]): number {
  const services = servicesOf(snapshot, name);
  let best = { line: -1, score: 0 };
  for (const [line, text] of lines.entries()) {
    const other = ENTRY.exec(text)?.[1];
    if (other === undefined) continue;
    const shared = sharedWords(name, other);
    const same = servicesOf(snapshot, other).some((id) => services.includes(id));
    const score = (same ? 10 : 0) + shared;
    if (score > 0 && score >= best.score) best = { line, score };
  }
  return best.line;
}

function sharedWords(a: string, b: string): number {
  const mine = a.split('_');
  const theirs = b.split('_');
  let shared = 0;
  while (shared < mine.length - 1 && mine[shared] === theirs[shared]) shared += 1;
  return shared;
}

function servicesOf(snapshot: Snapshot, name: string): readonly string[] {
  return variableNamed(snapshot, name)?.integrations ?? [];
}

function variableNamed(snapshot: Snapshot, name: string): EnvVariable | undefined {
  return snapshot.env.find((variable) => variable.name === name);
}

/** The entry, with the service above it where no line near by names it. */
function entryLines(snapshot: Snapshot, name: string, lines: readonly string[] | undefined, after: number) {
  const services = servicesOf(snapshot, name).flatMap((id) => {
    const found = snapshot.integrations.find((integration) => integration.id === id);
    return found === undefined ? [] : [found.name];
  });
  const comment = services.join(', ');
  const near = lines
    ?.slice(Math.max(0, after - 6), after + 1)
    .some((line) => line.startsWith('#') && line.includes(comment));
  return comment === '' || near === true ? [`${name}=`] : [`# ${comment}`, `${name}=`];
}
