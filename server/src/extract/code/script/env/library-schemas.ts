import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import type { ResolvedCall } from '../calls';
import { codeChildren, stringOf } from '../unwrap';
import { keyOf } from '../values';
import { assemble, defaultOf, type EnvContext, VARIABLE } from './env-context';

const UPPER = /^[A-Z][A-Z0-9_]*$/;
const FIELD = /^astro\/config\.envField\.(string|number|boolean|enum)$/;
const CASTS = table({ number: 'number', boolean: 'bool' });

/** Schemas that state a variable in words of their own: Astro's `envField`, arktype's `type({ PORT: "number" })`. */
export function librarySchemaReads(context: EnvContext, calls: readonly ResolvedCall[]): readonly EnvReadFact[] {
  return calls.flatMap((call) => {
    const { path } = call.resolved;
    const kind = FIELD.exec(path)?.[1];
    if (kind !== undefined) return astroField(context, call, kind);
    return path === 'arktype.type' ? arktype(context, codeChildren(call.args)[0]) : [];
  });
}

/** `API_KEY: envField.string({ context: "server", access: "secret", optional: true })`. */
function astroField(context: EnvContext, call: ResolvedCall, kind: string): readonly EnvReadFact[] {
  const pair = call.node.parent;
  const key = pair?.type === 'pair' ? keyOf(pair) : undefined;
  const node = pair?.childForFieldName('key');
  if (key === undefined || node == null || !VARIABLE.test(key)) return [];
  const options = codeChildren(call.args)[0];
  const partOf = (name: string): SyntaxNode | undefined =>
    options?.type !== 'object'
      ? undefined
      : (codeChildren(options)
          .find((each) => each.type === 'pair' && keyOf(each) === name)
          ?.childForFieldName('value') ?? undefined);
  const given = partOf('default');
  const text = given === undefined ? undefined : defaultOf(context, given, key);
  const isOptional = partOf('optional')?.text === 'true';
  const values = partOf('values');
  const allowed = values?.type === 'array' ? codeChildren(values).flatMap((each) => stringOf(each) ?? []) : [];
  const cast = CASTS[kind];
  return [
    assemble(context, node, key, 'envField', {
      presence: given !== undefined ? 'default' : isOptional ? 'guarded' : 'raises',
      ...(text !== undefined && { default: text }),
      ...(cast !== undefined && { cast }),
      ...(allowed.length > 0 && { allowed }),
    }),
  ];
}

/** arktype: `type({ PORT: "string.integer.parse = '80'", "HOST?": "string" })`, where it is used on the environment. */
function arktype(context: EnvContext, object: SyntaxNode | undefined): readonly EnvReadFact[] {
  if (object?.type !== 'object' || !/\b(?:process|import\.meta|Bun)\.env\b/.test(context.script.text)) return [];
  const pairs = codeChildren(object).filter((pair) => pair.type === 'pair');
  const keys = pairs.map((pair) => keyOf(pair) ?? '');
  if (keys.length === 0 || !keys.every((key) => UPPER.test(key.replace(/\?$/, '')))) return [];
  return pairs.flatMap((pair): readonly EnvReadFact[] => {
    const key = keyOf(pair) ?? '';
    const node = pair.childForFieldName('key');
    const says = stringOf(pair.childForFieldName('value')) ?? '';
    if (node === null) return [];
    const given = /=\s*(['"]?)([^'"]*)\1\s*$/.exec(says)?.[2];
    const cast = /number|numeric|integer/.test(says) ? 'number' : /boolean/.test(says) ? 'bool' : undefined;
    const isUrl = /\burl\b/.test(says);
    return [
      assemble(context, node, key.replace(/\?$/, ''), 'arktype', {
        presence: given !== undefined ? 'default' : key.endsWith('?') ? 'guarded' : 'raises',
        ...(given !== undefined && { default: given }),
        ...(cast !== undefined ? { cast } : isUrl ? { cast: 'url' } : {}),
      }),
    ];
  });
}
