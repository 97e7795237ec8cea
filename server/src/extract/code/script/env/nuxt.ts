import type { EnvReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { codeChildren } from '../unwrap';
import { keyOf } from '../values';
import { assemble, defaultOf, type EnvContext, VARIABLE } from './env-context';

const CONFIG = /(^|\/)nuxt\.config\.[cm]?[jt]s$/;

/**
 * Nuxt lets a variable replace every value of `runtimeConfig` when it starts: `public.apiBase` by `NUXT_PUBLIC_API_BASE`.
 * A value that is a variable itself is told by that one alone.
 */
export function nuxtReads(context: EnvContext): readonly EnvReadFact[] {
  const { script } = context;
  if (!CONFIG.test(script.file.path)) return [];
  const match = /\bruntimeConfig\s*:\s*\{/.exec(script.text);
  const pair = match === null ? undefined : script.nodeAt(match.index)?.parent;
  const object = pair?.type === 'pair' ? pair.childForFieldName('value') : null;
  return object === null ? [] : entries(context, object, 'NUXT', 0);
}

function entries(context: EnvContext, object: SyntaxNode, prefix: string, depth: number): readonly EnvReadFact[] {
  if (object.type !== 'object' || depth > 6) return [];
  return codeChildren(object).flatMap((pair): readonly EnvReadFact[] => {
    const key = pair.type === 'pair' ? keyOf(pair) : undefined;
    const value = pair.childForFieldName('value');
    const node = pair.childForFieldName('key');
    if (key === undefined || value === null || node === null) return [];
    const name = `${prefix}_${key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/-/g, '_')}`.toUpperCase();
    if (value.type === 'object') return entries(context, value, name, depth + 1);
    if (!VARIABLE.test(name) || /\benv\b/.test(value.text)) return [];
    const text = defaultOf(context, value, name);
    const known = { presence: 'default', ...(text !== undefined && { default: text }) } as const;
    return [assemble(context, node, name, 'runtimeConfig', known)];
  });
}
