import { type ParseError, parse } from 'jsonc-parser';
import { isTooDeep } from '../../data/is-too-deep';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { Locked } from '../locked';
import { entries, member } from './package-lock';

/** bun's lock file in its text form: JSON with trailing commas. */
export const bunLockReader: Reader = {
  id: 'bun.lock',
  endings: ['lock'],
  matches: (path) => baseName(path) === 'bun.lock',
  read(file) {
    if (isTooDeep(file.text))
      return { facts: [], problems: [{ message: 'bun.lock is not read: it nests too deeply' }] };
    const errors: ParseError[] = [];
    const root: unknown = parse(file.text, errors, { allowTrailingComma: true });
    return {
      facts: [],
      locked: lockedOf(root),
      problems: errors.length === 0 ? [] : [{ message: 'bun.lock is not valid' }],
    };
  },
};

function lockedOf(root: unknown): Readonly<Record<string, readonly string[]>> {
  const locked = new Locked();
  const folders = memberFolders(root);
  for (const [key, entry] of entries(member(root, 'packages'))) {
    const id: unknown = Array.isArray(entry) ? entry[0] : undefined;
    const version = typeof id === 'string' ? /^(?:@[^/@]+\/)?[^/@]+@(\d[^:]*)$/.exec(id)?.[1] : undefined;
    if (version === undefined) continue;
    // A hoisted package stands under its (possibly aliased) name, another version under its parent's name and a slash.
    const [, first, second] = /^((?:@[^/]+\/)?[^/]+)(?:\/((?:@[^/]+\/)?[^/]+))?$/.exec(key) ?? [];
    if (first === undefined) continue;
    const folder = second === undefined ? undefined : folders.get(first);
    if (second === undefined) locked.add(`npm:${first}`, version);
    else if (folder !== undefined) {
      locked.add(`${folder}#npm:${second}`, version);
      locked.add(`npm:${second}`, version);
    }
  }
  return locked.record;
}

/** The folders of the workspace's members by their names. */
function memberFolders(root: unknown): ReadonlyMap<string, string> {
  return new Map(
    entries(member(root, 'workspaces')).flatMap(([folder, workspace]) => {
      const name = member(workspace, 'name');
      return folder !== '' && typeof name === 'string' ? [[name, folder] as const] : [];
    }),
  );
}
