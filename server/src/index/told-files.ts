import type { FileFacts, ReadHelper } from '../model/facts';
import { Askers } from './askers';
import { concatenated, Fold, nothing } from './fold';
import { mayHaveReads, withHelperReads } from './helper-reads';
import { type LocalModules, modulesOver } from './local-modules';
import { noting } from './noting';
import { givesEnvironment, type Helpers, helpersIn } from './read-helpers';
import { areSame, saysTheSame } from './same-facts';
import { type Change, SortedFiles } from './sorted-files';

/** Names of Elixir hold everywhere: who calls anything in it asks for all wrappers of it. */
const ELIXIR = 'wrappers of Elixir';

/**
 * The files with the variables that they read through wrappers of others (`helper-reads.ts`): told once a file, and again
 * where the file or what it asked of others is different. A file that is told the same stays the same object.
 */
export class ToldFiles {
  readonly #given = new Map<string, FileFacts>();
  readonly #told = new SortedFiles();
  readonly #helpers = new Fold<readonly ReadHelper[], readonly ReadHelper[]>(concatenated);
  readonly #giving = new Set<string>();
  readonly #askers = new Askers();
  readonly #modules: LocalModules;

  constructor(paths: Pick<LocalModules, 'fileOf'>) {
    this.#modules = modulesOver(paths, (path) => this.#given.get(path));
  }

  get(path: string): FileFacts | undefined {
    return this.#told.get(path);
  }

  list(): readonly FileFacts[] {
    return this.#told.list();
  }

  /** `moved`: files whose imports lead elsewhere now. */
  update(changes: readonly Change[], moved: Iterable<string>): readonly Change[] {
    const wasQuiet = this.#isQuiet;
    const given = new Set(changes.map(({ path }) => path));
    const changed = new Set([...given, ...moved]);
    const asked = new Set(moved);
    for (const { path, before, now } of changes) {
      const helpers = this.#helpers.set(path, now === undefined ? nothing() : helpersIn(now));
      if (helpers.some((name) => name !== path)) asked.add(ELIXIR);
      if (now !== undefined && givesEnvironment(now)) this.#giving.add(path);
      else this.#giving.delete(path);
      if (now === undefined) this.#given.delete(path);
      else this.#given.set(path, now);
      if (this.#askers.has(path) && !saysTheSame(before, now)) asked.add(path);
    }
    // Who has nothing to ask for asks nothing, until somebody has.
    if (this.#isQuiet !== wasQuiet) for (const path of this.#given.keys()) changed.add(path);
    for (const key of asked) for (const path of this.#askers.of(key)) changed.add(path);
    return [...changed].flatMap((path) => this.#tell(path, given.has(path)));
  }

  #tell(path: string, isGivenAnew: boolean): readonly Change[] {
    const given = this.#given.get(path);
    const before = this.#told.get(path);
    const asked = new Set<string>();
    let now = given;
    if (given !== undefined && !this.#isQuiet && mayHaveReads(given)) {
      const note = (key: string): void => void asked.add(key);
      if (given.language === 'elixir') note(ELIXIR);
      now = withHelperReads(noting(this.#modules, note), this.#asking(note), given);
    }
    this.#askers.note(path, asked);
    if (before === now) return [];
    if (!isGivenAnew && before !== undefined && now !== undefined && areSame(before.facts, now.facts)) return [];
    if (now === undefined) this.#told.delete(path);
    else this.#told.set(now);
    return [{ path, before, now }];
  }

  get #isQuiet(): boolean {
    return this.#helpers.size === 0 && this.#giving.size === 0;
  }

  #asking(note: (key: string) => void): Helpers {
    return {
      size: this.#helpers.size,
      get: (key) => {
        // Names of Elixir are noted once for all.
        if (this.#given.has(key)) note(key);
        return this.#helpers.get(key);
      },
    };
  }
}
