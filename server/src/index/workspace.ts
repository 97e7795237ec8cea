import type { Matcher } from '../catalog/match';
import type { FileFacts } from '../model/facts';
import type { Applications } from './applications';
import type { ValueFollower } from './follow-value';
import type { LocalModules } from './local-modules';
import type { Versions } from './resolved-versions';

/** What the joining steps share. */
export interface Workspace {
  /** Sorted by path. */
  readonly files: readonly FileFacts[];
  readonly matcher: Matcher;
  readonly applications: Applications;
  readonly modules: LocalModules;
  readonly values: ValueFollower;
  readonly versions: Versions;
  /** Normalised names of all packages that manifests declare or lock files hold, `ecosystem:name`. */
  readonly known: ReadonlySet<string>;
}
