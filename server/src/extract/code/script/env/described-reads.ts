import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import type { ResolvedCall } from '../calls';
import { readField } from '../patterns';
import { option } from '../routes/route-context';
import { codeChildren, stringOf, unwrap } from '../unwrap';
import { keyOf } from '../values';
import { assemble, defaultOf, type EnvContext, VARIABLE } from './env-context';

const UPPER = /^[A-Z][A-Z0-9_]*$/;
const TYPES = table({ number: 'number', integer: 'int', boolean: 'bool' });

/** Environments described as JSON Schema (Fastify) or as a class (Nest's documentation). */
export function describedReads(context: EnvContext, calls: readonly ResolvedCall[]): readonly EnvReadFact[] {
  return calls.flatMap((call) => {
    const { path } = call.resolved;
    if (path === 'env-schema' || path === 'env-schema.envSchema')
      return jsonSchema(context, codeChildren(call.args)[0]);
    if (/^fastify\b.*\.register$/.test(path)) return fastifyEnv(context, call);
    if (/^class-transformer\.(plainToInstance|plainToClass)$/.test(path)) return describedClass(context, call);
    return [];
  });
}

function follow(context: EnvContext, node: SyntaxNode | undefined): SyntaxNode | undefined {
  const inner = node === undefined ? undefined : unwrap(node);
  if (inner === undefined || !/identifier$/.test(inner.type)) return inner;
  const value = context.script.names.lookup(inner.text, inner.startIndex)?.values[0];
  return value === undefined ? inner : unwrap(value);
}

/** `app.register(fastifyEnv, { schema })`. */
function fastifyEnv(context: EnvContext, call: ResolvedCall): readonly EnvReadFact[] {
  const [plugin, options] = codeChildren(call.args);
  if (plugin?.type !== 'identifier') return [];
  const resolved = context.resolver.name(plugin.text, plugin.startIndex);
  return resolved?.module === '@fastify/env' || resolved?.module === 'fastify-env' ? jsonSchema(context, options) : [];
}

function jsonSchema(context: EnvContext, options: SyntaxNode | undefined): readonly EnvReadFact[] {
  const schema = follow(context, option(follow(context, options), 'schema'));
  const properties = follow(context, option(schema, 'properties'));
  const list = option(schema, 'required');
  const required = new Set(list?.type === 'array' ? codeChildren(list).map(stringOf) : []);
  if (properties?.type !== 'object') return [];
  return codeChildren(properties).flatMap((pair) => {
    const name = pair.type === 'pair' ? keyOf(pair) : undefined;
    const key = pair.childForFieldName('key');
    const value = follow(context, pair.childForFieldName('value') ?? undefined);
    if (name === undefined || key === null || !VARIABLE.test(name)) return [];
    const given = option(value, 'default');
    const text = given === undefined ? undefined : defaultOf(context, given, name);
    const cast = TYPES[stringOf(option(value, 'type')) ?? ''];
    const presence = given !== undefined ? 'default' : required.has(name) ? 'raises' : 'guarded';
    return [
      assemble(context, key, name, 'env-schema', {
        presence,
        ...(text !== undefined && { default: text }),
        ...(cast !== undefined && { cast }),
      }),
    ];
  });
}

/** `plainToInstance(EnvironmentVariables, config)`: every member in upper case is a variable. */
function describedClass(context: EnvContext, call: ResolvedCall): readonly EnvReadFact[] {
  const first = codeChildren(call.args)[0];
  if (first?.type !== 'identifier' || !/env/i.test(first.text)) return [];
  const body = context.script.names.lookup(first.text, first.startIndex)?.node?.childForFieldName('body');
  if (body === null || body === undefined) return [];
  const facts: EnvReadFact[] = [];
  let isOptional = false;
  for (const member of codeChildren(body)) {
    const { type, text } = member;
    if (type === 'decorator') {
      isOptional ||= text.startsWith('@IsOptional');
      continue;
    }
    facts.push(...memberReads(context, member, first.text, isOptional));
    isOptional = false;
  }
  return facts;
}

function memberReads(
  context: EnvContext,
  member: SyntaxNode,
  accessor: string,
  isOptional: boolean,
): readonly EnvReadFact[] {
  const { text } = member;
  const field = readField(context.script.text, member.startIndex);
  if (field === undefined || !UPPER.test(field.name)) return [];
  const place = member.childForFieldName('name') ?? member.childForFieldName('property') ?? member;
  const value = field.hasValue ? member.childForFieldName('value') : null;
  const given = value === null ? undefined : defaultOf(context, value, field.name);
  const isLoose = isOptional || text.includes('@IsOptional') || new RegExp(`\\b${field.name}\\?`).test(text);
  return [
    assemble(context, place, field.name, accessor, {
      presence: value !== null ? 'default' : isLoose ? 'guarded' : 'raises',
      ...(given !== undefined && { default: given }),
      ...(field.type === 'number' && { cast: 'number' }),
      ...(field.type === 'boolean' && { cast: 'bool' }),
    }),
  ];
}
