import type { Matcher } from '../../catalog/match';
import type { Depth } from '../../model/depth';
import type { FileFacts } from '../../model/facts';
import { localModules } from '../local-modules';
import { clientHolders } from './client-holders';
import { handlersOf } from './handlers';
import { constantsOf } from './named-constants';
import { providedBy, takesIn } from './provided-names';

/**
 * Files that were only looked at, but that others give a meaning: they import a wrapper around an accessor, a client of a
 * service or a function that asks one, handle a route, or hold a constant that somebody names. The paths to read whole;
 * empty when nothing is left to ask.
 */
export function closerLook(
  files: readonly FileFacts[],
  matcher: Matcher,
  depth: Depth = 'document',
): readonly string[] {
  const glanced = files.filter((file) => file.glanced !== undefined);
  if (glanced.length === 0) return [];
  const modules = localModules(files);
  const asked = new Set<string>();
  const isGlanced = (path: string | undefined): path is string =>
    path !== undefined && modules.file(path)?.glanced !== undefined;
  const mayHoldClient = clientHolders(modules, matcher);
  for (const file of files) {
    if (file.glanced !== undefined || file.language === undefined || file.role !== 'source') continue;
    for (const { module, name, called } of constantsOf(file)) {
      const path = modules.fileOf(file.path, module, file.language);
      if (!isGlanced(path) || asked.has(path) || !holds(modules.file(path), name)) continue;
      if (called !== true || mayHoldClient(path)) asked.add(path);
    }
    for (const path of handlersOf(modules, file, depth)) if (isGlanced(path)) asked.add(path);
  }
  const { wrappers, all } = providedBy(files, modules, matcher, depth);
  // What a test does with a service is no use of it; the variables that it reads are told.
  const takes = { test: takesIn(modules, wrappers), source: takesIn(modules, all) };
  for (const file of glanced) {
    if (!asked.has(file.path) && takes[file.role === 'source' ? 'source' : 'test'](file)) asked.add(file.path);
  }
  return [...asked];
}

function holds(file: FileFacts | undefined, name: string): boolean {
  return file?.glanced?.includes(name) === true || file?.glanced?.includes('*') === true;
}
