import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import type { ResolvedCall } from '../calls';
import { codeChildren, stringOf } from '../unwrap';
import { keyOf } from '../values';
import { assemble, defaultOf, type EnvContext, readFact, VARIABLE } from './env-context';

const UPPER = /^[A-Z][A-Z0-9_]*$/;
const LIBRARY =
  /^(@nestjs\/config|env-var|prisma\/config|@prisma\/config|next-runtime-env|astro:env|firebase-functions|effect|convict)\b/;
const FIREBASE = /^firebase-functions(?:\/v\d)?\/params\.define(String|Secret|Int|Boolean|Float|List)$/;

/** Calls that take the name and say all by themselves. */
const PLAIN = table<Partial<EnvReadFact>>({
  'prisma/config.env': { presence: 'raises' },
  '@prisma/config.env': { presence: 'raises' },
  'effect.Schema.Config': { presence: 'raises' },
  'next-runtime-env.env': {},
  'astro:env/server.getSecret': {},
});

/** Reads through libraries that take a variable's name. */
export function libraryReads(context: EnvContext, calls: readonly ResolvedCall[]): readonly EnvReadFact[] {
  return calls.flatMap((call) => {
    const { path } = call.resolved;
    if (!LIBRARY.test(path)) return [];
    if (/^@nestjs\/config\.ConfigService\.(get|getOrThrow)$/.test(path)) return nest(context, call);
    if (path === 'env-var.get' || path === 'env-var.from.get') return envVar(context, call);
    const known = PLAIN[path];
    if (known !== undefined) return simple(context, call, known);
    if (FIREBASE.test(path)) return firebase(context, call);
    if (/^effect\.Config\.(string|number|integer|boolean|redacted|secret|url|nonEmptyString|port)$/.test(path)) {
      return effect(context, call);
    }
    if (path === 'convict') return convict(context, codeChildren(call.args)[0], 0);
    return [];
  });
}

function simple(context: EnvContext, call: ResolvedCall, known: Partial<EnvReadFact>): readonly EnvReadFact[] {
  const name = stringOf(codeChildren(call.args)[0]);
  if (name === undefined || !VARIABLE.test(name)) return [];
  return [readFact(context, call.node, name, accessorOf(call), known)];
}

function accessorOf(call: ResolvedCall): string {
  return call.resolved.path.split('/').at(-1)?.split('.').slice(-2).join('.') ?? '';
}

/** `configService.get("X", "d")`; dotted keys are paths in a configuration, not variables. */
function nest(context: EnvContext, call: ResolvedCall): readonly EnvReadFact[] {
  const [first, second] = codeChildren(call.args);
  const name = stringOf(first);
  if (name === undefined || !UPPER.test(name)) return [];
  const method = call.resolved.path.endsWith('OrThrow') ? 'getOrThrow' : 'get';
  const accessor = `ConfigService.${method}`;
  if (method === 'getOrThrow') return [readFact(context, call.node, name, accessor, { presence: 'raises' })];
  if (second === undefined || second.type === 'object') return [readFact(context, call.node, name, accessor)];
  const text = defaultOf(context, second, name);
  const isNothing = second.text === 'undefined' || second.type === 'null';
  return [
    readFact(
      context,
      call.node,
      name,
      accessor,
      isNothing ? {} : { presence: 'default', ...(text !== undefined && { default: text }) },
    ),
  ];
}

const ENV_VAR_CASTS: readonly (readonly [RegExp, string])[] = [
  [/^as(Int|PortNumber)/, 'int'],
  [/^as(Float|Number)/, 'number'],
  [/^asBool/, 'bool'],
  [/^asUrl/, 'url'],
  [/^as(Array|Set)/, 'list'],
  [/^asJson/, 'json'],
];

/** `env.get("X").required().asPortNumber()`. */
function envVar(context: EnvContext, call: ResolvedCall): readonly EnvReadFact[] {
  const name = stringOf(codeChildren(call.args)[0]);
  if (name === undefined || !VARIABLE.test(name)) return [];
  const known: { presence: EnvReadFact['presence']; default?: string; cast?: string } = { presence: 'guarded' };
  let node: SyntaxNode = call.node;
  for (let steps = 0; steps < 8; steps += 1) {
    const member = node.parent;
    const next = member?.parent;
    if (member?.type !== 'member_expression' || next?.type !== 'call_expression') break;
    const method = member.childForFieldName('property')?.text ?? '';
    const argument = next.childForFieldName('arguments')?.namedChild(0) ?? null;
    if (method === 'required' && argument?.text !== 'false' && known.presence !== 'default') known.presence = 'raises';
    if (method === 'default' && argument !== null) {
      known.presence = 'default';
      const text = defaultOf(context, argument, name);
      if (text !== undefined) known.default = text;
    }
    const cast = ENV_VAR_CASTS.find(([pattern]) => pattern.test(method))?.[1];
    if (cast !== undefined) known.cast = cast;
    node = next;
  }
  context.reads.set(node.id, name);
  return [assemble(context, call.node, name, 'env.get', known)];
}

