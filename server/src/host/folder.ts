import type { Catalog } from '../catalog/catalog';
import { withServices } from '../catalog/layered-catalog';
import type { OwnService } from '../catalog/own-service';
import { isWanted } from '../extract/extract-file';
import type { FileFacts, Problem } from '../model/facts';
import type { Project } from '../model/project';
import { boundFolder } from './cache-folder';
import { contentHash } from './content-hash';
import { type ExtractionHost, extractFiles, type Finding, type Watching } from './extract-files';
import { FactsCache } from './facts-cache';
import { byCodeUnit, type FileStat } from './file-system';
import { matcherOf, readPatterns } from './patterns';
import { NO_PROJECT, PROJECT_FILE, readProjectFile, servicesOfSetting } from './project-file';
import { forgetTexts } from './read-here';
import { ReadStamps } from './read-stamps';
import { accepts, type Found, type Walked, type Ways, walk } from './walk';
import type { WalkRules } from './walk-rules';

export interface FolderOptions extends ExtractionHost {
  /** Patterns of the shell's settings, in .gitignore syntax; they add to those of the project file. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Where facts are kept from one scan to the next; without it nothing is. */
  readonly cacheDir?: string;
  /** Services that the shell's settings define, as they stand there. */
  readonly services?: unknown;
}

export interface ScanOptions extends Watching {
  /** What an editor holds, by path, standing in for what is on disk. */
  readonly open?: ReadonlyMap<string, string>;
  /** Files to read whole, whatever they look like. */
  readonly whole?: ReadonlySet<string>;
  /** Only texts of editors changed, nothing on disk: what was asked there for the edit before holds for this one. */
  readonly edited?: boolean;
}

export interface Scanned {
  readonly files: readonly FileFacts[];
  readonly project: Project;
  /** The catalog with the services of settings and project file above it. */
  readonly catalog: Catalog;
  /** What concerns no single file of `files`: folders that could not be read, the project file. */
  readonly problems: readonly Problem[];
}

export interface Updated {
  readonly files: readonly FileFacts[];
  /** Paths that say nothing any more: deleted, ignored, or folders of such; forget them and all below. */
  readonly removed: readonly string[];
  /** A folder was among the paths. */
  readonly hasFolders: boolean;
}

export interface FolderState {
  readonly name: string;
  /** Every folder and file that a scan looks at, with its stamp; empty where that does not tell everything. */
  readonly places: readonly (readonly [path: string, stamp: string])[];
}

/**
 * One workspace folder on its file system: scanned as a whole, then kept up to date path by path under the same rules.
 * It holds no facts; those are the engine's.
 */
export class Folder {
  readonly #options: FolderOptions;
  #project: Project = NO_PROJECT;
  #services: readonly OwnService[] = [];
  #catalog: Catalog;
  #rules: WalkRules;
  readonly #read = new ReadStamps();
  /** Whether a scan takes the files that editors edit: another map as soon as anything on disk may be otherwise. */
  #taken = new Map<string, Awaited<ReturnType<typeof accepts>>>();
  /** Of a state that was asked for and not scanned yet. */
  #walked: Walked | undefined;

  constructor(options: FolderOptions) {
    this.#options = options;
    this.#catalog = options.assets.catalog;
    this.#rules = rulesOf(options, NO_PROJECT);
  }

  get project(): Project {
    return this.#project;
  }

