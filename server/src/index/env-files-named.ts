import type { FileFacts } from '../model/facts';
import type { Value } from '../model/value';
import { folderOf, resolveRelative } from './paths';

/** A `.env` file as a line of code or a script names it. */
const ENV_FILE = /(?:^|[\s='"])((?:[\w.@-]*\/)*\.env(?:\.[\w-]+)*)(?=$|[\s'"])/g;
/** No argument of people is nested deeper. */
const DEEPEST = 4;
/** No file names more. */
const MOST_NAMED = 50;
/** Who follows the template fills the file that is named. */
const TEMPLATES = ['', '.example', '.sample', '.template', '.dist'];

const read = new WeakMap<FileFacts, readonly string[]>();

/**
 * The `.env` files that a file names by a path, with their templates: `load_dotenv("../api/.env")`, `dotenv -e
 * ../../.env -- next dev`. Paths count from the file's folder, from `folder` and from the root.
 */
export function envFilesNamedIn(file: FileFacts, folder: string): readonly string[] {
  const known = read.get(file) ?? writtenIn(file);
  read.set(file, known);
  if (known.length === 0) return known;
  const found = new Set<string>();
  for (const written of known) {
    for (const base of [folderOf(file.path), folder, '']) {
      const path = resolveRelative(base, written);
      if (path !== undefined) for (const ending of TEMPLATES) found.add(path + ending);
    }
  }
  return [...found];
}

/** A bare `.env` is the file beside, which is told by where it lies. */
function writtenIn(file: FileFacts): readonly string[] {
  const texts: string[] = [];
  for (const fact of file.facts) {
    if (fact.kind === 'call')
      for (const value of [...fact.args, ...Object.values(fact.keywords)]) gather(value, texts, 0);
    else if (fact.kind === 'setting') gather(fact.value, texts, 0);
    else if (fact.kind === 'manifest') texts.push(...Object.values(fact.scripts ?? {}));
  }
  const found = texts
    .filter((text) => text.includes('.env') && text.length < 2000)
    .flatMap((text) => [...text.matchAll(ENV_FILE)].map(([, path = '']) => path));
  return [...new Set(found)].filter((path) => path.includes('/')).slice(0, MOST_NAMED);
}

function gather(value: Value, texts: string[], depth: number): void {
  if (value.t === 'string') texts.push(value.v);
  if (depth >= DEEPEST) return;
  const inner =
    value.t === 'call'
      ? [...value.args, ...Object.values(value.keywords)]
      : value.t === 'map'
        ? Object.values(value.entries)
        : value.t === 'list'
          ? value.items
          : value.t === 'either'
            ? value.options
            : [];
  for (const one of inner) gather(one, texts, depth + 1);
}
