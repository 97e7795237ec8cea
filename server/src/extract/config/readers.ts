import type { Reader } from '../reader';
import { composeReader } from './containers/compose-file';
import { dockerfileReader } from './containers/dockerfile';
import { helmValuesReader } from './containers/helm-values';
import { kubernetesReader } from './containers/kubernetes';
import { dotenvReader } from './dotenv/dotenv-file';
import { githubWorkflowReader } from './pipelines/github-workflow';
import { gitlabCiReader } from './pipelines/gitlab-ci';
import { jenkinsfileReader } from './pipelines/jenkinsfile';
import { otherPipelinesReader } from './pipelines/other-pipelines';
import { repositoryBotsReader } from './pipelines/repository-bots';

/** Configuration that is not code: `.env*`, containers, pipelines, hosting. */
export const CONFIG_READERS: readonly Reader[] = [
  dotenvReader,
  composeReader,
  dockerfileReader,
  kubernetesReader,
  helmValuesReader,
  githubWorkflowReader,
  gitlabCiReader,
  otherPipelinesReader,
  jenkinsfileReader,
  repositoryBotsReader,
];