  /**
   * Names the state of everything that a scan would read, without reading it: the same state gives the same facts.
   * `undefined` where something changed so recently that its stamp does not tell.
   */
  async state(signal?: AbortSignal): Promise<FolderState | undefined> {
    const { fs, assets } = this.#options;
    const projectStat = await this.#stat(PROJECT_FILE);
    const { project } = await readProjectFile(fs, assets.catalog);
    const walked = await walk(rulesOf(this.#options, project), signal);
    this.#walked = walked;
    const { found, opened, problems } = walked;
    const stamps = found.map(({ path, gitIgnored, stamp }) =>
      stamp === undefined ? '' : `${path}\n${stamp}\n${gitIgnored}`,
    );
    if (stamps.includes('') || (projectStat !== undefined && projectStat.stamp === undefined)) return undefined;
    const name = contentHash(JSON.stringify([assets.build, projectStat?.stamp, stamps, problems]));
    const folders = await Promise.all(opened.map(async (path) => ({ path, stamp: (await this.#stat(path))?.stamp })));
    const places = [
      ...folders,
      ...found,
      ...(projectStat === undefined ? [] : [{ path: PROJECT_FILE, ...projectStat }]),
    ];
    const isSure = problems.length === 0 && places.every(({ stamp }) => stamp !== undefined);
    return { name, places: isSure ? places.map(({ path, stamp = '' }) => [path, stamp] as const) : [] };
  }

  /** Reads everything. Rejects only where `signal` says so. */
  async scan(options: ScanOptions = {}): Promise<Scanned> {
    const { catalog } = this.#options.assets;
    const { project, services, problems } = await readProjectFile(this.#options.fs, catalog);
    const ofSettings = servicesOfSetting(this.#options.services, catalog);
    this.#project = project;
    this.#rules = rulesOf(this.#options, project);
    this.#taken = new Map();
    this.#services = [...ofSettings.services, ...services];
    this.#catalog = withServices(catalog, this.#services);
    const cache = await this.#openCache();
    // Whoever asked for the state has had it walked through a moment ago.
    let walked = this.#walked;
    this.#walked = undefined;
    const found: Found[] = [];
    const find: Finding = async (onFound) => {
      walked ??= await walk(this.#rules, options.signal, '', onFound);
      found.push(...walked.found.filter(({ path }) => options.open?.has(path) !== true));
      for (const path of options.open?.keys() ?? []) found.push(...(await this.#find(path, options)));
      return found;
    };
    const files = await this.#extract(find, options, cache);
    this.#read.replace(found);
    if (cache !== undefined) await saveCache(cache, this.#options.cacheDir ?? '');
    return {
      files,
      project,
      catalog: this.#catalog,
      problems: [...problems, ...ofSettings.problems, ...(walked?.problems ?? [])],
    };
  }

  /**
   * Reads these paths again, files or folders, existing or not. Changes that `changesEverything` need a scan instead.
   */
  async update(paths: Iterable<string>, options: ScanOptions = {}): Promise<Updated> {
    if (options.edited !== true) this.#taken = new Map();
    const removed: string[] = [];
    const found = new Map<string, Found>();
    const ways: Ways = new Map();
    let hasFolders = false;
    for (const [index, path] of [...new Set(paths)].sort(byCodeUnit).entries()) {
      if (index % TOGETHER === TOGETHER - 1) await breath(options.signal);
      const files = await this.#find(path, options, ways);
      // A folder is forgotten before its files come back: some of those that were known may be gone.
      if (files.length !== 1 || files[0]?.path !== path) removed.push(path);
      hasFolders ||= files.some((file) => file.path !== path);
      for (const file of files) found.set(file.path, file);
    }
    const whole = [...found.values()].map((file) => (options.whole?.has(file.path) ? { ...file, whole: true } : file));
    const files = await this.#extract(whole, options);
    this.#read.forget(new Set(removed));
    this.#read.note(found.values());
    const silent = new Set(found.keys());
    for (const file of files) silent.delete(file.path);
    return { files, removed: [...removed, ...silent], hasFolders };
  }

  /** The paths of files that are other than when they were read, came or went: those that nobody told of, too. */
  async others(): Promise<readonly string[]> {
    const { found } = await walk(this.#rules);
    return this.#read.others(found);
  }

  /** No editor holds this text any more, or none of the folder's: what was kept for the next edit is not needed. */
  forgetText(path?: string): void {
    forgetTexts(this.#options.fs, this.#options.assets, path === undefined ? undefined : [path]);
  }

  /** The paths of other files that lie where a scan looks: documents, what no reader wants. */
  async paths(wanted: (path: string) => boolean): Promise<readonly string[]> {
    const { found } = await walk({ ...this.#rules, wanted });
    return found.map(({ path }) => path);
  }

  /** Whether a scan would leave this path out, were there a file. */
  async isIgnored(path: string): Promise<boolean> {
    return (await accepts(this.#rules, path)) === undefined;
  }

  #extract(found: readonly Found[] | Finding, watching: Watching, cache?: FactsCache): Promise<readonly FileFacts[]> {
    const extraction = { catalog: this.#catalog, services: this.#services, ...(cache && { cache }) };
    return extractFiles(this.#options, found, extraction, watching);
  }

  async #openCache(): Promise<FactsCache | undefined> {
    const { cacheDir, fs, assets, readAll = false, depth = 'document' } = this.#options;
    // It may hold what was only looked at.
    if (readAll || cacheDir === undefined || fs.root === undefined || assets.build === undefined) return undefined;
    // What is worth a closer look rests on the services that are known.
    const own = this.#services.length === 0 ? '' : ` ${contentHash(JSON.stringify(this.#services))}`;
    return FactsCache.open(cacheDir, fs.root, depth, `${assets.build}${own}`);
  }

  async #find(path: string, { open, signal, edited }: ScanOptions, ways: Ways = new Map()): Promise<readonly Found[]> {
    const text = open?.get(path);
    const stat = text === undefined ? await this.#stat(path) : undefined;
    if (stat?.type === 'folder') {
      const { found } = await walk(this.#rules, signal, path);
      return found.map((file) => withText(file, open?.get(file.path)));
    }
    if (text === undefined && stat?.type !== 'file') return [];
    const accepted = await this.#accepts(path, ways, text !== undefined && edited === true);
    const stamp = stat?.stamp === undefined ? {} : { stamp: stat.stamp };
    return accepted === undefined ? [] : [withText({ path, size: stat?.size ?? 0, ...stamp, ...accepted }, text)];
  }

  async #accepts(path: string, ways: Ways, isEdited: boolean): ReturnType<typeof accepts> {
    const taken = this.#taken;
    if (isEdited && taken.has(path)) return taken.get(path);
    const accepted = await accepts(this.#rules, path, ways);
    if (isEdited) taken.set(path, accepted);
    return accepted;
  }

  /** A path that cannot even be looked at is told by reading it, as a scan does. */
  async #stat(path: string): Promise<FileStat | undefined> {
    try {
      return await this.#options.fs.stat(path);
    } catch {
      return { type: 'file', size: 0 };
    }
  }
}

/** So many paths are looked at before others in this thread have their turn. */
const TOGETHER = 64;

/** Lets others in this thread have their turn, who may want this to end. */
async function breath(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  signal?.throwIfAborted();
}

/** A cache that cannot be written costs time, not the answer. */
async function saveCache(cache: FactsCache, dir: string): Promise<void> {
  try {
    await cache.save();
    await boundFolder(dir);
  } catch {
    // A read-only home, a full disk: the next scan reads everything again.
  }
}

/** Files that decide about others: after a change of one of them only a new scan is true. */
export function changesEverything(path: string): boolean {
  return path === PROJECT_FILE || path === '.gitignore' || path.endsWith('/.gitignore');
}

function withText(file: Found, text: string | undefined): Found {
  return text === undefined ? file : { ...file, text };
}

function rulesOf({ fs, assets, include = [], exclude = [] }: FolderOptions, project: Project): WalkRules {
  const included = readPatterns([...project.include, ...include]).lines;
  const excluded = readPatterns([...project.exclude, ...exclude]).lines;
  return {
    fs,
    wanted: (path) => isWanted(assets.languages, path),
    ...(included.length > 0 && { include: matcherOf(included) }),
    ...(excluded.length > 0 && { exclude: matcherOf(excluded) }),
  };
}
