import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { redactText } from '../../redact';
import type { Resolver } from './resolve';
import type { Script } from './script';
import { codeChildren, stringOf, unwrap } from './unwrap';

/** Calls whose first argument says under which name the browser keeps something. */
export const KEEPS =
  /^(?:(?:localStorage|sessionStorage)\.(?:get|set|remove)Item|(?:js-cookie|universal-cookie)(?:\.default)?\.(?:get|set|remove)|expo-secure-store(?:\.default)?\.(?:get|set|delete)ItemAsync)$/;

/**
 * The name in a constant such as `TOKEN_KEY`. Elsewhere a constant so called would hide its text, for it could be the
 * token itself; as the name that something is kept under it is none, unless it looks like one.
 */
export function storageKey(script: Script, list: SyntaxNode): Value | undefined {
  const [first] = list.type === 'arguments' ? codeChildren(list) : [];
  if (first === undefined) return undefined;
  const node = unwrap(first);
  const values =
    node.type === 'identifier' ? script.names.lookup(node.text, node.startIndex)?.values : memberValues(script, node);
  const [only] = values ?? [];
  const text = values?.length === 1 && only !== undefined ? stringOf(unwrap(only)) : stringOf(node);
  return text === undefined ? undefined : { t: 'string', v: redactText(text.slice(0, 100)) };
}

/** `this.key`, `Store.KEY` inside the class itself. */
function memberValues(script: Script, node: SyntaxNode): readonly SyntaxNode[] | undefined {
  if (node.type !== 'member_expression' || node.childForFieldName('object')?.type !== 'this') return undefined;
  const name = node.childForFieldName('property')?.text;
  return name === undefined ? undefined : script.members.of(node.startIndex)?.get(name)?.values;
}

/** Where a value comes from, if the browser keeps it: `localStorage` and the name there. */
export function keptUnder(
  script: Script,
  resolver: Resolver,
  start: SyntaxNode,
): { readonly store: string; readonly key: string } | undefined {
  let node = unwrap(start);
  const values =
    node.type === 'identifier' ? script.names.lookup(node.text, node.startIndex)?.values : memberValues(script, node);
  // A field is set again wherever somebody logs in: what it starts with says where it is kept.
  const [first] = values ?? [];
  if (first !== undefined) node = unwrap(first);
  if (node.type !== 'call_expression') return undefined;
  const callee = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  const path = callee === null ? undefined : resolver.node(callee)?.path;
  if (path === undefined || list === null || !KEEPS.test(path)) return undefined;
  const key = storageKey(script, list);
  return key?.t === 'string' ? { store: storeOf(path), key: key.v } : undefined;
}

/** `localStorage` of `localStorage.getItem`, `js-cookie` of `js-cookie.get`. */
export function storeOf(callee: string): string {
  return callee.replace(/(?:\.default)?\.\w+$/, '');
}
