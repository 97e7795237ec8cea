import type { SyntaxNode } from '../../../../syntax/node';
import { codeChildren, stringOf, unwrap } from '../unwrap';
import type { EnvContext } from './env-context';
import { type Exit, exitOf } from './exits';

export interface ListedNames {
  readonly names: readonly { readonly node: SyntaxNode; readonly name: string }[];
  /** What happens where one of them is missing. */
  readonly exit?: Exit;
}

const VISITS = /^(forEach|filter|map|some|every|find|flatMap|reduce)$/;

/** The names that an index runs through, where it is the variable of a loop over a literal list. */
export function listedNames(context: EnvContext, index: SyntaxNode): ListedNames | undefined {
  if (index.type !== 'identifier') return undefined;
  const name = index.text;
  let node: SyntaxNode = index;
  for (let steps = 0; steps < 30; steps += 1) {
    const around = node.parent;
    if (around === null) return undefined;
    const { type } = around;
    if (type === 'for_in_statement' && around.childForFieldName('left')?.text === name) {
      return fromList(context, around.childForFieldName('right'), exitOf(around.childForFieldName('body')), around);
    }
    if (type === 'arrow_function' || type === 'function_expression') {
      const parameters = around.childForFieldName('parameter') ?? around.childForFieldName('parameters');
      if (
        new RegExp(`^\\(?\\s*${name.replaceAll('$', '\\$')}\\s*[:,)]|^${name.replaceAll('$', '\\$')}$`).test(
          parameters?.text ?? '',
        )
      ) {
        return fromCallback(context, around);
      }
    }
    node = around;
  }
  return undefined;
}

function fromCallback(context: EnvContext, callback: SyntaxNode): ListedNames | undefined {
  const call = callback.parent?.parent;
  const callee = call?.type === 'call_expression' ? call.childForFieldName('function') : undefined;
  if (callee?.type !== 'member_expression') return undefined;
  if (!VISITS.test(callee.childForFieldName('property')?.text ?? '')) return undefined;
  const raised = exitOf(callback.childForFieldName('body')) === 'raises' ? 'raises' : undefined;
  return fromList(context, callee.childForFieldName('object'), raised, call ?? callback);
}

function fromList(
  context: EnvContext,
  list: SyntaxNode | null,
  exit: Exit | undefined,
  place: SyntaxNode,
): ListedNames | undefined {
  if (list === null) return undefined;
  let array = unwrap(list);
  if (array.type === 'identifier') {
    const declaration = context.script.names.lookup(array.text, array.startIndex);
    const value = declaration?.values[0];
    if (value === undefined) return undefined;
    array = unwrap(value);
  }
  if (array.type !== 'array') return undefined;
  const names = codeChildren(array).flatMap((node) => {
    const name = stringOf(node);
    return name === undefined ? [] : [{ node, name }];
  });
  if (names.length === 0) return undefined;
  const decided = exit ?? (exitAfter(place) ? 'raises' : undefined);
  return { names, ...(decided !== undefined && { exit: decided }) };
}

/** `const missing = names.filter(...); if (missing.length > 0) throw ...`. */
function exitAfter(place: SyntaxNode): boolean {
  let node: SyntaxNode | null = place;
  for (let steps = 0; node !== null && steps < 6 && !/statement$|declaration$/.test(node.type); steps += 1)
    node = node.parent;
  let next = node?.nextNamedSibling ?? null;
  for (let steps = 0; next !== null && steps < 3; steps += 1) {
    if (next.type === 'if_statement' && exitOf(next.childForFieldName('consequence')) === 'raises') return true;
    next = next.nextNamedSibling;
  }
  return false;
}
