import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import type { ResolvedCall } from '../calls';
import { calleeOf } from '../script';
import { codeChildren, unwrap } from '../unwrap';
import { keyOf } from '../values';
import { assemble, type EnvContext } from './env-context';
import { type EnvObject, outermost } from './env-object';
import { isAllowed } from './found-reads';
import { type SchemaEntry, schemaEntries } from './schema-entries';
import type { Strictness } from './schema-field';

const LIBRARY = /^(zod|yup|joi|@hapi\/joi|valibot|superstruct|znv|@zod\/mini|zod\/|@sinclair\/typebox)/;
const PARSES =
  /\.(parse|Parse|Decode|safeParse|parseAsync|safeParseAsync|validate|validateSync|validateAsync|attempt|assert|create|parser|cast)$/;
const CREATE_ENV = /^@t3-oss\/env-[\w-]+(\/[\w-]+)?\.createEnv$/;
const UPPER = /^[A-Z][A-Z0-9_]*$/;

/** Reads that schemas make: a whole environment is checked against keys. Fills `context.schemas` for reads fed to one. */
export function schemaReads(
  context: EnvContext,
  calls: readonly ResolvedCall[],
  objects: readonly EnvObject[],
): readonly EnvReadFact[] {
  const env = new Map<number, string>();
  for (const { node, accessor } of objects) {
    env.set(node.id, accessor);
    env.set(outermost(node).id, accessor);
  }
  const facts: EnvReadFact[] = [];
  const done = new Set<number>();
  // Schemas that are parsed in this file come first: there the environment is known.
  const schemas = [
    ...calls.flatMap((call) => schemaOf(context, call, env)),
    ...calls.flatMap((call) => namedSchema(context, call)),
  ];
  for (const { entries, input, accessor, bound } of schemas) {
    const fed = input === undefined ? undefined : fedNames(context, input, entries);
    for (const { key, node, known } of entries) {
      const name = fed?.has(key) === true ? fed.get(key) : key;
      if (name === undefined || done.has(node.id)) continue;
      done.add(node.id);
      const boundTo = bound === undefined ? {} : { boundTo: `${bound}.${key}` };
      if (isAllowed({ accessor }, name)) facts.push(assemble(context, node, name, accessor, { ...known, ...boundTo }));
    }
  }
  return facts;
}

interface Found {
  readonly entries: readonly SchemaEntry[];
  /** An object that feeds the schema, `{ PORT: process.env.PORT }`; undefined where it gets the whole environment. */
  readonly input?: SyntaxNode;
  readonly accessor: string;
  readonly bound?: string;
}

function schemaOf(context: EnvContext, call: ResolvedCall, env: ReadonlyMap<number, string>): readonly Found[] {
  const { path } = call.resolved;
  if (
    !/^(zod|yup|joi|@hapi\/joi|valibot|superstruct|znv|envalid|@zod\/|@sinclair\/typebox|@t3-oss\/|@nestjs\/config)/.test(
      path,
    )
  )
    return [];
  const bound = call.result === undefined ? {} : { bound: call.result };
  const args = codeChildren(call.args);
  if (CREATE_ENV.test(path)) return createEnv(context, args[0], bound);
  if (path === 'envalid.cleanEnv' || path === 'znv.parseEnv') {
    const [input, schema] = args;
    if (input === undefined || schema === undefined || !isEnv(input, env)) return [];
    const entries = schemaEntries(context, schema, 'required');
    return [{ entries, accessor: path.slice(path.indexOf('.') + 1), ...bound }];
  }
  if (path === '@nestjs/config.ConfigModule.forRoot') return nestSchema(context, args[0]);
  if (LIBRARY.test(path) && PARSES.test(path)) return parsed(context, call, args, env, bound);
  return [];
}

