import type { BindingFact, DynamicReadFact, EnvReadFact } from '../../../model/facts';
import type { Range } from '../../../model/text';
import type { Value } from '../../../model/value';
import { HIDDEN } from '../../../model/value';
import { defaultText } from '../../redact';
import { rangeOf } from '../ranges';
import type { CallContext } from './calls';
import { Comments } from './comments';
import type { EnvCall } from './env-calls';
import { readingOf } from './env-presence';
import type { Shape, Wrapper } from './env-wrappers';
import type { Environments } from './environments';
import { configBase } from './settings-path';

/** Facts of the reads of a file. `kept` tells which setting holds a variable, by the variable's index and name. */
export function envFacts(
  context: CallContext,
  reads: readonly EnvCall[],
  kept: ReadonlyMap<string, string>,
  environments: Environments,
): readonly (EnvReadFact | DynamicReadFact)[] {
  if (reads.length === 0) return [];
  const { source } = context;
  const comments = new Comments(source);
  return reads.map((read) => {
    const start = read.node.startIndex;
    const base = { range: wholeRange(read), ...source.scopeAt(start) };
    if (read.name === undefined) {
      const { helper, accessor } = read;
      return { kind: 'dynamicRead', accessor, ...(helper !== undefined && { helper }), ...base };
    }
    const reading = readingOf(context, read);
    const shown = reading.default === undefined ? undefined : shownText(reading.default);
    const comment = comments.near(reading.lines);
    const boundTo = boundName(context, reading, kept) ?? attributeAround(context, start);
    return {
      kind: 'envRead',
      name: read.name,
      accessor: read.accessor,
      presence: reading.presence,
      ...(isProduction(environments, read) && { production: true }),
      ...(shown !== undefined && { default: shown === HIDDEN ? shown : defaultText(read.name, shown) }),
      ...(reading.cast !== undefined && { cast: reading.cast }),
      ...(comment !== undefined && { comment }),
      ...(boundTo !== undefined && { boundTo }),
      ...base,
    };
  });
}

/** The call, with the name that is piped into it. */
function wholeRange({ node, nameNode, place }: EnvCall): Range {
  if (place !== undefined) return rangeOf(place);
  const range = rangeOf(node);
  if (nameNode === undefined || nameNode.endIndex > node.startIndex) return range;
  const { line, column } = rangeOf(nameNode);
  return { ...range, line, column };
}

/** The call is made in production alone, or the helper that it calls reads there alone. */
function isProduction(environments: Environments, read: EnvCall): boolean {
  if (environments.isProduction(read.node.startIndex)) return true;
  return read.within !== undefined && environments.isProduction(read.within);
}

/**
 * Helpers that other files can call: a binding of the function's full name to the read, in which `$0` stands for the
 * argument that names the variable and `$1` and so on for the others.
 */
export function helperFacts(context: CallContext, wrappers: readonly Wrapper[]): readonly BindingFact[] {
  return wrappers.flatMap((wrapper) => {
    const read = wrapper.reads[0];
    if (!wrapper.isPublic || read === undefined) return [];
    const fallback: Value | undefined =
      wrapper.defaultPosition === undefined ? wrapper.default : { t: 'ref', path: `$${wrapper.defaultPosition}` };
    const keywords = {
      presence: { t: 'string', v: wrapper.presence ?? 'bare' } as const,
      ...(fallback !== undefined && { default: fallback }),
      ...(wrapper.cast !== undefined && { cast: { t: 'string', v: wrapper.cast } as const }),
      ...(wrapper.shape !== undefined && shapeKeywords(wrapper.shape)),
    };
    return [
      {
        kind: 'binding',
        name: wrapper.name,
        value: { t: 'call', callee: read.accessor, args: [{ t: 'ref', path: `$${wrapper.position}` }], keywords },
        exported: true,
        range: rangeOf(read.node),
        ...context.source.scopeAt(read.node.startIndex),
      },
    ];
  });
}

function shapeKeywords({ prefix, suffix, upper }: Shape): Record<string, Value> {
  return {
    prefix: { t: 'string', v: prefix },
    suffix: { t: 'string', v: suffix },
    ...(upper && { upper: { t: 'bool', v: true } }),
  };
}

function boundName(
  context: CallContext,
  reading: ReturnType<typeof readingOf>,
  kept: ReadonlyMap<string, string>,
): string | undefined {
  if (reading.config !== undefined) {
    const base = configBase(context, reading.config.call);
    return base === undefined ? undefined : [base, ...reading.config.keys].join('.');
  }
  if (reading.variable === undefined) return undefined;
  return kept.get(`${reading.variable.index} ${reading.variable.name}`) ?? reading.variable.name;
}

function attributeAround(context: CallContext, index: number): string | undefined {
  const attribute = context.source.attributes.find((one) => one.start < index && index < one.value.endIndex);
  return attribute === undefined ? undefined : `@${attribute.name}`;
}

/** A default as a reader would write it; undefined for what is no literal. */
function shownText(value: Value): string | undefined {
  switch (value.t) {
    case 'string':
      return value.v;
    case 'number':
    case 'bool':
      return String(value.v);
    case 'ref':
      return value.path.startsWith(':') ? value.path : undefined;
    case 'template':
      return value.parts.map((part) => (part.t === 'string' ? part.v : '{}')).join('');
    case 'list': {
      const items = value.items.map(shownText);
      return items.every((item) => item !== undefined) && items.length > 0 ? items.join(',') : undefined;
    }
    default:
      return undefined;
  }
}
