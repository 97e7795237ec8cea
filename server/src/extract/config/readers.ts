import type { Reader } from '../reader';
import { composeReader } from './containers/compose-file';
import { dockerfileReader } from './containers/dockerfile';
import { helmValuesReader } from './containers/helm-values';
import { kubernetesReader } from './containers/kubernetes';
import { dotenvReader } from './dotenv/dotenv-file';

/** Configuration that is not code: `.env*`, containers, pipelines, hosting. */
export const CONFIG_READERS: readonly Reader[] = [
  dotenvReader,
  composeReader,
  dockerfileReader,
  kubernetesReader,
  helmValuesReader,
];
