import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { rangesOf } from '../../text-index';
import { Locked } from '../locked';

/** npm's lock file, versions 1 to 3. Only what lies directly in a `node_modules` that code reaches is told. */
export const packageLockReader: Reader = {
  id: 'package-lock',
  endings: ['json'],
  matches: (path) => /^(package-lock|npm-shrinkwrap)\.json$/.test(baseName(path)),
  read(file) {
    const locked = new Locked();
    let root: unknown;
    try {
      root = JSON.parse(file.text);
    } catch (error) {
      return { facts: [], problems: [jsonProblem(baseName(file.path), file.text, error)] };
    }
    const packages = member(root, 'packages');
    for (const [path, entry] of entries(packages)) {
      const match = /^(?:(.*)\/)?node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path);
      const version = member(entry, 'version');
      if (match === null || typeof version !== 'string') continue;
      const [, folder = '', name = ''] = match;
      if (folder.includes('node_modules')) continue;
      if (folder !== '') locked.add(`${folder}#npm:${name}`, version);
      locked.add(`npm:${name}`, version);
    }
    if (packages === undefined) {
      for (const [name, entry] of entries(member(root, 'dependencies'))) {
        const version = member(entry, 'version');
        if (typeof version === 'string' && /^\d/.test(version)) locked.add(`npm:${name}`, version);
      }
    }
    return { facts: [], locked: locked.record };
  },
};

/** What `JSON.parse` says, with the line where the message tells an offset. */
export function jsonProblem(
  name: string,
  text: string,
  error: unknown,
): { readonly message: string; readonly line?: number } {
  const message = error instanceof Error ? error.message : '';
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return { message: `${name} is not valid JSON: it ends too early` };
  const line = rangesOf(text)(Number(offset), Number(offset)).line;
  return { message: `${name} is not valid JSON at line ${line + 1}`, line };
}

/** A member of something parsed, without trusting its shape. */
export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

export function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
