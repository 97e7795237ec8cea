import { matcherOf } from './catalog/match';
import type { CatalogData } from './catalog/service';
import { buildSnapshot } from './index/build-snapshot';
import { CloserLook } from './index/closer-look/closer-look';
import { explain } from './index/explain/explain';
import { Kept } from './index/kept';
import { isAtOrBelow } from './index/paths';
import { SortedFiles } from './index/sorted-files';
import type { Explanation } from './model/explanation';
import type { FileFacts, Problem } from './model/facts';
import type { IgnoredFinding } from './model/project';
import type { Snapshot } from './model/workspace';

export { isAtOrBelow } from './index/paths';

/**
 * What every shell uses: facts of files go in, snapshots come out. Extraction runs elsewhere (in this thread or in
 * workers, see `host/`), so the engine itself never waits and cannot fail on bad input.
 */
export class Engine {
  #catalog: CatalogData;
  readonly #files = new SortedFiles();
  #hostProblems: readonly Problem[] = [];
  #ignored: readonly IgnoredFinding[] = [];
  readonly #kept = new Kept();
  readonly #closerLook = new CloserLook();
  #revision = 0;
  #snapshot: Snapshot | undefined;

  constructor(catalog: CatalogData) {
    this.#catalog = catalog;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Replaces what is known of these files. */
  setFiles(files: Iterable<FileFacts>): void {
    for (const file of files) this.#files.set(file);
    this.#touch();
  }

  /** What is known of one file. */
  file(path: string): FileFacts | undefined {
    return this.#files.get(path);
  }

  /** The files that are known at these paths and below those that are folders. */
  filesBelow(paths: ReadonlySet<string>): readonly string[] {
    return paths.size === 0 ? [] : [...this.#files.paths()].filter((path) => isAtOrBelow(path, paths));
  }

  /** Forgets files, and everything below a path that was a folder. */
  removePaths(paths: Iterable<string>): void {
    for (const path of this.filesBelow(new Set(paths))) this.#files.delete(path);
    this.#touch();
  }

  /** Problems that the host met on the way: unreadable folders, files that are too large. */
  setHostProblems(problems: readonly Problem[]): void {
    this.#hostProblems = problems;
    this.#touch();
  }

  /** Another catalog: one with services of the project's own. */
  setCatalog(catalog: CatalogData): void {
    if (catalog === this.#catalog) return;
    this.#catalog = catalog;
    this.#touch();
  }

  /** Findings that the project leaves out on purpose. */
  setIgnored(ignored: readonly IgnoredFinding[]): void {
    this.#ignored = ignored;
    this.#touch();
  }

  /** Starts again from nothing, for a full rescan. */
  clear(): void {
    this.#files.clear();
    this.#hostProblems = [];
    this.#touch();
  }

  /** Everything at the current revision, computed once a revision. */
  snapshot(): Snapshot {
    this.#snapshot ??= buildSnapshot(
      this.#revision,
      this.#files.list(),
      this.#hostProblems,
      this.#catalog,
      this.#ignored,
      this.#kept,
    );
    return this.#snapshot;
  }

  /** Files that were only looked at, and that what the others say gives a meaning: to be read whole. */
  closerLook(): readonly string[] {
    return this.#closerLook.among(this.#files.list(), matcherOf(this.#catalog));
  }

  /** Why a service is among the integrations, or why it is not. */
  explain(query: string): Explanation {
    return explain({ files: this.#files.list(), catalog: this.#catalog, ignored: this.#ignored }, query);
  }

  #touch(): void {
    this.#revision += 1;
    this.#snapshot = undefined;
  }
}