function isEnv(node: SyntaxNode, env: ReadonlyMap<number, string>): boolean {
  if (env.has(node.id) || env.has(unwrap(node).id)) return true;
  return /^(\{\s*\.\.\.)?(process\.env|import\.meta\.env|Bun\.env|Deno\.env\.toObject\(\))/.test(
    node.text.slice(0, 60),
  );
}

function accessorOf(node: SyntaxNode, env: ReadonlyMap<number, string>): string | undefined {
  const written = /^(?:\{\s*\.\.\.)?(process|import\.meta|Bun)\.env/.exec(node.text)?.[1];
  return env.get(node.id) ?? env.get(unwrap(node).id) ?? (written === undefined ? undefined : `${written}.env`);
}

function strictnessOf(path: string): Strictness {
  return /^(joi|@hapi\/joi|yup)\b/.test(path) ? 'optional' : 'required';
}

function parsed(
  context: EnvContext,
  call: ResolvedCall,
  args: readonly SyntaxNode[],
  env: ReadonlyMap<number, string>,
  bound: { readonly bound?: string },
): readonly Found[] {
  const whole = args.find((argument) => isEnv(argument, env));
  const object = args.find((argument) => argument.type === 'object' && /\benv\b/.test(argument.text));
  const input = whole === undefined ? object : undefined;
  if (whole === undefined && object === undefined) return [];
  // `v.parse(schema, input)` and `Joi.attempt(input, schema)` take the schema as an argument.
  const other = args.find((argument) => argument !== (whole ?? object) && argument.type !== 'object');
  const receiver = calleeOf(call).childForFieldName('object');
  const isFunction = /^(valibot|superstruct|@sinclair\/typebox)\b|\.(attempt|assert)$/.test(call.resolved.path);
  const schema = isFunction ? other : receiver;
  if (schema === null || schema === undefined) return [];
  const entries = schemaEntries(context, schema, strictnessOf(call.resolved.path));
  const accessor = (whole === undefined ? undefined : accessorOf(whole, env)) ?? 'process.env';
  return [{ entries, accessor, ...(input !== undefined && { input }), ...bound }];
}

/** t3-env: `createEnv({ server: {...}, client: {...}, runtimeEnv: {...} })`. */
function createEnv(
  context: EnvContext,
  options: SyntaxNode | undefined,
  bound: { readonly bound?: string },
): readonly Found[] {
  if (options?.type !== 'object') return [];
  const entries: SchemaEntry[] = [];
  let input: SyntaxNode | undefined;
  for (const pair of codeChildren(options)) {
    const key = pair.type === 'pair' ? keyOf(pair) : undefined;
    const value = pair.childForFieldName('value');
    if (key === undefined || value === null) continue;
    if (/^(server|client|shared)$/.test(key)) entries.push(...schemaEntries(context, value, 'required'));
    else if (/runtimeEnv/i.test(key) && value.type === 'object' && codeChildren(value).length > 0) input = value;
  }
  return [{ entries, accessor: 'createEnv', ...(input !== undefined && { input }), ...bound }];
}

/** Nest: `ConfigModule.forRoot({ validationSchema: Joi.object({...}) })`. */
function nestSchema(context: EnvContext, options: SyntaxNode | undefined): readonly Found[] {
  if (options?.type !== 'object') return [];
  for (const pair of codeChildren(options)) {
    const value = pair.childForFieldName('value');
    if (pair.type !== 'pair' || value === null || keyOf(pair) !== 'validationSchema') continue;
    return [{ entries: schemaEntries(context, value, 'optional'), accessor: 'ConfigModule' }];
  }
  return [];
}

/** A schema that is parsed elsewhere (a `validate` function of Nest): its name and all of its keys must say so. */
function namedSchema(context: EnvContext, call: ResolvedCall): readonly Found[] {
  const { path } = call.resolved;
  if (!/^(zod\.(z\.)?|joi\.|valibot\.|yup\.)(object|strictObject)$/.test(path)) return [];
  if (call.result === undefined || !/env/i.test(call.result)) return [];
  const entries = schemaEntries(context, call.node, strictnessOf(path));
  return entries.length > 0 && entries.every(({ key }) => UPPER.test(key))
    ? [{ entries, accessor: 'process.env' }]
    : [];
}

/** What is fed to each key: the variable's name, or undefined where it is no single read. */
function fedNames(
  context: EnvContext,
  input: SyntaxNode,
  entries: readonly SchemaEntry[],
): ReadonlyMap<string, string | undefined> {
  const known = new Map(entries.map((entry) => [entry.key, entry.known]));
  const fed = new Map<string, string | undefined>();
  for (const pair of codeChildren(input)) {
    const key = pair.type === 'pair' ? keyOf(pair) : undefined;
    const value = pair.childForFieldName('value');
    if (key === undefined || value === null) continue;
    const read = /^(?:process|import\.meta|Bun)\.env(?:\.([A-Za-z_]\w*)|\[['"]([A-Za-z_]\w*)['"]\])/.exec(value.text);
    fed.set(key, read?.[1] ?? read?.[2]);
    const entry = known.get(key);
    if (read === null || entry === undefined || value.text.length !== read[0].length) continue;
    const { comment: _comment, ...says } = entry;
    context.schemas.set(value.startIndex, says);
  }
  return fed;
}
