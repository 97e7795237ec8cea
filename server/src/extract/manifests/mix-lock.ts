import type { Reader } from '../reader';

const ENTRY = /^\s*"?([\w.-]+)"?:\s*\{:hex,\s*:"?([\w.-]+)"?,\s*"([^"]+)"/gm;

/** `mix.lock`: a map of Elixir terms with one package a line. Packages from git have no version. */
export const mixLockReader: Reader = {
  id: 'mix-lock',
  endings: ['lock'],
  matches: (path) => path === 'mix.lock' || path.endsWith('/mix.lock'),
  read(file) {
    const locked: Record<string, string[]> = {};
    for (const [, , name = '', version = ''] of file.text.matchAll(ENTRY)) locked[`hex:${name}`] = [version];
    return { facts: [], locked };
  },
};
