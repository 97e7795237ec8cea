import { type EnvChain, envChainOf } from '../index/env-chain';
import { ancestors, baseName, folderOf } from '../index/paths';
import type { FileFacts } from '../model/facts';
import type { Range } from '../model/text';
import type { EnvDeclaration, EnvRead, EnvVariable, Snapshot } from '../model/workspace';
import { type UnreadProgram, unreadPrograms } from './unread-programs';

/** What the checks share, gathered once a snapshot. */
export interface Context {
  readonly snapshot: Snapshot;
  /** Which applications are given what a file declares. */
  readonly chain: EnvChain;
  readonly variables: ReadonlyMap<string, EnvVariable>;
  readonly files: ReadonlyMap<string, FileFacts>;
  /** `.env` files that count: no tests' and no examples'. */
  readonly dotenvs: readonly Dotenv[];
  /** Where the program builds names at run time: nobody knows what is read there. */
  readonly dynamicReads: Snapshot['dynamicReads'];
  readonly unread: readonly UnreadProgram[];
  /** A `.env` file stands in the folder of this file or above it. */
  hasList(path: string): boolean;
}

export interface Dotenv {
  readonly path: string;
  readonly folder: string;
  readonly template: boolean;
  readonly gitIgnored: boolean;
  /** Without what is commented out, in the order of the file. */
  readonly entries: readonly { readonly name: string; readonly at: EnvDeclaration }[];
  readonly commented: ReadonlySet<string>;
}

export function contextOf(snapshot: Snapshot): Context {
  const files = new Map(snapshot.files.map((file) => [file.path, file]));
  const dotenvs = dotenvsOf(snapshot, files);
  const lists = new Set(dotenvs.map(({ folder }) => folder));
  return {
    snapshot,
    chain: envChainOf(snapshot),
    variables: new Map(snapshot.env.map((variable) => [variable.name, variable])),
    files,
    dotenvs,
    dynamicReads: snapshot.dynamicReads.filter(({ path }) => files.get(path)?.role === 'source'),
    unread: unreadPrograms(snapshot),
    hasList: (path) => ancestors(folderOf(path)).some((folder) => lists.has(folder)),
  };
}

function dotenvsOf(snapshot: Snapshot, files: ReadonlyMap<string, FileFacts>): readonly Dotenv[] {
  const byPath = new Map<string, { name: string; at: EnvDeclaration }[]>();
  for (const { name, declarations } of snapshot.env) {
    for (const at of declarations) {
      if (at.source !== 'dotenv') continue;
      const known = byPath.get(at.path) ?? [];
      known.push({ name, at });
      byPath.set(at.path, known);
    }
  }
  return [...byPath]
    .filter(([path]) => files.get(path)?.role === 'source')
    .map(([path, entries]) => ({
      path,
      folder: folderOf(path),
      template: isTemplate(path),
      gitIgnored: files.get(path)?.gitIgnored === true,
      entries: entries.filter(({ at }) => !at.commentedOut).sort((a, b) => a.at.line - b.at.line),
      commented: new Set(entries.filter(({ at }) => at.commentedOut).map(({ name }) => name)),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file that is committed to say which variables are wanted. */
export function isTemplate(path: string): boolean {
  return /(?:^|[._-])(?:example|sample|template|tpl|dist|defaults?)(?:$|[._-])/i.test(baseName(path));
}

export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** Where the variable is read by the program itself: no tests, no examples. */
export function programReads(variable: EnvVariable): readonly EnvRead[] {
  return variable.reads.filter(({ test }) => !test);
}

export function rangeOf(place: EnvRead | EnvDeclaration): Range {
  const endLine = 'endLine' in place && place.endLine !== undefined ? place.endLine : place.line;
  return { line: place.line, column: place.column, endLine, endColumn: place.endColumn };
}

/** `src/a.ts:12`, as people write places. */
export function placeText({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${path}:${line + 1}`;
}
