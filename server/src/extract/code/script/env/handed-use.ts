import type { Presence } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { isFunction } from '../functions';
import type { Script } from '../script';
import { codeChildren } from '../unwrap';
import { RAISES } from './exits';

/** What a function of this file does with a value that it is handed and that may be absent. */
export function handedUse(
  script: Script,
  list: SyntaxNode,
  index: number,
): { readonly presence: Presence; readonly defaultNode?: SyntaxNode } | undefined {
  const callee = list.parent?.childForFieldName('function');
  if (callee?.type !== 'identifier') return undefined;
  const declaration = script.names.lookup(callee.text, callee.startIndex);
  const fn = declaration?.node ?? declaration?.values[0];
  const parameters = fn !== undefined && isFunction(fn) ? fn.childForFieldName('parameters') : null;
  if (fn === undefined || parameters === null) return undefined;
  const args = codeChildren(list);
  const position = args.findIndex((arg) => arg.startIndex <= index && index < arg.endIndex);
  const written = codeChildren(parameters).map(({ text }) => text);
  const parameter = written[position];
  // `value: string | undefined` or `value?: string` says that absence is thought of.
  if (parameter === undefined || !/^[\w$]+\s*\?|\bundefined\b|\bnull\b/.test(parameter)) return undefined;
  const fallback = written.findIndex((text, at) => at !== position && /^(def|default|fallback)/i.test(text));
  const given = fallback === -1 ? undefined : args[fallback];
  if (given !== undefined) return { presence: 'default', defaultNode: given };
  const name = /^[\w$]+/.exec(parameter)?.[0] ?? '';
  const body = fn.childForFieldName('body')?.text.slice(0, 2000) ?? '';
  const isChecked =
    body.includes(`!${name}`) ||
    new RegExp(`\\b${name.replaceAll('$', '\\$')}\\s*===?\\s*(undefined|null|'')`).test(body);
  return { presence: isChecked && RAISES.test(body) ? 'raises' : 'guarded' };
}
