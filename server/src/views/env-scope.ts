import { envChainOf } from '../index/env-chain';
import { groupBy } from '../index/order';
import { ancestors } from '../index/paths';
import type { EnvDeclaration, EnvVariable, Snapshot } from '../model/workspace';
import { envIndexOf, isTemplate } from './env-index';

/** An application that reads a variable, and what it is not told about it. */
export interface Missing {
  readonly application: string;
  /** No file of the application, nor one that it shares, declares the variable. */
  readonly undeclared: boolean;
  /** Templates for its `.env` that leave the variable out. */
  readonly templates: readonly string[];
}

/** Whether a file is the application's own, or lies in a folder above it where applications share it. */
export function isInScope(snapshot: Snapshot, path: string, folder: string): boolean {
  return ancestors(folder).includes(envIndexOf(snapshot).applicationOf(path).folder);
}

/** The declarations that an application is given: its own first, then shared ones. */
export function declarationsGivenTo(
  snapshot: Snapshot,
  { declarations }: EnvVariable,
  application: string,
): readonly EnvDeclaration[] {
  const chain = envChainOf(snapshot);
  const folder = snapshot.applications.find(({ name }) => name === application)?.path ?? '';
  const given = declarations.filter(({ commentedOut, path }) => !commentedOut && chain.serves(path, folder));
  const isOwn = (one: EnvDeclaration): boolean => one.application === application;
  return [...given.filter(isOwn), ...given.filter((one) => !isOwn(one))];
}

/** Whether anything that the application in a folder is given declares the variable, commented out or not. */
export function isDeclaredFor(snapshot: Snapshot, { declarations }: EnvVariable, folder: string): boolean {
  const chain = envChainOf(snapshot);
  return declarations.some(({ path }) => chain.serves(path, folder));
}

/** Where a variable is wanted and not declared, by application. */
export function missingOf(snapshot: Snapshot, variable: EnvVariable): readonly Missing[] {
  const { applicationOf } = envIndexOf(snapshot);
  const readers = new Map<string, string>();
  for (const { path, test } of variable.reads) {
    const { folder, name } = applicationOf(path);
    if (!test) readers.set(folder, name);
  }
  return [...readers].flatMap(([folder, application]): readonly Missing[] => {
    const covering = variable.declarations.filter(({ path }) => envChainOf(snapshot).serves(path, folder));
    const undeclared = covering.every(({ commentedOut }) => commentedOut);
    const templates = templatesFor(snapshot, folder).filter(
      (path) => !variable.declarations.some((declaration) => declaration.path === path),
    );
    return undeclared || templates.length > 0 ? [{ application, undeclared, templates }] : [];
  });
}

/** By the files of an environment chain, which stay the same list while there are the same. */
const gathered = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The templates nearest to an application: its own, or those of the nearest folder above that has any. */
function templatesFor(snapshot: Snapshot, folder: string): readonly string[] {
  const { dotenvs } = envChainOf(snapshot);
  const byFolder = gathered.get(dotenvs) ?? templatesByFolder(snapshot, dotenvs);
  gathered.set(dotenvs, byFolder);
  for (const above of ancestors(folder)) {
    const own = byFolder.get(above);
    if (own !== undefined) return own;
  }
  return [];
}

function templatesByFolder(snapshot: Snapshot, dotenvs: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { applicationOf, file } = envIndexOf(snapshot);
  return groupBy(
    dotenvs.filter((path) => isTemplate(path) && file(path)?.role !== 'test'),
    (path) => applicationOf(path).folder,
  );
}

/**
 * The `.env` files that may hold a value of a variable for the code of a file: its application's and the shared ones.
 * Those of all applications where the file belongs to none that reads the variable, as a document does.
 */
export function valueFilesOf(snapshot: Snapshot, variable: EnvVariable, path: string): readonly EnvDeclaration[] {
  const { folder } = envIndexOf(snapshot).applicationOf(path);
  const files = variable.declarations.filter(
    (declaration) => declaration.source === 'dotenv' && !declaration.commentedOut,
  );
  const near = files.filter((declaration) => isInScope(snapshot, declaration.path, folder));
  return near.length > 0 ? near : files;
}
