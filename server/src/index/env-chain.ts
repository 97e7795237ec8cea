import type { FileFacts } from '../model/facts';
import type { Application, Snapshot } from '../model/workspace';
import { type Parts, partsOf, reachedFrom } from './application-parts';
import { WORKSPACE_NAME } from './applications';
import { isDotenv } from './dotenv-path';
import { envFilesNamedIn } from './env-files-named';
import { type Added, Fold, nothing } from './fold';
import { ancestors, folderOf } from './paths';
import { changesBetween } from './sorted-files';

/** Which programs are given what a file declares. */
export interface EnvChain {
  /** The application that a file belongs to, known or not: that of the nearest manifest. */
  applicationOf(path: string): { readonly name: string; readonly folder: string };
  /**
   * Whether the programs of the application in this folder are given what the file declares: it is the application's own,
   * it lies where applications share it, the application names it, or one of the two is built into the other.
   */
  serves(path: string, folder: string): boolean;
  /** The files of `.env` lines, whatever they are templates of, sorted; the same array while there are the same. */
  readonly dotenvs: readonly string[];
}

const known = new WeakMap<Snapshot, EnvChains>();

/** Worked out when somebody asks, from what was worked out for an earlier snapshot where there is such. */
export function envChainOf(snapshot: Snapshot): EnvChain {
  const chains = known.get(snapshot) ?? new EnvChains(snapshot.applications, snapshot.files);
  known.set(snapshot, chains);
  return chains.of(snapshot.files);
}

/** Says what the chain of a snapshot is worked out from. */
export function shareEnvChains(snapshot: Snapshot, chains: EnvChains): void {
  known.set(snapshot, chains);
}

/** The application that a file belongs to, with what was found for a folder kept. */
export function applicationFinder(applications: readonly Application[]): EnvChain['applicationOf'] {
  const names = new Map(applications.map(({ path, name }) => [path, name]));
  const byFolder = new Map<string, { readonly name: string; readonly folder: string }>();
  return (path) => {
    const inside = folderOf(path);
    const known = byFolder.get(inside);
    if (known !== undefined) return known;
    const folder = ancestors(inside).find((candidate) => names.has(candidate)) ?? '';
    const found = { folder, name: names.get(folder) ?? WORKSPACE_NAME };
    byFolder.set(inside, found);
    return found;
  };
}

/** The chain of a workspace whose files change, and whose applications and packages stay as they are. */
export class EnvChains {
  readonly #applicationOf: EnvChain['applicationOf'];
  readonly #parts: Parts;
  readonly #reached = new Map<string, ReadonlySet<string>>();
  /** The applications, by folder, whose files name another one's `.env` file. */
  readonly #named = new Fold<string, ReadonlySet<string>>((folders) => new Set(folders));
  readonly #dotenvs = new Fold<true, string>((_, path) => path);
  #files: readonly FileFacts[] = [];
  #chain: EnvChain | undefined;

  constructor(applications: readonly Application[], files: readonly FileFacts[]) {
    this.#applicationOf = applicationFinder(applications);
    this.#parts = partsOf(files, (path) => this.#applicationOf(path).folder);
  }

  /** The same object while nothing changes. */
  of(files: readonly FileFacts[]): EnvChain {
    for (const { path, now } of changesBetween(this.#files, files)) {
      const named = this.#named.set(path, now === undefined ? nothing() : this.#namedIn(now));
      const isListed = now !== undefined && isDotenv(path);
      const dotenvs = this.#dotenvs.set(path, isListed ? new Map([[path, true]]) : nothing());
      if (named.length > 0 || dotenvs.length > 0) this.#chain = undefined;
    }
    this.#files = files;
    this.#chain ??= this.#build();
    return this.#chain;
  }

  #build(): EnvChain {
    const named = new Map(this.#named.names.map((path) => [path, this.#named.get(path)]));
    return {
      applicationOf: this.#applicationOf,
      dotenvs: this.#dotenvs.names,
      serves: (path, folder) => {
        const owner = this.#applicationOf(path).folder;
        if (isRelated(owner, folder)) return true;
        for (const user of named.get(path) ?? []) if (isUsed(user, folder)) return true;
        return this.#isBuiltInto(owner, folder) || this.#isBuiltInto(folder, owner);
      },
    };
  }

  #namedIn(file: FileFacts): Added<string> {
    const { folder } = this.#applicationOf(file.path);
    const paths = file.role === 'source' ? envFilesNamedIn(file, folder) : [];
    return paths.length === 0 ? nothing() : new Map(paths.map((path) => [path, folder]));
  }

  #isBuiltInto(part: string, whole: string): boolean {
    const known = this.#reached.get(whole) ?? reachedFrom(this.#parts, whole);
    this.#reached.set(whole, known);
    return known.has(part);
  }
}

/** What lies above is shared; what lies below belongs to the application above as well. */
function isRelated(owner: string, folder: string): boolean {
  return owner === folder || isAbove(owner, folder) || isAbove(folder, owner);
}

/** What a script of the root names is for that script. */
function isUsed(user: string, folder: string): boolean {
  return user === folder || (user !== '' && isAbove(user, folder));
}

function isAbove(folder: string, other: string): boolean {
  return folder !== other && (folder === '' || other.startsWith(`${folder}/`));
}
