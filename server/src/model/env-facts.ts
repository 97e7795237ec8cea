import type { FactBase } from './fact-base';

/**
 * Why a read makes its variable required or not:
 * `raises` absence stops the program, `bare` no default and no guard, `default` a fallback value is given,
 * `guarded` the code asks first, `compared` only compared, truth-tested or coerced, `passed` handed on as it is, present or
 * not, to something that may do without.
 */
export type Presence = 'raises' | 'bare' | 'default' | 'guarded' | 'compared' | 'passed';

/** A place where code asks for the value or the presence of an environment variable. */
export interface EnvReadFact extends FactBase {
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
export interface DynamicReadFact extends FactBase {
  readonly kind: 'dynamicRead';
  readonly accessor: string;
  /** The function around it reads the variable that it is given the name of: its calls elsewhere are reads. */
  readonly helper?: ReadHelper;
}

/** A read through a name of another file: it is one if that file says that the name is the environment as a whole. */
export interface ImportedReadFact extends FactBase {
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
export interface EnvDeclarationFact extends FactBase {
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
