import type { FileFacts } from '../model/facts';
import type { Value } from '../model/value';
import type { Applications } from './applications';
import { findApplications } from './applications';
import type { FileFindings } from './file-findings';
import { settingValues, valueFollower } from './follow-value';
import { withHelperReads } from './helper-reads';
import { knownPackages } from './known-packages';
import { bindingsOf, type LocalModules, localModules } from './local-modules';
import type { Versions } from './resolved-versions';
import { versionsOf } from './resolved-versions';
import { areSame, packagesIn, wordingOf } from './same-facts';
import type { Workspace } from './workspace';

/** What holds as long as the same files are there and say the same of packages. */
interface Frame {
  readonly modules: LocalModules;
  readonly applications: Applications;
  readonly versions: Versions;
  readonly known: ReadonlySet<string>;
}

/** What a file's findings rest on besides the file itself. */
interface Needs {
  readonly files: Set<string>;
  readonly settings: Set<string>;
}

interface Gathered {
  readonly file: FileFacts;
  readonly needs: Needs;
  readonly findings: FileFindings;
}

/**
 * What one snapshot leaves for the next, so that an edit costs what it changes and not what the workspace holds. All of
 * it can be made anew from the facts: a snapshot is the same with and without.
 */
export class Kept {
  #given: readonly FileFacts[] = [];
  #files: readonly FileFacts[] = [];
  #frame: Frame | undefined;
  #matcher: Workspace['matcher'] | undefined;
  #settings: ReadonlyMap<string, Value> = new Map();
  readonly #gathered = new Map<string, Gathered>();

  /** What the joining steps share, for these files, sorted by path. */
  workspaceOf(given: readonly FileFacts[], matcher: Workspace['matcher']): Workspace {
    // Another catalog proves other things.
    if (matcher !== this.#matcher) this.#gathered.clear();
    this.#matcher = matcher;
    const frame = this.#frameOf(given);
    const files = this.#withHelperReads(given, renewed(frame.modules, given));
    const modules = renewed(frame.modules, files);
    const settings = settingValues(files);
    this.#forget(files, settings);
    this.#given = given;
    this.#files = files;
    this.#frame = frame;
    this.#settings = settings;
    return { ...frame, files, matcher, modules, values: valueFollower(modules, settings) };
  }

  /** What a file adds to the findings: as known, or gathered with what it asks of other files noted down. */
  findingsOf(
    workspace: Workspace,
    file: FileFacts,
    gather: (workspace: Workspace, file: FileFacts) => FileFindings,
  ): FileFindings {
    const known = this.#gathered.get(file.path);
    if (known?.file === file) return known.findings;
    const needs: Needs = { files: new Set(), settings: new Set() };
    const findings = gather(noting(workspace, this.#settings, needs), file);
    this.#gathered.set(file.path, { file, needs, findings });
    return findings;
  }

  #frameOf(given: readonly FileFacts[]): Frame {
    const known = this.#frame;
    const isSame =
      known !== undefined &&
      given.length === this.#given.length &&
      given.every((file, index) => {
        const before = this.#given[index];
        return before === file || (before?.path === file.path && packagesIn(before) === packagesIn(file));
      });
    if (isSame) return known;
    this.#gathered.clear();
    return {
      modules: localModules(given),
      applications: findApplications(given),
      versions: versionsOf(given),
      known: knownPackages(given),
    };
  }

  /** Files that are given reads of wrappers stay the same objects while they are given the same. */
  #withHelperReads(given: readonly FileFacts[], modules: LocalModules): readonly FileFacts[] {
    const files = withHelperReads(given, modules);
    if (files === given) return given;
    return files.map((file, index) => {
      const before = this.#files[index];
      const isSame = given[index] === this.#given[index] && before !== undefined && areSame(before.facts, file.facts);
      return isSame ? before : file;
    });
  }

  /** Drops the findings that rest on what is said otherwise now. */
  #forget(files: readonly FileFacts[], settings: ReadonlyMap<string, Value>): void {
    if (this.#gathered.size === 0) return;
    const changed = new Set(
      files.flatMap((file, index) => {
        const before = this.#files[index];
        return before === undefined || before === file || wordingOf(before) === wordingOf(file) ? [] : [file.path];
      }),
    );
    if (changed.size === 0) return;
    const names = differing(this.#settings, settings);
    for (const [path, { needs }] of this.#gathered) {
      if (meet(needs.files, changed) || meet(needs.settings, names)) this.#gathered.delete(path);
    }
  }
}

/** The same modules with what the files say now. */
function renewed({ fileOf }: LocalModules, files: readonly FileFacts[]): LocalModules {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    fileOf,
    file: (path) => byPath.get(path),
    bindingOf: (path, name) => bindingsOf(byPath.get(path)).get(name),
  };
}

function noting({ modules, ...rest }: Workspace, settings: ReadonlyMap<string, Value>, needs: Needs): Workspace {
  const noted: LocalModules = {
    fileOf: modules.fileOf,
    file: (path) => {
      needs.files.add(path);
      return modules.file(path);
    },
    bindingOf: (path, name) => {
      needs.files.add(path);
      return modules.bindingOf(path, name);
    },
  };
  const asked = {
    get: (name: string) => {
      needs.settings.add(name);
      return settings.get(name);
    },
  };
  return { ...rest, modules: noted, values: valueFollower(noted, asked) };
}

function differing(before: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of new Set([...before.keys(), ...now.keys()])) {
    const [old, fresh] = [before.get(name), now.get(name)];
    if (old !== fresh && JSON.stringify(old) !== JSON.stringify(fresh)) names.add(name);
  }
  return names;
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (others.size === 0) return false;
  for (const one of some) if (others.has(one)) return true;
  return false;
}
