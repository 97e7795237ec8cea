import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Engine } from '../engine';
import { answerCache } from '../host/answer-cache';
import { type Assets, loadAssets } from '../host/assets';
import { reasonOf } from '../host/file-system';
import { Folder } from '../host/folder';
import { blockingFileSystem } from '../host/node-file-system';
import { isInput } from '../host/scan';
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
  return read(await open(dir, environment, depth), environment);
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
  const opened = await open(dir, environment, 'map');
  const { root, folder, assets } = opened;
  if (cacheDir === undefined || assets.build === undefined) return answer(await read(opened, environment));
  const cache = answerCache(cacheDir, root, question, assets.build);
  const state = await folder.state(signal);
  const known = state === undefined ? undefined : await cache.find(state);
  if (known !== undefined) return known;
  const found = await read(opened, environment);
  const text = answer(found);
  if (state !== undefined && !found.snapshot.problems.some(({ passing }) => passing === true))
    await cache.keep(state, text).catch(() => {});
  return text;
}

interface Opened {
  readonly root: string;
  readonly assets: Assets;
  readonly folder: Folder;
}

async function open(dir: string, environment: CliEnvironment, depth: Depth): Promise<Opened> {
  const root = await rootOf(resolve(environment.cwd, dir), dir);
  const assets = await loadAssets(environment.assets);
  const folder = new Folder({
    fs: blockingFileSystem(root, { stamps: environment.cacheDir !== undefined }),
    assets,
    readsToo: true,
    depth,
    ...(environment.workerScript !== undefined && { workerScript: environment.workerScript }),
    ...(environment.readAll === true && { readAll: true }),
    ...(environment.cacheDir !== undefined && { cacheDir: environment.cacheDir }),
  });
  return { root, assets, folder };
}

async function read({ root, assets, folder }: Opened, environment: CliEnvironment): Promise<ReadFolder> {
  const progress = showProgress(environment);
  try {
    const { files, project, catalog, problems } = await folder.scan({
      onProgress: progress.update,
      ...(environment.signal && { signal: environment.signal }),
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
