import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KINDS, planApplication } from './applications';
import { LARGE_FILES } from './large';
import type { PlannedFile } from './plan';
import { randomOf } from './random';

/** Changes whenever the same seed gives other files, so that kept workspaces are made anew. */
const VERSION = 2;
const FILES_AN_APPLICATION = 420;
/** In real repositories most code talks to nothing but itself. */
const USES_A_SERVICE = 0.06;
const SIGMA = 1.15;
const LARGEST = 220_000;

/** Writes a workspace of about so many files below `cache`, unless it is there already, and gives its folder. */
export async function workspaceOf(cache: string, files: number, seed: number): Promise<string> {
  const folder = join(cache, `workspace-${VERSION}-${seed}-${files}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  for (const [path, text] of textsOf(files, seed)) {
    await mkdir(dirname(join(draft, path)), { recursive: true });
    await writeFile(join(draft, path), text);
  }
  // Tools that heed .gitignore do so only in a repository.
  await mkdir(join(draft, '.git'), { recursive: true });
  // Only a workspace that is whole gets its name.
  await rename(draft, folder);
  return folder;
}

function* textsOf(files: number, seed: number): Iterable<readonly [path: string, text: string]> {
  for (const file of planOf(files, seed)) {
    const random = randomOf(`${seed}:${file.path}`);
    const size = Math.min(LARGEST, Math.round(random.logNormal(file.median, SIGMA)));
    const { path, siblings } = file;
    yield [path, file.write({ random, path, size, siblings, usesService: random.chance(USES_A_SERVICE) })];
  }
  yield* Object.entries(LARGE_FILES);
  yield* Object.entries(ROOT_FILES);
}

function planOf(files: number, seed: number): readonly PlannedFile[] {
  const random = randomOf(`plan:${seed}`);
  return KINDS.flatMap((kind) => {
    const mine = Math.round((files * kind.share) / 100);
    const applications = Math.max(1, Math.round(mine / FILES_AN_APPLICATION));
    return Array.from({ length: applications }, (_, index) =>
      planApplication(kind, `${kind.folder}_${index + 1}`, Math.round(mine / applications), random),
    ).flat();
  });
}

const ROOT_FILES: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules/\ndist/\n__pycache__/\n_build/\ndeps/\n.env\n',
  'README.md': '# Bench\n\nGenerated: see the benchmarks of Integration Atlas.\n',
  'docker-compose.yml':
    'services:\n  db:\n    image: postgres:16-alpine\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-not-a-real-password}\n  cache:\n    image: redis:7-alpine\n',
  '.github/workflows/ci.yml':
    'on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: make test\n',
};
