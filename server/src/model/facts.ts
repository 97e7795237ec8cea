import type { BindingFact, CallFact, CaseFact, ImportFact, LocalCallsFact, UrlFact } from './code-facts';
import type { ActionFact, ConfigFileFact, ImageFact, SystemPackageFact, WorkflowFact } from './config-facts';
import type { DynamicReadFact, EnvDeclarationFact, EnvReadFact, ImportedReadFact } from './env-facts';
import type {
  AccountRuleFact,
  JobFact,
  ModelFact,
  MountFact,
  PixelFact,
  RouteFact,
  SettingFact,
} from './framework-facts';
import type { DependencyFact, ManifestFact, ModuleAliasFact } from './package-facts';

export type * from './code-facts';
export type * from './config-facts';
export type * from './env-facts';
export type * from './framework-facts';
export type * from './package-facts';

/**
 * A fact states what one file says, and nothing about what that means: no fact knows the catalog, another file, or the
 * machine it was read on. Extractors emit facts, the index joins them.
 */
export type Fact =
  | DependencyFact
  | ManifestFact
  | ModuleAliasFact
  | ImportFact
  | EnvReadFact
  | DynamicReadFact
  | ImportedReadFact
  | EnvDeclarationFact
  | CallFact
  | BindingFact
  | UrlFact
  | RouteFact
  | MountFact
  | SettingFact
  | ModelFact
  | JobFact
  | ImageFact
  | SystemPackageFact
  | ActionFact
  | WorkflowFact
  | ConfigFileFact
  | CaseFact
  | LocalCallsFact
  | AccountRuleFact
  | PixelFact;

export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** What a file is for; decides the status that its evidence can give. */
export type FileRole = 'source' | 'test' | 'example';

export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** It may be otherwise the next time, with the same content: a disk that failed, a parser that took too long. */
  readonly passing?: boolean;
}

/** A comment that silences diagnostics: `integration-atlas-disable-next-line env-unused`. */
export interface Suppression {
  /** The line that it is about; without it, the whole file. */
  readonly line?: number;
  /** The diagnostics' codes; none silences all. */
  readonly codes: readonly string[];
}

/** Everything that one file says. */
export interface FileFacts {
  readonly path: string;
  readonly role: FileRole;
  readonly language?: string;
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  /**
   * A lock file's resolved versions, direct dependencies' where the format tells. Not facts: there are thousands. Keys:
   * `ecosystem:name` always (PyPI names normalised); `folder#ecosystem:name` where the lock file knows members of a
   * workspace (the folder is relative to the lock file); `ecosystem:name@requirement` where it is kept by requirement.
   */
  readonly locked?: Readonly<Record<string, readonly string[]>>;
  /** A .gitignore leaves the file out; it was read all the same (`.env*`), which tells where secrets are kept. */
  readonly gitIgnored?: boolean;
  readonly suppressions?: readonly Suppression[];
  /**
   * The file was only looked at, since nothing in it spoke for reading it whole. These are the module-level names that it
   * gives values to, should another file ask for one; those that stand for another name alone are there once more, as
   * `=name`.
   */
  readonly glanced?: readonly string[];
  /** The imports of such a file (`import-lines.ts`), except those that are stated as facts. */
  readonly imports?: string;
  /** The modules that such a file names where their names hold everywhere, and elsewhere those that a call takes in. */
  readonly named?: readonly string[];
}
