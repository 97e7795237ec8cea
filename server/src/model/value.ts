/**
 * What an expression says, as far as it can be told without running it. Arguments, settings and constants all use it,
 * so a view can print `timeout: 60` or follow `settings.STRIPE_KEY` to the variable behind it.
 *
 * Strings that look like secrets are replaced by `HIDDEN` before they become a value (see `extract/redact.ts`):
 * nothing later in the pipeline can leak what it never had.
 */
export type Value =
  | { readonly t: 'string'; readonly v: string }
  | { readonly t: 'number'; readonly v: number }
  | { readonly t: 'bool'; readonly v: boolean }
  | { readonly t: 'null' }
  /** An environment variable read in place: `os.environ["X"]`, `process.env.X ?? "d"`. */
  | { readonly t: 'env'; readonly name: string; readonly default?: Value }
  /** A name that is not followed here. Imports are resolved: `OpenAI` imported from `openai` is `openai.OpenAI`. */
  | { readonly t: 'ref'; readonly path: string }
  /** A call or construction, its callee resolved like a ref. */
  | { readonly t: 'call'; readonly callee: string; readonly args: readonly Value[]; readonly keywords: Keywords }
  | { readonly t: 'list'; readonly items: readonly Value[] }
  | { readonly t: 'map'; readonly entries: Keywords }
  /** A text with holes, `https://x/${id}`: the pieces in order. */
  | { readonly t: 'template'; readonly parts: readonly Value[] }
  /** `a or b`, `a ?? b`, `a || b`, `a if c else b`: any of these. */
  | { readonly t: 'either'; readonly options: readonly Value[] }
  | { readonly t: 'other' };

export type Keywords = Readonly<Record<string, Value>>;

/** Stands where a literal would have shown a secret. */
export const HIDDEN = '(hidden)';
