import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Engine } from '../engine';
import { answerCache } from '../host/answer-cache';
import { loadAssets } from '../host/assets';
import { reasonOf } from '../host/file-system';
import { blockingFileSystem, nodeFileSystem } from '../host/node-file-system';
import { folderState, isInput, scanFolder } from '../host/scan';
import type { Depth } from '../model/depth';
import type { Project } from '../model/project';
import type { Snapshot } from '../model/workspace';
import { type CliEnvironment, UsageError } from './environment';
import { showProgress } from './progress';

export interface ReadFolder {
  readonly root: string;
  readonly name: string;
  readonly project: Project;
  readonly snapshot: Snapshot;
  readonly engine: Engine;
  /** Whether a scan would read a file of this name. */
  isInput(path: string): boolean;
}

/** Reads a folder that the user named, as deep as the question goes. */
export async function readFolder(dir: string, environment: CliEnvironment, depth: Depth): Promise<ReadFolder> {
  const root = await rootOf(resolve(environment.cwd, dir), dir);
  const assets = await loadAssets(environment.assets);
  const progress = showProgress(environment);
  try {
    const { files, project, catalog, problems } = await scanFolder({
      fs: blockingFileSystem(root),
      assets,
      readsToo: true,
      onProgress: progress.update,
      depth,
      ...(environment.workerScript !== undefined && { workerScript: environment.workerScript }),
      ...(environment.signal && { signal: environment.signal }),
      ...(environment.readAll === true && { readAll: true }),
      ...(environment.cacheDir !== undefined && { cacheDir: environment.cacheDir }),
    });
    const engine = new Engine(catalog);
    engine.setHostProblems(problems);
    engine.setIgnored(project.ignore);
    engine.setFiles(files);
    return {
      root,
      name: basename(root),
      project,
      snapshot: engine.snapshot(),
      engine,
      isInput: (path) => isInput(assets, path),
    };
  } finally {
    progress.end();
  }
}

/**
 * What was answered the last time, if nothing at all changed since; otherwise what `answer` makes of the folder now. A
 * file that could not be read may be readable now, and nothing else tells: such answers are not kept.
 */
export async function answeredFromMap(
  dir: string,
  environment: CliEnvironment,
  question: string,
  answer: (read: ReadFolder) => string,
): Promise<string> {
  const { cacheDir, signal } = environment;
  if (cacheDir === undefined) return answer(await readFolder(dir, environment, 'map'));
  const root = await rootOf(resolve(environment.cwd, dir), dir);
  const assets = await loadAssets(environment.assets);
  const cache = answerCache(cacheDir, root, question, assets.build ?? '');
  const state =
    assets.build === undefined
      ? undefined
      : await folderState({ fs: nodeFileSystem(root), assets, ...(signal && { signal }) });
  const known = state === undefined ? undefined : await cache.find(state);
  if (known !== undefined) return known;
  const read = await readFolder(dir, environment, 'map');
  const text = answer(read);
  if (state !== undefined && !read.snapshot.problems.some(({ passing }) => passing === true))
    await cache.keep(state, text).catch(() => {});
  return text;
}

/** The folder itself may be named through a link; inside it links are not followed. */
async function rootOf(path: string, given: string): Promise<string> {
  try {
    const root = await realpath(path);
    if (!(await stat(root)).isDirectory()) throw new UsageError(`${given} is not a folder.`);
    await readdir(root);
    return root;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      throw new UsageError(`There is no folder ${given}.`);
    }
    throw new UsageError(`The folder ${given} could not be read: ${reasonOf(error)}.`);
  }
}
