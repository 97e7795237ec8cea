import type { Reader } from '../reader';
import { mixLockReader } from './mix-lock';
import { bunLockReader } from './npm/bun-lock';
import { packageJsonReader } from './npm/package-json';
import { packageLockReader } from './npm/package-lock';
import { pnpmLockReader } from './npm/pnpm-lock';
import { pnpmWorkspaceReader } from './npm/pnpm-workspace';
import { tsconfigReader } from './npm/tsconfig';
import { yarnLockReader } from './npm/yarn-lock';
import { condaEnvironmentReader } from './python/conda-environment';
import { pipfileReader } from './python/pipfile';
import { pyprojectReader } from './python/pyproject-toml';
import { pipfileLockReader, tomlLockReader } from './python/python-locks';
import { requirementsTxtReader } from './python/requirements-txt';
import { setupCfgReader } from './python/setup-cfg';
import { setupPyReader } from './python/setup-py';

/** Manifests and lock files. */
export const MANIFEST_READERS: readonly Reader[] = [
  packageJsonReader,
  pnpmWorkspaceReader,
  tsconfigReader,
  packageLockReader,
  pnpmLockReader,
  yarnLockReader,
  bunLockReader,
  pyprojectReader,
  requirementsTxtReader,
  pipfileReader,
  setupCfgReader,
  setupPyReader,
  condaEnvironmentReader,
  tomlLockReader,
  pipfileLockReader,
  mixLockReader,
];
