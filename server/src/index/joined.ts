import type { FileFacts, Problem } from '../model/facts';
import type { Integration } from '../model/integration';
import type { Value } from '../model/value';
import type { Application, EnvVariable, Snapshot, Unrecognised } from '../model/workspace';
import { Askers } from './askers';
import { EnvChains } from './env-chain';
import { type EnvFacts, envIn } from './env-in-file';
import { builtInBy, dynamicReadsIn, variableOf, withOwners } from './environment';
import { factsOfKind } from './facts-of-kind';
import { type Added, concatenated, Fold, nothing } from './fold';
import { settingsIn, settingValue, valueFollower } from './follow-value';
import { findingsIn } from './gather-findings';
import { type LocalModules, modulesOver } from './local-modules';
import { noting } from './noting';
import { byText } from './order';
import { NO_ROUTES, Routes, type RoutesInFile, routesIn } from './routes';
import { saysTheSame } from './same-facts';
import type { ServiceFacts } from './service-findings';
import { Services } from './services';
import type { Change } from './sorted-files';
import type { ToldFiles } from './told-files';
import { unrecognisedIn, unrecognisedOf } from './unrecognised';
import type { Workspace } from './workspace';

/** What holds for all files together. */
export interface Given extends Pick<Workspace, 'matcher' | 'applications' | 'versions' | 'known'> {
  /** The names of the workspace's own manifests. */
  readonly own: ReadonlySet<string>;
}

/**
 * What the files say together. What each of them adds is kept, with the names of what it asked of others: after a change
 * those files alone are asked again that changed, or that asked for what says something else now.
 */
export class Joined {
  readonly #files: ToldFiles;
  readonly #given: Given;
  /** What the file that is read asks of others is noted. */
  readonly workspace: Workspace;
  #asked = new Set<string>();
  readonly #askers = new Askers();
  readonly #settings = new Fold<readonly Value[], Value | null>(settingValue);
  readonly #services: Services;
  readonly #env: Fold<EnvFacts, EnvVariable | undefined>;
  readonly chains: EnvChains;
  readonly #routes: Routes;
  readonly #unrecognised = new Fold(unrecognisedOf);
  readonly #dynamic = new Fold<Snapshot['dynamicReads'], Snapshot['dynamicReads']>(concatenated);
  readonly #problems = new Fold<readonly Problem[], readonly Problem[]>(concatenated);
  readonly #languages = new Map<string, number>();

  /** `first`: the files as they are now; they are not kept, since they become others. */
  constructor(files: ToldFiles, paths: Pick<LocalModules, 'fileOf'>, given: Given, first: readonly FileFacts[]) {
    this.#files = files;
    this.#given = given;
    const note = (key: string): void => void this.#asked.add(key);
    const modules = noting(
      modulesOver(paths, (path) => files.get(path)),
      note,
    );
    this.workspace = { ...given, modules, values: valueFollower(modules, { get: (name) => this.#setting(name) }) };
    const isBuiltIn = builtInBy(first, given.applications);
    this.#env = new Fold((added, name) => variableOf(added, name, isBuiltIn));
    this.#services = new Services(given.matcher, given.applications);
    this.chains = new EnvChains(given.applications.all, first);
    this.#routes = new Routes(given.applications);
  }

  /** `moved`: files whose imports lead elsewhere now. */
  update(changes: readonly Change[], moved: readonly string[]): void {
    const stale = new Set([...changes.map(({ path }) => path), ...moved]);
    const asked = new Set(moved);
    for (const { path, before, now } of changes) {
      const settings = this.#settings.set(path, now === undefined ? nothing() : settingsIn(now));
      for (const name of settings) asked.add(settingKey(name));
      if (this.#askers.has(path) && !saysTheSame(before, now)) asked.add(path);
      this.#count(before, -1);
      this.#count(now, 1);
    }
    for (const key of asked) for (const path of this.#askers.of(key)) stale.add(path);
    for (const path of stale) this.#read(path, this.#files.get(path));
  }

  get applications(): readonly Application[] {
    return this.#given.applications.all;
  }

  get files(): readonly FileFacts[] {
    return this.#files.list();
  }

  get services(): ReadonlyMap<string, ServiceFacts> {
    return this.#services.all;
  }

  get integrations(): readonly Integration[] {
    return this.#services.integrations;
  }

  get env(): readonly EnvVariable[] {
    return withOwners(this.#env.all, this.#services.all);
  }

  get routes(): Snapshot['routes'] {
    return this.#routes.all;
  }

  get unrecognised(): readonly Unrecognised[] {
    return this.#unrecognised.all;
  }

  get dynamicReads(): Snapshot['dynamicReads'] {
    return this.#dynamic.get('') ?? [];
  }

  get problems(): readonly Problem[] {
    return this.#problems.get('') ?? [];
  }

  get byLanguage(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#languages].sort(([a], [b]) => byText(a, b)));
  }

  #read(path: string, file: FileFacts | undefined): void {
    const parts = file === undefined ? NO_PARTS : this.#partsOf(file);
    this.#askers.note(path, this.#asked);
    if (this.#asked.size > 0) this.#asked = new Set();
    this.#services.set(path, parts.services, parts.hinting);
    this.#env.set(path, parts.env);
    this.#routes.set(path, parts.routes);
    this.#unrecognised.set(path, parts.unrecognised);
    this.#dynamic.set(path, alone(parts.dynamic));
    this.#problems.set(path, alone(file?.problems ?? []));
  }

  #setting(name: string): Value | undefined {
    this.#asked.add(settingKey(name));
    return this.#settings.get(name) ?? undefined;
  }

  #partsOf(file: FileFacts): Parts {
    const { workspace } = this;
    const ofImports = {
      services: findingsIn(workspace, file),
      unrecognised: unrecognisedIn(workspace, file, this.#given.own),
    };
    if (file.facts.length === 0) return { ...NO_PARTS, ...ofImports };
    return {
      ...ofImports,
      hinting: hintingIn(workspace, file),
      env: envIn(workspace, file),
      routes: routesIn(workspace, file),
      dynamic: dynamicReadsIn(file),
    };
  }

  #count(file: FileFacts | undefined, by: 1 | -1): void {
    if (file?.language === undefined) return;
    const count = (this.#languages.get(file.language) ?? 0) + by;
    if (count === 0) this.#languages.delete(file.language);
    else this.#languages.set(file.language, count);
  }
}

/** What one file adds. */
interface Parts {
  readonly services: Added<ServiceFacts>;
  readonly hinting: Added<true>;
  readonly env: Added<EnvFacts>;
  readonly routes: RoutesInFile;
  readonly unrecognised: ReturnType<typeof unrecognisedIn>;
  readonly dynamic: Snapshot['dynamicReads'];
}

const NO_PARTS: Parts = {
  services: nothing(),
  hinting: nothing(),
  env: nothing(),
  routes: NO_ROUTES,
  unrecognised: nothing(),
  dynamic: [],
};

/** Names of variables that may belong to services which something else proves. */
function hintingIn({ matcher }: Workspace, file: FileFacts): Added<true> {
  const facts = [...factsOfKind(file, 'envRead'), ...factsOfKind(file, 'envDeclaration')];
  const names = facts.map(({ name }) => name).filter((name) => matcher.envHintsOf(name).length > 0);
  return names.length === 0 ? nothing() : new Map(names.map((name) => [name, true]));
}

/** For what is told one after the other. */
function alone<T>(items: readonly T[]): Added<readonly T[]> {
  return items.length === 0 ? nothing() : new Map([['', items]]);
}

function settingKey(name: string): string {
  return `setting ${name}`;
}
