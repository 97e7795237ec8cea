import { importsOf } from '../../index/imports-of';
import type { FileFacts, ImportFact } from '../../model/facts';
import type { Snapshot } from '../../model/workspace';

const ENDING = /\.\w+$/;
const MOST_IMPORTS = 60;

/** Which files of the workspace a file takes in, one step far. A name that fits several files fits none. */
export function importedFiles(snapshot: Snapshot): (path: string) => readonly string[] {
  const byStem = new Map<string, string[]>();
  const files = new Map<string, FileFacts>();
  for (const file of snapshot.files) {
    if (file.role !== 'source' || file.language === undefined) continue;
    files.set(file.path, file);
    const full = file.path.replace(ENDING, '').replace(/\/(?:index|__init__)$/, '');
    const stem = full.slice(full.lastIndexOf('/') + 1);
    const known = byStem.get(stem);
    if (known === undefined) byStem.set(stem, [file.path]);
    else known.push(file.path);
  }
  return (path) => {
    const found = new Set<string>();
    const file = files.get(path);
    const imports = file === undefined ? [] : importsOf(file);
    for (const fact of imports.slice(0, MOST_IMPORTS)) {
      for (const wanted of wantedPaths(path, fact)) {
        const stem = wanted.slice(wanted.lastIndexOf('/') + 1);
        const fitting = (byStem.get(stem) ?? []).filter((candidate) => candidate !== path && fits(candidate, wanted));
        const [only] = fitting;
        if (only !== undefined && fitting.length === 1) found.add(only);
      }
    }
    return [...found];
  };
}

function fits(candidate: string, wanted: string): boolean {
  const full = candidate.replace(ENDING, '').replace(/\/(?:index|__init__)$/, '');
  return full === wanted || full.endsWith(`/${wanted}`);
}

/** What an import may mean as a path without its ending: only paths of two names and more are taken as the project's. */
function wantedPaths(path: string, { module, names }: ImportFact): readonly string[] {
  const folder = path.split('/').slice(0, -1);
  if (/^\.{1,2}\//.test(module)) return [joined(folder, module.replace(/\.(?:[cm]?[jt]sx?)$/, ''))];
  if (/^[@~#$]\w*\//.test(module) || module.startsWith('src/')) {
    return atLeastTwo([module.replace(/^[@~#$]\w*\//, '').replace(/\.(?:[cm]?[jt]sx?)$/, '')]);
  }
  if (path.endsWith('.py')) {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const base = dots === 0 ? [] : folder.slice(0, folder.length - dots + 1);
    const parts = [...base, ...module.slice(dots).split('.')].filter((part) => part !== '');
    return atLeastTwo([parts.join('/'), ...names.map(({ name }) => [...parts, name].join('/'))]);
  }
  if (/\.exs?$/.test(path)) {
    const parts = module.split('.').map((part) => part.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase());
    return atLeastTwo([parts.join('/'), parts.slice(1).join('/')]);
  }
  return [];
}

function atLeastTwo(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path.includes('/'));
}

function joined(folder: readonly string[], module: string): string {
  const parts = [...folder];
  for (const part of module.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
