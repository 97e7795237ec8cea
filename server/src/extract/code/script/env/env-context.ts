import type { EnvReadFact } from '../../../../model/facts';
import type { Value } from '../../../../model/value';
import type { SyntaxNode } from '../../../../syntax/node';
import { rangeOf } from '../../ranges';
import type { Resolver } from '../resolve';
import { type Script, scopeAt } from '../script';
import type { Values } from '../values';
import { commentAt } from './comments';
import { type Use, useOf } from './presence';

/** What the parts that look for reads share. */
export interface EnvContext {
  readonly script: Script;
  readonly resolver: Resolver;
  readonly values: Values;
  /** Nodes that are reads, by id: values show them in place. */
  readonly reads: Map<number, string>;
  /** What a schema says about a read that it is fed with, by the read's first index. */
  readonly schemas: Map<number, Partial<EnvReadFact>>;
}

export const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What Vite itself puts into `import.meta.env`. */
export const BUILT_IN = /^(MODE|DEV|PROD|SSR|BASE_URL)$/;

/** A read at a node; what the code around says may be overruled. */
export function readFact(
  context: EnvContext,
  node: SyntaxNode,
  name: string,
  accessor: string,
  overrule: Partial<EnvReadFact> = {},
): EnvReadFact {
  context.reads.set(node.id, name);
  const use = useOf(context.script, node, name);
  const schema = context.schemas.get(node.startIndex);
  return assemble(context, node, name, accessor, { ...fromUse(context, use, name), ...schema, ...overrule });
}

export function fromUse(context: EnvContext, use: Use, name: string): Partial<EnvReadFact> {
  const text = use.defaultNode === undefined ? undefined : defaultOf(context, use.defaultNode, name);
  return {
    presence: use.presence,
    ...(text !== undefined && { default: text }),
    ...(use.cast !== undefined && { cast: use.cast }),
    ...(use.boundTo !== undefined && { boundTo: use.boundTo }),
    ...(use.production && { production: true }),
  };
}

/** A read whose meaning is known from elsewhere: a schema, a wrapper. */
export function assemble(
  context: EnvContext,
  node: SyntaxNode,
  name: string,
  accessor: string,
  known: Partial<EnvReadFact>,
): EnvReadFact {
  const range = rangeOf(node);
  const scope = scopeAt(context.script, node.startIndex);
  const comment = known.comment ?? commentOf(context, node, known, scope);
  const { default: text, ...rest } = known;
  return {
    presence: 'bare',
    ...rest,
    kind: 'envRead',
    name,
    accessor,
    range,
    ...(known.presence === 'default' && text !== undefined && { default: text }),
    ...(scope !== undefined && { scope }),
    ...(comment !== undefined && { comment }),
  };
}

/** Comments inside functions tell the steps of the code, those at declarations what a variable is for. */
function commentOf(
  context: EnvContext,
  node: SyntaxNode,
  known: Partial<EnvReadFact>,
  scope: string | undefined,
): string | undefined {
  if (known.presence === 'compared') return undefined;
  const isDeclared = scope === undefined || known.boundTo?.includes('.') === true;
  return commentAt(context.script, node.startIndex, node.endIndex, isDeclared);
}

/** A default as a reader would write it; undefined where it is worked out at run time. */
export function defaultOf(context: EnvContext, node: SyntaxNode, name: string): string | undefined {
  return textOfValue(context.values.of(node, name));
}

/** A value as a reader would write it; undefined for what is no literal. */
export function textOfValue(value: Value): string | undefined {
  switch (value.t) {
    case 'string':
      return value.v;
    case 'number':
    case 'bool':
      return String(value.v);
    case 'list': {
      const items = value.items.map(textOfValue);
      if (items.length === 0) return '[]';
      return items.every((item) => item !== undefined) ? items.join(',') : undefined;
    }
    case 'map':
      return Object.keys(value.entries).length === 0 ? '{}' : undefined;
    default:
      return undefined;
  }
}
