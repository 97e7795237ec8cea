import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { linesOf } from '../../text-index';
import { Locked } from '../locked';
import { entries, jsonProblem, member } from '../npm/package-lock';
import { normalName } from './requirement';

/**
 * `poetry.lock`, `uv.lock`, `pdm.lock` and `pylock.toml` are one shape: tables of packages with a name and a version.
 * They are read by lines, since they are long and a TOML parser takes seconds.
 */
export const tomlLockReader: Reader = {
  id: 'python-lock',
  endings: ['lock', 'toml'],
  matches: (path) => /^(poetry\.lock|uv\.lock|pdm\.lock|pylock(\.[\w-]+)?\.toml)$/.test(baseName(path)),
  read(file) {
    const locked = new Locked();
    let inPackage = false;
    let name: string | undefined;
    let version: string | undefined;
    let own = false;
    const finish = (): void => {
      if (name !== undefined && version !== undefined && !own) locked.add(`pypi:${normalName(name)}`, version);
      name = undefined;
      version = undefined;
      own = false;
    };
    for (const { text } of linesOf(file.text)) {
      if (text.startsWith('[')) {
        // A package's own tables (`[package.dependencies]`) follow its name and version.
        if (inPackage) finish();
        inPackage = /^\[\[packages?\]\]/.test(text);
        continue;
      }
      if (!inPackage) continue;
      const [, key, value] = /^(name|version)\s*=\s*"([^"]*)"/.exec(text) ?? [];
      if (key === 'name') name = value;
      if (key === 'version') version = value;
      // The project itself stands among its packages.
      if (/^source\s*=\s*\{\s*(editable|virtual|directory)\s*=/.test(text)) own = true;
    }
    if (inPackage) finish();
    return { facts: [], locked: locked.record };
  },
};

/** Pipenv's lock file. */
export const pipfileLockReader: Reader = {
  id: 'Pipfile.lock',
  endings: ['lock'],
  matches: (path) => baseName(path) === 'Pipfile.lock',
  read(file) {
    const locked = new Locked();
    let root: unknown;
    try {
      root = JSON.parse(file.text);
    } catch (error) {
      return { facts: [], problems: [jsonProblem('Pipfile.lock', file.text, error)] };
    }
    for (const section of ['default', 'develop']) {
      for (const [name, entry] of entries(member(root, section))) {
        const version = member(entry, 'version');
        if (typeof version === 'string') locked.add(`pypi:${normalName(name)}`, version.replace(/^=+/, ''));
      }
    }
    return { facts: [], locked: locked.record };
  },
};
