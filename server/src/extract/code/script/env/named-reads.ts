import type { SyntaxNode } from '../../../../syntax/node';
import { stringOf } from '../unwrap';
import { constantText } from './constant-text';
import { type EnvContext, readFact, VARIABLE } from './env-context';
import type { EnvObject } from './env-object';
import { type DirectReads, isAllowed } from './found-reads';
import { addListed } from './listed-reads';

/** `process.env.X`. */
export function named(
  context: EnvContext,
  object: EnvObject,
  node: SyntaxNode,
  name: string,
  found: DirectReads,
): void {
  if (!isAllowed(object, name)) return;
  // `env.DB.prepare()` is a binding of the platform.
  if (/^(c\.)?env$/.test(object.accessor) && node.parent?.type === 'member_expression') return;
  if (isWritten(node)) {
    context.reads.delete(node.id);
    return;
  }
  found.facts.push(readFact(context, node, name, object.accessor));
}

/** Writes are no reads; `process.env.X ||= "d"` is both. */
function isWritten(node: SyntaxNode): boolean {
  const around = node.parent;
  if (around === null) return false;
  const { type } = around;
  if (type === 'assignment_expression') return around.childForFieldName('left')?.id === node.id;
  if (type === 'unary_expression') return around.childForFieldName('operator')?.text === 'delete';
  if (type === 'augmented_assignment_expression') {
    return around.childForFieldName('left')?.id === node.id && !/(\|\||\?\?)=/.test(around.text.slice(0, 400));
  }
  return type === 'update_expression';
}

/** `process.env["X"]`, `process.env[name]`, `"X" in process.env`. */
export function indexed(
  context: EnvContext,
  object: EnvObject,
  node: SyntaxNode,
  index: SyntaxNode,
  found: DirectReads,
): void {
  const name = stringOf(index) ?? constantText(context.script, index);
  const isTest = node.type === 'binary_expression';
  if (name !== undefined) {
    if (!isTest) named(context, object, node, name, found);
    else if (isAllowed(object, name)) {
      const { presence } = readFact(context, node, name, object.accessor);
      found.facts.push(
        readFact(context, node, name, object.accessor, { presence: presence === 'bare' ? 'compared' : presence }),
      );
    }
    return;
  }
  if (!isTest && isWritten(node)) return;
  if (addListed(context, object, node, index, object.accessor, isTest, found)) return;
  found.open.push({ node, index, accessor: object.accessor });
}

/** `Deno.env.get("X")`, `.has("X")`. */
export function methodRead(
  context: EnvContext,
  object: EnvObject,
  member: SyntaxNode,
  method: string,
  found: DirectReads,
): void {
  const call = member.parent;
  if (call?.type !== 'call_expression' || !/^(get|has)$/.test(method)) return;
  const index = call.childForFieldName('arguments')?.namedChild(0);
  if (index === null || index === undefined) return;
  const name = stringOf(index) ?? constantText(context.script, index);
  const accessor = object.accessor === 'process.env' ? object.accessor : `${object.accessor}.${method}`;
  if (name === undefined) {
    if (!addListed(context, object, call, index, accessor, method === 'has', found))
      found.open.push({ node: call, index, accessor });
  } else if (VARIABLE.test(name)) {
    found.facts.push(readFact(context, call, name, accessor, method === 'has' ? { presence: 'compared' } : {}));
  }
}
