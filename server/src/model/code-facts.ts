import type { EnvReadFact } from './env-facts';
import type { FactBase } from './fact-base';
import type { Keywords, Value } from './value';

/** `import x`, `from x import y`, `require("x")`, `alias X.Y`. One fact a statement and module. */
export interface ImportFact extends FactBase {
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
 * A call or construction whose callee starts at an import, or at a name bound to one. Local helpers are not facts.
 */
export interface CallFact extends FactBase {
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
export interface BindingFact extends FactBase {
  readonly kind: 'binding';
  readonly name: string;
  readonly value: Value;
  readonly exported?: boolean;
  /** Of a view that serves requests: the HTTP methods it takes; for a view set, those of its whole collection. */
  readonly methods?: readonly string[];
}

/** An absolute URL in code or configuration (not in a comment). */
export interface UrlFact extends FactBase {
  readonly kind: 'url';
  readonly host: string;
  /** Scheme, host and path; holes are `{}`; never a user or password. */
  readonly url: string;
  /** An argument of a function that sends requests, or the base URL of a client. */
  readonly fetched?: boolean;
  /** Only compared with another text: the program knows the address, and need not ask it. */
  readonly compared?: boolean;
}

/**
 * A text that code compares something with, by name: `case "checkout.session.completed":`, `if event["type"] == "x"`,
 * `%{"type" => "x"}` in a pattern. Only for subjects that say what is handled or chosen (`type`, `event`, `action`,
 * `provider` ...).
 */
export interface CaseFact extends FactBase {
  readonly kind: 'case';
  /** What is compared, as written: `event.type`, `provider`. */
  readonly subject: string;
  readonly value: string;
}

/**
 * Which functions of a file call which others of it: with the calls of other files' functions, the way from a route to
 * what a helper asks for. One fact a file, of those that hold any.
 */
export interface LocalCallsFact extends FactBase {
  readonly kind: 'localCalls';
  readonly calls: readonly LocalCall[];
}

/** Functions as scopes name them: `EmailService.send`; the caller's is empty at the top of the file. */
export interface LocalCall {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}
