import type { FactBase } from './fact-base';
import type { Range } from './text';

export type Ecosystem = 'npm' | 'pypi' | 'hex';

/** A package that a manifest asks for. */
export interface DependencyFact extends FactBase {
  readonly kind: 'dependency';
  readonly ecosystem: Ecosystem;
  /** As written in the manifest; the catalog normalises PyPI names itself. */
  readonly name: string;
  /** The requirement as written, operators included: `^15.8.0`, `>=2.0,<3`, `~> 2.6`; empty when none is given. */
  readonly version: string;
  readonly group: 'runtime' | 'dev' | 'optional' | 'peer' | 'build';
  readonly extras?: readonly string[];
  readonly commentedOut?: boolean;
}

/** A manifest makes its folder an application. */
export interface ManifestFact extends FactBase {
  readonly kind: 'manifest';
  readonly ecosystem: Ecosystem;
  /** The application's own name, where the manifest gives one. */
  readonly name?: string;
  /** Globs of member folders, where the manifest is a workspace's root. */
  readonly workspaces?: readonly string[];
  /** Named commands: npm scripts, `[project.scripts]`, mix aliases. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Where each of them stands, where the format tells. */
  readonly scriptRanges?: Readonly<Record<string, Range>>;
  /** The application's folder, where it is not the manifest's own: `backend` for `backend/requirements/base.txt`. */
  readonly folder?: string;
  /** Other manifests that this one takes in, as written: `-r base.txt`. */
  readonly includes?: readonly string[];
  /** Versions that members name as `catalog:` or `catalog:NAME`; the unnamed catalog is `default`. */
  readonly catalogs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Names in imports that stand for files of the workspace: TypeScript's `paths`, the `imports` of a package. */
export interface ModuleAliasFact extends FactBase {
  readonly kind: 'moduleAlias';
  /** With one `*` at most. */
  readonly pattern: string;
  /** Relative to the file's folder; they are tried in turn. */
  readonly targets: readonly string[];
}
