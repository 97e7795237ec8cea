import { table } from '../../table';
import { argumentsOf } from './arguments';
import type { CallContext } from './calls';
import { type EnvCall, nameIn } from './env-calls';

const CASTS = table({
  integer: 'int',
  boolean: 'bool',
  float: 'float',
  atom: 'atom',
  existing_atom: 'atom',
  module: 'module',
});

/**
 * Dotenvy's `env!("X", :type)` raises when the variable is absent and takes a third argument as its default. Only where
 * the file imports Dotenvy or names it.
 */
export function readDotenvy(context: CallContext): readonly EnvCall[] {
  const { source } = context;
  const isImported = /^\s*import\s*\(?\s*Dotenvy\b/m.test(source.text);
  const calls = [
    ...(isImported ? source.locals.filter((call) => call.name === 'env!') : []),
    ...source.remotes.filter((call) => call.module === 'Dotenvy' && call.name === 'env!'),
  ];
  return calls.flatMap(({ node }) => {
    const [first, type, third] = argumentsOf(node).positional;
    if (first === undefined) return [];
    const fallback = third === undefined ? undefined : context.values.of(third);
    const typed = type === undefined ? undefined : context.values.of(type);
    const cast = typed?.t === 'ref' ? CASTS[typed.path.replace(/^:|[?!]$/g, '')] : undefined;
    const presence = fallback === undefined ? 'raises' : fallback.t === 'null' ? 'guarded' : 'default';
    return {
      node,
      name: nameIn(context, first),
      nameNode: first,
      accessor: 'Dotenvy.env!',
      presence,
      ...(presence === 'default' && fallback !== undefined && { default: fallback }),
      ...(cast !== undefined && { cast }),
    } as const;
  });
}
