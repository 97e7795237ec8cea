import type { EnvDeclarationFact, FactOf, FileFacts, Problem } from './facts';
import type { Category, Integration } from './integration';

/** A folder with a manifest: what a monorepo calls a package, an app, a service. */
export interface Application {
  readonly name: string;
  /** Relative folder; empty for the workspace folder itself. */
  readonly path: string;
  readonly manifests: readonly string[];
}

export type Requirement = true | false | 'production';

export interface EnvRead {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Where it ends on another line than it starts. */
  readonly endLine?: number;
  readonly endColumn: number;
  readonly accessor: string;
  readonly presence: FactOf<'envRead'>['presence'];
  readonly test: boolean;
  readonly application: string;
  readonly scope?: string;
  readonly default?: string;
  readonly cast?: string;
  readonly production?: boolean;
}

export interface EnvDeclaration {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly source: EnvDeclarationFact['source'];
  readonly application: string;
  readonly commentedOut: boolean;
  readonly hasValue: boolean;
  readonly comment?: string;
  readonly secret?: boolean;
  readonly secretShape?: boolean;
}

/** One variable of one workspace, with all that is known of it. */
export interface EnvVariable {
  readonly name: string;
  readonly required: Requirement;
  /** The read that decides `required`, where there is one. */
  readonly decidedBy?: EnvRead;
  readonly applications: readonly { readonly name: string; readonly required: Requirement }[];
  /** Distinct defaults that code gives, in order of first appearance; more than one is a conflict worth telling. */
  readonly defaults: readonly string[];
  readonly allowed: readonly string[];
  readonly purpose?: string;
  /** Reaches the browser: `NEXT_PUBLIC_`, `VITE_`, `REACT_APP_` ... */
  readonly publicPrefix?: string;
  readonly reads: readonly EnvRead[];
  readonly declarations: readonly EnvDeclaration[];
  /** Ids of the integrations it belongs to. */
  readonly integrations: readonly string[];
}

export interface Route {
  readonly method: string;
  /** The full path, mounts joined. */
  readonly path: string;
  readonly framework: string;
  readonly file: string;
  readonly line: number;
  readonly handler?: string;
  /** Pipelines or middleware that it passes, by their names. */
  readonly through?: readonly string[];
  /** First and last line of a handler that is written in place. */
  readonly body?: readonly [number, number];
  readonly application: string;
}

/** A category of the catalog for which nothing was found, and what was looked for. */
export interface NotDetected {
  readonly category: string;
  readonly title: string;
  readonly rules: number;
}

/** Something external that no service of the catalog claims: told, so that nothing external is silent. */
export interface Unrecognised {
  readonly kind: 'host' | 'package';
  readonly name: string;
  readonly places: readonly { readonly path: string; readonly line: number; readonly scope?: string }[];
}

export interface Stats {
  readonly files: number;
  readonly byLanguage: Readonly<Record<string, number>>;
  readonly services: number;
}

/** Everything the views need, as plain data, at one revision of the workspace. */
export interface Snapshot {
  readonly revision: number;
  /** The catalog's, in its order. */
  readonly categories: readonly Category[];
  readonly applications: readonly Application[];
  readonly integrations: readonly Integration[];
  readonly env: readonly EnvVariable[];
  readonly dynamicReads: readonly { readonly path: string; readonly line: number; readonly accessor: string }[];
  readonly routes: readonly Route[];
  readonly notDetected: readonly NotDetected[];
  readonly unrecognised: readonly Unrecognised[];
  readonly problems: readonly Problem[];
  readonly stats: Stats;
  /** The facts themselves, sorted by path, for views that tell more than integrations do. */
  readonly files: readonly FileFacts[];
}
