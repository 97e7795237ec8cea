import { join, resolve } from 'node:path';

/** Folders that `run.mjs` has prepared. */
export interface Surroundings {
  /** A copy of what was built: `dist` and `package.json`. */
  readonly product: string;
  /** Outside the repository, kept between runs. */
  readonly cache: string;
  /** The packages of other tools. */
  readonly peers: string;
  readonly out: string;
}

export function surroundings(env: NodeJS.ProcessEnv): Surroundings {
  const folder = (name: string): string => {
    const path = env[name];
    if (path === undefined) throw new Error('The benchmarks are started by "npm run bench".');
    return resolve(path);
  };
  return {
    product: folder('BENCH_PRODUCT'),
    cache: folder('BENCH_CACHE'),
    peers: folder('BENCH_PEERS'),
    out: folder('BENCH_OUT'),
  };
}

/** Where our programs keep caches while they are measured: never in the caches of who runs the benchmarks. */
export function isolated({ cache }: Surroundings): NodeJS.ProcessEnv {
  const folder = join(cache, 'home');
  return { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, INTEGRATION_ATLAS_CACHE: folder };
}
