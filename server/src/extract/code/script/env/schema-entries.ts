import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { follow } from '../follow';
import { codeChildren } from '../unwrap';
import { keyOf } from '../values';
import type { EnvContext } from './env-context';
import { fieldOf, type Strictness } from './schema-field';

/** One key of a schema and what it asks of the variable. */
export interface SchemaEntry {
  readonly key: string;
  readonly node: SyntaxNode;
  readonly known: Partial<EnvReadFact>;
}

const OBJECTS = /^(object|Object|strictObject|looseObject|keys|extend|safeExtend|type|shape|objectWithRest)$/;
const COMBINES = /^(merge|and|concat|intersection|intersect|pipe|extend|safeExtend)$/;
const MOST = 200;

/** The keys of a schema: `z.object({...})`, also extended, merged, refined or kept in a constant. */
export function schemaEntries(
  context: EnvContext,
  schema: SyntaxNode,
  strictness: Strictness,
  depth = 0,
): readonly SchemaEntry[] {
  const node = follow(context.script, schema);
  if (depth > 8) return [];
  const { type } = node;
  if (type === 'object') return objectEntries(context, node, strictness, depth);
  if (type !== 'call_expression') return [];
  const callee = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  if (callee === null || list === null) return [];
  const isMember = callee.type === 'member_expression';
  const method = isMember ? (callee.childForFieldName('property')?.text ?? '') : callee.text;
  const receiver = isMember ? callee.childForFieldName('object') : null;
  const entries: SchemaEntry[] = [];
  if (receiver !== null && receiver.type !== 'identifier') {
    entries.push(...schemaEntries(context, receiver, strictness, depth + 1));
  } else if (receiver !== null && !/^(z|v|Joi|joi|yup|s|t|zod|Type)$/.test(receiver.text)) {
    entries.push(...schemaEntries(context, receiver, strictness, depth + 1));
  }
  if (OBJECTS.test(method) || COMBINES.test(method)) {
    for (const argument of codeChildren(list).slice(0, 4)) {
      entries.push(...schemaEntries(context, argument, strictness, depth + 1));
    }
  }
  if (method !== 'partial') return entries;
  return entries.map((entry) => ({ ...entry, known: { ...entry.known, presence: 'guarded' } }));
}

function objectEntries(
  context: EnvContext,
  object: SyntaxNode,
  strictness: Strictness,
  depth: number,
): readonly SchemaEntry[] {
  const entries: SchemaEntry[] = [];
  for (const child of codeChildren(object).slice(0, MOST)) {
    const { type } = child;
    if (type === 'spread_element') {
      const inner = child.namedChild(0);
      if (inner !== null) entries.push(...schemaEntries(context, inner, strictness, depth + 1));
      continue;
    }
    if (type !== 'pair') continue;
    const key = keyOf(child);
    const value = child.childForFieldName('value');
    const node = child.childForFieldName('key');
    if (key === undefined || value === null || node === null) continue;
    entries.push({ key, node, known: fieldOf(context, value, key, strictness) });
  }
  return entries;
}
