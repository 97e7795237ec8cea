import type { FactBase } from './fact-base';
import type { Value } from './value';

/** A route that this file registers; its full path is joined by the index from mounts. */
export interface RouteFact extends FactBase {
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
export interface MountFact extends FactBase {
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
export interface SettingFact extends FactBase {
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
export interface ModelFact extends FactBase {
  readonly kind: 'model';
  readonly orm: string;
  readonly name: string;
  readonly table?: string;
}

/** Work that runs apart from requests. */
export interface JobFact extends FactBase {
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

/** A rule of the program's own about accounts: what a password must be like, a type that a user may have. */
export interface AccountRuleFact extends FactBase {
  readonly kind: 'accountRule';
  readonly about: 'password length' | 'password pattern' | 'user type';
  /** The least number of characters, a regular expression's source, the type's name. */
  readonly value: string;
}

/** The address of a picture that tells when a message is opened: `{base}/mail/{id}/pixel.gif`. */
export interface PixelFact extends FactBase {
  readonly kind: 'pixel';
  /** What the address starts with, as written: `settings.TRACKING_BASE_URL`. */
  readonly base: string;
  readonly path: string;
}
