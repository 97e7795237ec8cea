import type { Matcher } from '../../catalog/match';
import type { Depth } from '../../model/depth';
import type { FileFacts } from '../../model/facts';
import { importsOf } from '../imports-of';
import { type LocalModules, localModules, modulesOver } from '../local-modules';
import { ModulePaths } from '../module-paths';
import { distinct } from '../order';
import { saysTheSameOfPackages } from '../same-facts';
import { changesBetween } from '../sorted-files';
import { clientHolders } from './client-holders';
import { handlersOf } from './handlers';
import { constantsOf } from './named-constants';
import { namesOneOf, wrappingModules } from './named-modules';
import { boundToOthers, isWhole, ownNamesOf, providedBy } from './provided-names';
import { takesIn } from './takes-in';
import { constantHolders, holds, passesOn, type ValueLinks, valueLinks } from './value-links';

interface Answer {
  readonly matcher: Matcher;
  readonly modules: LocalModules;
  readonly asked: readonly string[];
}

/**
 * Files that were only looked at, but that others give a meaning: they import a wrapper around an accessor, a client of a
 * service or a function that asks one, handle a route, or hold a constant that somebody names. While changed files say the
 * same of all that, so it stays.
 */
export class CloserLook {
  readonly #depth: Depth;
  #files: readonly FileFacts[] = [];
  #answer: Answer | undefined;

  constructor(depth: Depth = 'document') {
    this.#depth = depth;
  }

  /** The paths to read whole, of files sorted by path; empty when nothing is left to ask. */
  among(files: readonly FileFacts[], matcher: Matcher): readonly string[] {
    const known = this.#answer;
    const holds =
      known?.matcher === matcher &&
      changesBetween(this.#files, files).every(
        ({ before, now }) => before !== undefined && now !== undefined && this.#asksTheSame(known, before, now),
      );
    this.#files = files;
    if (holds) return known.asked;
    const modules = localModules(files);
    const asked = askedOf(files, modules, matcher, this.#depth);
    this.#answer = { matcher, modules, asked };
    return asked;
  }

  #asksTheSame({ matcher, modules }: Answer, before: FileFacts, now: FileFacts): boolean {
    if (!saysTheSameOfPackages(before, now)) return false;
    const looks = (file: FileFacts): string =>
      JSON.stringify([
        file.language,
        file.role,
        file.glanced,
        file.named,
        wrappingModules(file),
        importsOf(file).map(({ module, names, typeOnly }) => [module, names, typeOnly]),
        isWhole(file) && [
          ownNamesOf(file, matcher, this.#depth),
          boundToOthers(file),
          [...wantedBy(file, modules, clientHolders(modules, matcher), this.#depth)],
          linksText(valueLinks(file, modules, matcher)),
        ],
      ]);
    return looks(before) === looks(now);
  }
}

/**
 * The same for one scan, in which more and more of the same files are read whole: where imports lead is found out once, and
 * what a file names is looked for once.
 */
export function closerLooks(
  matcher: Matcher,
  depth: Depth = 'document',
): (files: readonly FileFacts[]) => readonly string[] {
  const named: Named = new Map();
  let paths: ModulePaths | undefined;
  return (files) => {
    paths ??= new ModulePaths(files);
    const byPath = new Map(files.map((file) => [file.path, file]));
    return askedOf(
      files,
      modulesOver(paths, (path) => byPath.get(path)),
      matcher,
      depth,
      named,
    );
  };
}

function askedOf(
  files: readonly FileFacts[],
  modules: LocalModules,
  matcher: Matcher,
  depth: Depth,
  named: Named = new Map(),
): readonly string[] {
  const glanced = files.filter((file) => file.glanced !== undefined);
  if (glanced.length === 0) return [];
  const asked = new Set<string>();
  const mayHoldClient = clientHolders(modules, matcher);
  const links = new Map<string, ValueLinks>();
  for (const file of files) if (isWhole(file)) links.set(file.path, valueLinks(file, modules, matcher));
  for (const path of constantHolders(links, modules)) asked.add(path);
  for (const file of files) {
    if (isWhole(file)) for (const path of wantedBy(file, modules, mayHoldClient, depth, named)) asked.add(path);
  }
  const { wrappers, all } = providedBy(files, modules, matcher, depth);
  // What a test does with a service is no use of it; the variables that it reads are told.
  const takes = { test: takesIn(files, modules, wrappers), source: takesIn(files, modules, all) };
  const namesWrapper = namesOneOf(new Set(files.flatMap(wrappingModules)));
  for (const file of glanced) {
    if (namesWrapper(file)) asked.add(file.path);
    if (!asked.has(file.path) && takes[file.role === 'source' ? 'source' : 'test'](file)) asked.add(file.path);
  }
  return distinct(asked);
}

/** By the file that was read whole, the files that were only looked at then and hold what it names. */
type Named = Map<FileFacts, readonly Holder[]>;

interface Holder {
  readonly path: string;
  /** It is called there: of interest where it may be the client of a package. */
  readonly called: boolean;
}

/** The files that hold a default or a client which a file names, or the handler of one of its routes. */
function wantedBy(
  file: FileFacts,
  modules: LocalModules,
  mayHoldClient: ReturnType<typeof clientHolders>,
  depth: Depth,
  named: Named = new Map(),
): ReadonlySet<string> {
  const wanted = new Set<string>();
  const isGlanced = (path: string): boolean => modules.file(path)?.glanced !== undefined;
  const holders = named.get(file) ?? holdersOf(file, modules, depth);
  named.set(file, holders);
  for (const { path, called } of holders) {
    if (!wanted.has(path) && isGlanced(path) && (!called || mayHoldClient(path))) wanted.add(path);
  }
  for (const path of handlersOf(modules, file, depth)) if (isGlanced(path)) wanted.add(path);
  return wanted;
}

function holdersOf(file: FileFacts, modules: LocalModules, depth: Depth): readonly Holder[] {
  return constantsOf(file).flatMap(({ module, name, called }) => {
    const path = modules.fileOf(file.path, module, file.language);
    const there = path === undefined ? undefined : modules.file(path);
    if (there === undefined || !holds(there, name)) return [];
    // What a call makes is no client before something is called on it.
    if (called === 'itself' && depth === 'map' && !passesOn(there, name)) return [];
    return [{ path: there.path, called: called !== undefined }];
  });
}

function linksText({ told, others, bindings }: ValueLinks): unknown {
  return [told, others, [...bindings]];
}
