import { baseName } from '../paths';
import type { Reader } from '../reader';
import { configFile } from './config-file';
import { KNOWN_FILES } from './known-files';

const names = new Set(KNOWN_FILES.filter((name) => !/[*/]/.test(name)));
const globs = anyOf(KNOWN_FILES.filter((name) => name.includes('*') && !name.includes('/')));
const paths = KNOWN_FILES.filter((name) => name.includes('/')).map((name) => ({ name, pattern: anyOf([name]) }));
const anyPath = anyOf(KNOWN_FILES.filter((name) => name.includes('/')));

/** Tells files that configure something by being there. A name with a slash is told as it is listed. */
export const configFileReader: Reader = {
  id: 'config-file',
  matches: (path) => knownName(path) !== undefined,
  read: (file) => ({ facts: [configFile(file.path, {}, knownName(file.path))] }),
};

function knownName(path: string): string | undefined {
  const name = baseName(path).toLowerCase();
  if (name.endsWith('.d.ts')) return undefined;
  if (names.has(name) || globs.test(name)) return name;
  const lower = path.toLowerCase();
  // Every file's path is asked for, and nearly none is known.
  if (!anyPath.test(lower)) return undefined;
  return paths.find((known) => known.pattern.test(lower))?.name;
}

function anyOf(names: readonly string[]): RegExp {
  const bodies = names.map((name) => name.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*'));
  return new RegExp(`(?:^|/)(?:${bodies.join('|')})$`);
}
