import { type ParseError, parse } from 'jsonc-parser';
import { isTooDeep } from '../../data/is-too-deep';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { Locked } from '../locked';
import { entries, member } from './package-lock';

/** bun's lock file in its text form: JSON with trailing commas. */
export const bunLockReader: Reader = {
  id: 'bun.lock',
  matches: (path) => baseName(path) === 'bun.lock',
  read(file) {
    if (isTooDeep(file.text))
      return { facts: [], problems: [{ message: 'bun.lock is not read: it nests too deeply' }] };
    const errors: ParseError[] = [];
    const root: unknown = parse(file.text, errors, { allowTrailingComma: true });
    const locked = new Locked();
    const folders = new Map<string, string>();
    for (const [folder, workspace] of entries(member(root, 'workspaces'))) {
      const name = member(workspace, 'name');
      if (folder !== '' && typeof name === 'string') folders.set(name, folder);
    }
    for (const [key, entry] of entries(member(root, 'packages'))) {
      const id: unknown = Array.isArray(entry) ? entry[0] : undefined;
      const match = typeof id === 'string' ? /^((?:@[^/@]+\/)?[^/@]+)@(\d[^:]*)$/.exec(id) : null;
      if (match === null) continue;
      const [, , version = ''] = match;
      // A hoisted package stands under its (possibly aliased) name, another version under its parent's name and a slash.
      const parts = /^((?:@[^/]+\/)?[^/]+)(?:\/((?:@[^/]+\/)?[^/]+))?$/.exec(key);
      const [, first = '', second] = parts ?? [];
      if (parts === null) continue;
      if (second === undefined) {
        locked.add(`npm:${first}`, version);
      } else {
        const folder = folders.get(first);
        if (folder === undefined) continue;
        locked.add(`${folder}#npm:${second}`, version);
        locked.add(`npm:${second}`, version);
      }
    }
    return {
      facts: [],
      locked: locked.record,
      problems: errors.length === 0 ? [] : [{ message: 'bun.lock is not valid' }],
    };
  },
};
