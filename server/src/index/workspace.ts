import type { Matcher } from '../catalog/match';
import type { Applications } from './applications';
import type { ValueFollower } from './follow-value';
import type { LocalModules } from './local-modules';
import type { Versions } from './resolved-versions';

/** What the joining steps share while they read one file. */
export interface Workspace {
  readonly matcher: Matcher;
  readonly applications: Applications;
  readonly modules: LocalModules;
  readonly values: ValueFollower;
  readonly versions: Versions;
  /** Normalised names of all packages that manifests declare or lock files hold, `ecosystem:name`. */
  readonly known: ReadonlySet<string>;
}
