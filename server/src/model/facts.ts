import type { Range } from './text';
import type { Keywords, Value } from './value';

/**
 * A fact states what one file says, and nothing about what that means: no fact knows the catalog, another file, or the
 * machine it was read on. Extractors emit facts, the index joins them.
 */
export type Fact =
  | DependencyFact
  | ManifestFact
  | ImportFact
  | EnvReadFact
  | DynamicReadFact
  | ImportedReadFact
  | EnvDeclarationFact
  | CallFact
  | BindingFact
  | UrlFact
  | RouteFact
  | MountFact
  | SettingFact
  | ModelFact
  | JobFact
  | ImageFact
  | ActionFact
  | WorkflowFact
  | ConfigFileFact
  | CaseFact
  | LocalCallsFact
  | AccountRuleFact
  | PixelFact;

export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

export type Ecosystem = 'npm' | 'pypi' | 'hex';

interface Base {
  readonly range: Range;
  /** The function or class around it, outermost first, joined with `.`: `OpenAIClient.generate`. */
  readonly scope?: string;
}

/** A package that a manifest asks for. */
export interface DependencyFact extends Base {
  readonly kind: 'dependency';
  readonly ecosystem: Ecosystem;
  /** As written in the manifest; the catalog normalises PyPI names itself. */
  readonly name: string;
  /** The requirement as written, operators included: `^15.8.0`, `>=2.0,<3`, `~> 2.6`; empty when none is given. */
  readonly version: string;
  readonly group: 'runtime' | 'dev' | 'optional' | 'peer' | 'build';
  readonly extras?: readonly string[];
  readonly commentedOut?: boolean;
}

