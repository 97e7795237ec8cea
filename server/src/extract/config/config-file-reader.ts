import { baseName } from '../paths';
import type { Reader } from '../reader';
import { configFile } from './config-file';
import { KNOWN_FILES } from './known-files';

const names = new Set(KNOWN_FILES.filter((name) => !/[*/]/.test(name)));
const globs = KNOWN_FILES.filter((name) => name.includes('*') && !name.includes('/'));
/** By what a name starts with up to its first dot, and those that start with anything. */
const globsByHead = new Map(
  [...new Set(globs.map(headOf))].map((head) => [head, anyOf(globs.filter((glob) => headOf(glob) === head))]),
);
const anyHead = globsByHead.get('*');
const paths = KNOWN_FILES.filter((name) => name.includes('/')).map((name) => ({ name, pattern: anyOf([name]) }));
/** What the names of files are that are known by their folder as well, up to the first dot. */
const headsInFolders = new Set(paths.map(({ name }) => headOf(baseName(name))));

/** Tells files that configure something by being there. A name with a slash is told as it is listed. */
export const configFileReader: Reader = {
  id: 'config-file',
  matches: (path) => knownName(path) !== undefined,
  read: (file) => ({ facts: [configFile(file.path, {}, knownName(file.path))] }),
};

/** Every file's path is asked for, and nearly none is known. */
function knownName(path: string): string | undefined {
  const name = baseName(path).toLowerCase();
  if (name.endsWith('.d.ts')) return undefined;
  const head = headOf(name);
  if (names.has(name) || globsByHead.get(head)?.test(name) === true || anyHead?.test(name) === true) return name;
  if (!headsInFolders.has(head) && !headsInFolders.has('*')) return undefined;
  const lower = path.toLowerCase();
  return paths.find((known) => known.pattern.test(lower))?.name;
}

function headOf(name: string): string {
  const dot = name.indexOf('.');
  const head = dot < 0 ? name : name.slice(0, dot);
  return head.includes('*') ? '*' : head;
}

function anyOf(names: readonly string[]): RegExp {
  const bodies = names.map((name) => name.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*'));
  return new RegExp(`(?:^|/)(?:${bodies.join('|')})$`);
}