function firebase(context: EnvContext, call: ResolvedCall): readonly EnvReadFact[] {
  const [first, options] = codeChildren(call.args);
  const name = stringOf(first);
  if (name === undefined || !VARIABLE.test(name)) return [];
  const accessor = call.resolved.path.split('.').at(-1) ?? '';
  const given =
    options?.type === 'object' ? codeChildren(options).find((pair) => keyOf(pair) === 'default') : undefined;
  const value = given?.childForFieldName('value');
  const text = value === null || value === undefined ? undefined : defaultOf(context, value, name);
  const known: Partial<EnvReadFact> =
    value === null || value === undefined ? {} : { presence: 'default', ...(text !== undefined && { default: text }) };
  return [assemble(context, call.node, name, accessor, known)];
}

const EFFECT_CASTS = table({
  number: 'number',
  integer: 'int',
  port: 'int',
  boolean: 'bool',
  url: 'url',
});

/** Effect: a description of a read; absence fails unless the code around gives a default or makes it an option. */
function effect(context: EnvContext, call: ResolvedCall): readonly EnvReadFact[] {
  const written = stringOf(codeChildren(call.args)[0]);
  if (written === undefined || !UPPER.test(written)) return [];
  const name = nestedIn(call) + written;
  const piped = call.node.parent?.parent;
  const around =
    piped?.type === 'call_expression' ? piped.text.slice(0, 400) : (piped?.parent?.text.slice(0, 400) ?? '');
  const given = /withDefault\(\s*(?:(['"])([^'"\n]*)\1|(\d+|true|false))/.exec(around);
  const presence = /withDefault\(/.test(around) ? 'default' : /Config\.option\b/.test(around) ? 'guarded' : 'raises';
  const text = given === null ? undefined : (given[2] ?? given[3]);
  const cast = EFFECT_CASTS[call.resolved.path.split('.').at(-1) ?? ''];
  const known = {
    presence,
    ...(text !== undefined && { default: text }),
    ...(cast !== undefined && { cast }),
  } as const;
  return [assemble(context, call.node, name, 'Config', known)];
}

/** What `Config.nested(Config.string("KEY"), "APP")` and `.pipe(Config.nested("APP"))` put before a name. */
function nestedIn(call: ResolvedCall): string {
  const outer = call.node.parent?.parent;
  if (outer?.type !== 'call_expression') return '';
  const callee = outer.childForFieldName('function')?.text ?? '';
  const text = outer.childForFieldName('arguments')?.text ?? '';
  const piped = /\bConfig\.nested\(\s*(['"])([A-Z][A-Z0-9_]*)\1\s*\)/.exec(text.slice(0, 400))?.[2];
  if (callee.endsWith('.pipe')) return piped === undefined ? '' : `${piped}_`;
  const second = callee === 'Config.nested' ? stringOf(codeChildren(outer)[1]?.namedChild(1)) : undefined;
  return second === undefined ? '' : `${second}_`;
}

const CONVICT_CASTS = table({
  port: 'int',
  int: 'int',
  nat: 'int',
  Number: 'number',
  Boolean: 'bool',
  url: 'url',
  Array: 'list',
  Object: 'json',
});

/** convict: `{ port: { env: "PORT", default: 3000, format: "port", doc: "..." } }`. */
function convict(context: EnvContext, object: SyntaxNode | undefined, depth: number): readonly EnvReadFact[] {
  if (object?.type !== 'object' || depth > 8) return [];
  const pairs = codeChildren(object).filter((pair) => pair.type === 'pair');
  const partOf = (key: string): SyntaxNode | null =>
    pairs.find((pair) => keyOf(pair) === key)?.childForFieldName('value') ?? null;
  const env = partOf('env');
  const name = stringOf(env);
  if (env !== null && name !== undefined && VARIABLE.test(name)) {
    const given = partOf('default');
    const isNothing = given === null || /^(null|undefined)$/.test(given.text);
    const text = isNothing ? undefined : defaultOf(context, given, name);
    const comment = stringOf(partOf('doc'));
    const cast = CONVICT_CASTS[stringOf(partOf('format')) ?? partOf('format')?.text ?? ''];
    return [
      assemble(context, env, name, 'convict', {
        presence: 'default',
        ...(text !== undefined && { default: text }),
        ...(comment !== undefined && { comment }),
        ...(cast !== undefined && { cast }),
      }),
    ];
  }
  return pairs.flatMap((pair) => convict(context, pair.childForFieldName('value') ?? undefined, depth + 1));
}