/** A manifest makes its folder an application. */
export interface ManifestFact extends Base {
  readonly kind: 'manifest';
  readonly ecosystem: Ecosystem;
  /** The application's own name, where the manifest gives one. */
  readonly name?: string;
  /** Globs of member folders, where the manifest is a workspace's root. */
  readonly workspaces?: readonly string[];
  /** Named commands: npm scripts, `[project.scripts]`, mix aliases. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Where each of them stands, where the format tells. */
  readonly scriptRanges?: Readonly<Record<string, Range>>;
  /** The application's folder, where it is not the manifest's own: `backend` for `backend/requirements/base.txt`. */
  readonly folder?: string;
  /** Other manifests that this one takes in, as written: `-r base.txt`. */
  readonly includes?: readonly string[];
  /** Versions that members name as `catalog:` or `catalog:NAME`; the unnamed catalog is `default`. */
  readonly catalogs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `import x`, `from x import y`, `require("x")`, `alias X.Y`. One fact a statement and module. */
export interface ImportFact extends Base {
  readonly kind: 'import';
  /** As written: `@scope/pkg/sub`, `google.cloud.storage`, `../lib/stripe`, `.models`, `Stripe.Webhook`. */
  readonly module: string;
  readonly names: readonly ImportedName[];
  readonly typeOnly?: boolean;
  /** Inside `try:` or a conditional: the package may be absent. */
  readonly guarded?: boolean;
  readonly dynamic?: boolean;
  readonly commentedOut?: boolean;
}

export interface ImportedName {
  /** The exported name; `default` for a default import, `*` for the module itself. */
  readonly name: string;
  /** The name it has in this file. */
  readonly local: string;
}

/**
 * Why a read makes its variable required or not:
 * `raises` absence stops the program, `bare` no default and no guard, `default` a fallback value is given,
 * `guarded` the code asks first, `compared` only compared, truth-tested or coerced, `passed` handed on as it is, present or
 * not, to something that may do without.
 */
export type Presence = 'raises' | 'bare' | 'default' | 'guarded' | 'compared' | 'passed';

/** A place where code asks for the value or the presence of an environment variable. */
export interface EnvReadFact extends Base {
  readonly kind: 'envRead';
  readonly name: string;
  /** The accessor as a reader knows it: `process.env`, `os.environ.get`, `System.fetch_env!`, `BaseSettings`. */
  readonly accessor: string;
  readonly presence: Presence;
  /** The read happens in production alone: inside `config_env() == :prod`, `settings/production.py`. */
  readonly production?: boolean;
  /** The default as a reader would write it, redacted where it looks like a secret. */
  readonly default?: string;
  /** The type it is turned into: `int`, `bool`, `url`, `list`. */
  readonly cast?: string;
  /** Values the code accepts, where it says so (an enum schema). */
  readonly allowed?: readonly string[];
  /** A comment or description that stands with it. */
  readonly comment?: string;
  /** The setting or constant that the read is kept in: `STRIPE_KEY`, `settings.stripe_key`, `app.Mod.key`. */
  readonly boundTo?: string;
  readonly commentedOut?: boolean;
}

/** A read whose name is built at run time; told, never guessed. */
export interface DynamicReadFact extends Base {
  readonly kind: 'dynamicRead';
  readonly accessor: string;
  /** The function around it reads the variable that it is given the name of: its calls elsewhere are reads. */
  readonly helper?: ReadHelper;
}

/** A read through a name of another file: it is one if that file says that the name is the environment as a whole. */
export interface ImportedReadFact extends Base {
  readonly kind: 'importedRead';
  /** The module as written, and what it is asked for. */
  readonly module: string;
  readonly name: string;
  readonly read: EnvReadFact;
}

/** A wrapper around an accessor: `get_env(name, default)`, `requireEnv(name)`. */
export interface ReadHelper {
  /** With its class, if it is a method: `Config.get`. */
  readonly name: string;
  /** Positions of its parameters, from 0, without `self`. */
  readonly nameParameter: number;
  /** Where that parameter is an object, the key that the name stands under. */
  readonly nameKey?: string;
  readonly defaultParameter?: number;
  readonly defaultKey?: string;
  /** What it does when the variable is absent and no default is given. */
  readonly missing: 'raises' | 'none';
  /** The default that it has itself. */
  readonly ownDefault?: string;
  readonly cast?: string;
  /** It is given several names: as one list, or as the rest of its arguments. */
  readonly many?: 'list' | 'rest';
  /** What it puts around the name that it is given, in capitals where `upper` is told. */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly upper?: boolean;
  /** The parameter that says whether absence stops the program, and what it says by itself. */
  readonly required?: { readonly index: number; readonly keyword?: string; readonly own: boolean };
}

/** A place that gives a variable a value, or says that one is wanted: never the value itself. */
export interface EnvDeclarationFact extends Base {
  readonly kind: 'envDeclaration';
  readonly name: string;
  readonly source: 'dotenv' | 'compose' | 'dockerfile' | 'workflow' | 'hosting' | 'kubernetes' | 'shell' | 'schema';
  /** A value stands there (it is not told which). */
  readonly hasValue: boolean;
  readonly commentedOut?: boolean;
  readonly comment?: string;
  /** It comes from a secret store: `secrets.X`, `fromSecret`. */
  readonly secret?: boolean;
  /** The value that stands there has the shape of a secret; the shape alone is told. */
  readonly secretShape?: boolean;
}

/**
 * A call or construction whose callee starts at an import, or at a name bound to one. Local helpers are not facts.
 */
export interface CallFact extends Base {
  readonly kind: 'call';
  /**
   * The callee with imports and bindings resolved, `/` and `.` kept from the module and `.` between names:
   * `stripe.webhooks.constructEvent` (npm `stripe`, default import bound to `new Stripe()` counts as the module),
   * `openai.OpenAI.chat.completions.create`, `@aws-sdk/client-s3.S3Client`, `Stripe.Webhook.construct_event`.
   */
  readonly callee: string;
  /** The module of the import that the callee starts at, as written there. */
  readonly module: string;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
  /** `new X()`, or a call of a capitalised name in Python. */
  readonly construct?: boolean;
  /** The name the result is bound to. */
  readonly result?: string;
  /** It decorates a function or class of this name. */
  readonly decorates?: string;
  /**
   * What the code around does with the result, told where the call may ask a wrapper of another file for a variable:
   * `env("PORT") ?? "3000"`.
   */
  readonly use?: Pick<EnvReadFact, 'presence' | 'default' | 'cast'>;
  readonly commentedOut?: boolean;
}

/** A module-level name and what it is bound to; `exported` names can be followed from other files. */
export interface BindingFact extends Base {
  readonly kind: 'binding';
  readonly name: string;
  readonly value: Value;
  readonly exported?: boolean;
  /** Of a view that serves requests: the HTTP methods it takes; for a view set, those of its whole collection. */
  readonly methods?: readonly string[];
}

/** An absolute URL in code or configuration (not in a comment). */
export interface UrlFact extends Base {
  readonly kind: 'url';
  readonly host: string;
  /** Scheme, host and path; holes are `{}`; never a user or password. */
  readonly url: string;
  /** An argument of a function that sends requests, or the base URL of a client. */
  readonly fetched?: boolean;
  /** Only compared with another text: the program knows the address, and need not ask it. */
  readonly compared?: boolean;
}

/** A route that this file registers; its full path is joined by the index from mounts. */
export interface RouteFact extends Base {
  readonly kind: 'route';
  /** Upper case; `ANY` where all methods are served, `WS` for a socket. */
  readonly method: string;
  /** As the framework writes it, parameters included: `/users/{id}`, `/users/:id`. */
  readonly path: string;
  readonly framework: string;
  /** The router object it is registered on, as a local name: `router`, `app`; joined with mounts by the index. */
  readonly router?: string;
  /** The handler's name, as far as it can be told; resolved like a ref. */
  readonly handler?: string;
  /** Pipelines or middleware that it passes, outermost first, by their names: `api`, `require_user`. */
  readonly through?: readonly string[];
  /** First and last line of a handler that is written in place. */
  readonly body?: readonly [number, number];
}

/** A router mounted under a prefix: `app.use("/api", users)`, `include_router(r, prefix=)`, `include("app.urls")`. */
export interface MountFact extends Base {
  readonly kind: 'mount';
  readonly prefix: string;
  /** The router that mounts, as a local name; empty for a file that is a router as a whole (Django urls). */
  readonly router: string;
  /**
   * What is mounted: a local name, or `module#name` for something imported (`./users#default`, `app.api#router`),
   * or `module#` for a whole module (Django's include). Equal to `router` when a router states its own prefix.
   */
  readonly target: string;
}

/** A setting of a framework as a path and a value: Django settings, Phoenix config, build configuration. */
export interface SettingFact extends Base {
  readonly kind: 'setting';
  readonly system: 'django' | 'phoenix' | 'pydantic' | 'vite' | 'next' | 'other';
  /** `DATABASES.default.ENGINE`, `:my_app.MyApp.Repo.pool_size`. */
  readonly path: string;
  readonly value: Value;
  /** Where it holds: `dev`, `prod`, `test`, or the condition in words: `unless POSTGRES_DB is set`. */
  readonly when?: string;
  readonly commentedOut?: boolean;
}

/** A model, table or collection that code declares or uses. */
export interface ModelFact extends Base {
  readonly kind: 'model';
  readonly orm: string;
  readonly name: string;
  readonly table?: string;
}

/** Work that runs apart from requests. */
export interface JobFact extends Base {
  readonly kind: 'job';
  readonly system: string;
  readonly name: string;
  readonly queue?: string;
  /** A cron expression or an interval as written. */
  readonly schedule?: string;
  /** What the schedule's own entry is called, where that is not the job's name. */
  readonly entry?: string;
  /** How often it is tried. */
  readonly attempts?: number;
}

/** A container image: a compose service's, a Dockerfile's base, a workflow's service. */
export interface ImageFact extends Base {
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

/** A reusable CI step: `uses: aws-actions/configure-aws-credentials@v4`. */
export interface ActionFact extends Base {
  readonly kind: 'action';
  readonly uses: string;
}

/** A pipeline: one fact a file. */
export interface WorkflowFact extends Base {
  readonly kind: 'workflow';
  readonly system: string;
  readonly name?: string;
  readonly triggers: readonly string[];
  readonly jobs: readonly string[];
  /** Commands of its steps that deploy or publish: `flyctl deploy --remote-only`. */
  readonly commands?: readonly string[];
}

/** A file whose presence configures something: `fly.toml`, `vercel.json`, `alembic.ini`, `Procfile`. */
export interface ConfigFileFact extends Base {
  readonly kind: 'configFile';
  /** The file's own name, lower case: what the catalog matches. */
  readonly name: string;
  /** Short facts a reader wants, as label and text: `region` `fra`, `build` `pip install -r requirements.txt`. */
  readonly details?: Readonly<Record<string, string>>;
  /** Where a detail stands, for those that are a line of their own: what a container starts. */
  readonly detailRanges?: Readonly<Record<string, Range>>;
}

/**
 * A text that code compares something with, by name: `case "checkout.session.completed":`, `if event["type"] == "x"`,
 * `%{"type" => "x"}` in a pattern. Only for subjects that say what is handled or chosen (`type`, `event`, `action`,
 * `provider` ...).
 */
export interface CaseFact extends Base {
  readonly kind: 'case';
  /** What is compared, as written: `event.type`, `provider`. */
  readonly subject: string;
  readonly value: string;
}

/**
 * Which functions of a file call which others of it: with the calls of other files' functions, the way from a route to
 * what a helper asks for. One fact a file, of those that hold any.
 */
export interface LocalCallsFact extends Base {
  readonly kind: 'localCalls';
  readonly calls: readonly LocalCall[];
}

/** Functions as scopes name them: `EmailService.send`; the caller's is empty at the top of the file. */
export interface LocalCall {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** A rule of the program's own about accounts: what a password must be like, a type that a user may have. */
export interface AccountRuleFact extends Base {
  readonly kind: 'accountRule';
  readonly about: 'password length' | 'password pattern' | 'user type';
  /** The least number of characters, a regular expression's source, the type's name. */
  readonly value: string;
}

/** The address of a picture that tells when a message is opened: `{base}/mail/{id}/pixel.gif`. */
export interface PixelFact extends Base {
  readonly kind: 'pixel';
  /** What the address starts with, as written: `settings.TRACKING_BASE_URL`. */
  readonly base: string;
  readonly path: string;
}

/** What a file is for; decides the status that its evidence can give. */
export type FileRole = 'source' | 'test' | 'example';

export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** It may be otherwise the next time, with the same content: a disk that failed, a parser that took too long. */
  readonly passing?: boolean;
}

/** A comment that silences diagnostics: `integration-atlas-disable-next-line env-unused`. */
export interface Suppression {
  /** The line that it is about; without it, the whole file. */
  readonly line?: number;
  /** The diagnostics' codes; none silences all. */
  readonly codes: readonly string[];
}

/** Everything that one file says. */
export interface FileFacts {
  readonly path: string;
  readonly role: FileRole;
  readonly language?: string;
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  /**
   * A lock file's resolved versions, direct dependencies' where the format tells. Not facts: there are thousands. Keys:
   * `ecosystem:name` always (PyPI names normalised); `folder#ecosystem:name` where the lock file knows members of a
   * workspace (the folder is relative to the lock file); `ecosystem:name@requirement` where it is kept by requirement.
   */
  readonly locked?: Readonly<Record<string, readonly string[]>>;
  /** A .gitignore leaves the file out; it was read all the same (`.env*`), which tells where secrets are kept. */
  readonly gitIgnored?: boolean;
  readonly suppressions?: readonly Suppression[];
  /**
   * The file was only looked at, since nothing in it spoke for reading it whole: its facts are its imports. These are the
   * module-level names that it gives values to, should another file ask for one.
   */
  readonly glanced?: readonly string[];
}
