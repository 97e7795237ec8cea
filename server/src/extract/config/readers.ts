import type { Reader } from '../reader';
import { configFileReader } from './config-file-reader';
import { composeReader } from './containers/compose-file';
import { dockerfileReader } from './containers/dockerfile';
import { helmValuesReader } from './containers/helm-values';
import { kubernetesReader } from './containers/kubernetes';
import { dotenvReader } from './dotenv/dotenv-file';
import { gitIgnoreReader } from './dotenv/git-ignore-file';
import {
  appJsonReader,
  flyReader,
  herokuYmlReader,
  kamalReader,
  railwayReader,
  renderReader,
} from './hosting/app-platforms';
import { appRunnerReader, buildspecReader, taskDefinitionReader } from './hosting/aws-files';
import { cloudFormationReader } from './hosting/cloudformation';
import { amplifyReader, appYamlReader, cloudBuildReader, firebaseReader, serverlessReader } from './hosting/clouds';
import { procfileReader } from './hosting/procfile';
import { netlifyReader, vercelReader } from './hosting/vercel';
import { wranglerReader } from './hosting/wrangler';
import { githubWorkflowReader } from './pipelines/github-workflow';
import { gitlabCiReader } from './pipelines/gitlab-ci';
import { jenkinsfileReader } from './pipelines/jenkinsfile';
import { otherPipelinesReader } from './pipelines/other-pipelines';
import { repositoryBotsReader } from './pipelines/repository-bots';
import { caddyfileReader } from './servers/caddyfile';
import { alembicReader, supervisordReader } from './servers/ini-files';
import { nginxReader } from './servers/nginx';
import { configPackageReader } from './tools/config-package';
import { deployScriptReader } from './tools/deploy-script';
import { devcontainerReader, miseReader, nixpacksReader, taskfileReader, turboReader } from './tools/environment-lists';
import { hydraReader } from './tools/hydra';
import { justfileReader } from './tools/justfile';
import { makefileReader } from './tools/makefile';
import { openapiReader } from './tools/openapi';
import { packageManagerConfigReader } from './tools/package-manager-config';
import { packageScriptsReader } from './tools/package-scripts';
import { powershellReader } from './tools/powershell';
import { prismaSchemaReader } from './tools/prisma-schema';
import { shellScriptReader } from './tools/shell-script';
import { terraformReader } from './tools/terraform';
import { vscodeReader } from './tools/vscode';

/** Configuration that is not code: `.env*`, containers, pipelines, hosting, servers, tools. */
export const CONFIG_READERS: readonly Reader[] = [
  dotenvReader,
  gitIgnoreReader,
  deployScriptReader,
  composeReader,
  dockerfileReader,
  kubernetesReader,
  helmValuesReader,
  githubWorkflowReader,
  gitlabCiReader,
  otherPipelinesReader,
  jenkinsfileReader,
  repositoryBotsReader,
  vercelReader,
  netlifyReader,
  flyReader,
  renderReader,
  railwayReader,
  appJsonReader,
  herokuYmlReader,
  kamalReader,
  appYamlReader,
  serverlessReader,
  cloudFormationReader,
  cloudBuildReader,
  firebaseReader,
  amplifyReader,
  wranglerReader,
  procfileReader,
  nginxReader,
  caddyfileReader,
  alembicReader,
  supervisordReader,
  terraformReader,
  prismaSchemaReader,
  packageManagerConfigReader,
  configPackageReader,
  turboReader,
  miseReader,
  devcontainerReader,
  openapiReader,
  shellScriptReader,
  makefileReader,
  justfileReader,
  powershellReader,
  vscodeReader,
  hydraReader,
  packageScriptsReader,
  nixpacksReader,
  taskfileReader,
  buildspecReader,
  appRunnerReader,
  taskDefinitionReader,
  configFileReader,
];
