import type { FactBase } from './fact-base';
import type { Range } from './text';

/** A container image: a compose service's, a Dockerfile's base, a workflow's service. */
export interface ImageFact extends FactBase {
  readonly kind: 'image';
  /** Name and tag as written: `postgres:16-alpine`. */
  readonly image: string;
  readonly source: 'compose' | 'dockerfile' | 'workflow' | 'kubernetes' | 'hosting';
  /** The compose or workflow service's name. */
  readonly service?: string;
  readonly ports?: readonly string[];
  /** Files of variables that a container is given whole, as written; the image is built elsewhere. */
  readonly envFiles?: readonly string[];
}

/** A package of the distribution that an image is given: `apt-get install ffmpeg`. */
export interface SystemPackageFact extends FactBase {
  readonly kind: 'systemPackage';
  readonly name: string;
  /** `apt-get`, `apk`. */
  readonly manager: string;
}

/** A reusable CI step: `uses: aws-actions/configure-aws-credentials@v4`. */
export interface ActionFact extends FactBase {
  readonly kind: 'action';
  readonly uses: string;
}

/** A pipeline: one fact a file. */
export interface WorkflowFact extends FactBase {
  readonly kind: 'workflow';
  readonly system: string;
  readonly name?: string;
  readonly triggers: readonly string[];
  readonly jobs: readonly string[];
  /** Commands of its steps that deploy or publish: `flyctl deploy --remote-only`. */
  readonly commands?: readonly string[];
}

/** A file whose presence configures something: `fly.toml`, `vercel.json`, `alembic.ini`, `Procfile`. */
export interface ConfigFileFact extends FactBase {
  readonly kind: 'configFile';
  /** The file's own name, lower case: what the catalog matches. */
  readonly name: string;
  /** Short facts a reader wants, as label and text: `region` `fra`, `build` `pip install -r requirements.txt`. */
  readonly details?: Readonly<Record<string, string>>;
  /** Where a detail stands, for those that are a line of their own: what a container starts. */
  readonly detailRanges?: Readonly<Record<string, Range>>;
  /** Command lines that it starts, each at its place. */
  readonly commands?: readonly { readonly line: string; readonly range: Range }[];
}
