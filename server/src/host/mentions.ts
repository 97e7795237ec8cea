import type { ExplainedService, Explanation, LeftOut } from '../model/explanation';
import type { FileFacts } from '../model/facts';
import type { FileSystem } from './file-system';
import { textsWith } from './texts-with';

const MOST_FILES = 5_000;
const MOST = 10;
/** Documents that no reader wants, and that are the usual place of a name that proves nothing. */
const DOCUMENTS = ['README.md', 'readme.md', 'README.rst', 'CHANGELOG.md', 'CONTRIBUTING.md', 'docs/README.md'];

/** Adds the places that hold a service's name as a mere word, where nothing proves the service. */
export async function withMentions(
  fs: FileSystem,
  files: readonly FileFacts[],
  told: Explanation,
): Promise<Explanation> {
  const paths = [...DOCUMENTS, ...files.slice(0, MOST_FILES).map(({ path }) => path)];
  const services: ExplainedService[] = [];
  for (const service of told.services) {
    const isFound = service.outcome === 'found';
    const mentions = isFound ? [] : await placesOf(fs, paths, service.name, taken(service));
    services.push({ ...service, leftOut: [...service.leftOut, ...mentions] });
  }
  const leftOut = told.services.length > 0 ? [] : await placesOf(fs, paths, told.query, new Set());
  return { ...told, services, leftOut };
}

function taken({ evidence, leftOut }: ExplainedService): ReadonlySet<string> {
  return new Set([...evidence, ...leftOut].map(({ path, line }) => `${path}\n${line}`));
}

async function placesOf(
  fs: FileSystem,
  paths: readonly string[],
  name: string,
  known: ReadonlySet<string>,
): Promise<readonly LeftOut[]> {
  if (name.trim().length < 3) return [];
  const word = new RegExp(`(?<![\\w-])${name.slice(0, 80).replace(/[^\w\s]/g, '\\$&')}(?![\\w-])`, 'i');
  const found: LeftOut[] = [];
  // An empty word is in every text: the search itself does not tell large letters from small ones.
  for (const [path, text] of await textsWith(fs, new Set(paths), new Map(), '', new Set())) {
    if (found.length >= MOST) break;
    for (const [line, content] of text.split('\n').entries()) {
      if (content.length > 2_000 || !word.test(content) || known.has(`${path}\n${line}`)) continue;
      const why = isComment(content)
        ? 'a word in a comment'
        : isDocument(path)
          ? 'a word in a document'
          : 'a word in the text';
      // The rest of the line may hold a secret: the name alone is told.
      found.push({ kind: 'mention', path, line, text: name, why });
      if (found.length >= MOST) break;
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
}

function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/|\/\*|\*|<!--|--)/.test(line);
}

function isDocument(path: string): boolean {
  return /\.(?:md|rst|txt)$/i.test(path);
}
