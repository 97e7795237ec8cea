import type { SyntaxNode } from '../../../../syntax/node';
import { assemble, defaultOf, type EnvContext } from './env-context';
import type { EnvObject } from './env-object';
import { type DirectReads, isAllowed } from './found-reads';
import { listedNames } from './listed-names';
import { useOf } from './presence';

/** `for (const name of ["A", "B"]) process.env[name]`. */
export function addListed(
  context: EnvContext,
  object: EnvObject,
  node: SyntaxNode,
  index: SyntaxNode,
  accessor: string,
  isTest: boolean,
  found: DirectReads,
): boolean {
  const listed = listedNames(context, index);
  if (listed === undefined) return false;
  const use = useOf(context.script, node, '');
  const own = isComparedToText(node)
    ? 'compared'
    : (listed.exit ?? (use.presence === 'bare' && isTest ? 'compared' : use.presence));
  for (const { node: literal, name, row } of listed.names) {
    if (!isAllowed(object, name)) continue;
    const given = use.defaultNode === undefined ? undefined : row?.get(use.defaultNode.text);
    const text = given === undefined ? undefined : defaultOf(context, given, name);
    const literalText =
      given === undefined && use.defaultNode !== undefined ? defaultOf(context, use.defaultNode, name) : text;
    found.facts.push(
      assemble(context, literal, name, accessor, {
        presence: own,
        ...(literalText !== undefined && { default: literalText }),
        ...(use.cast !== undefined && { cast: use.cast }),
      }),
    );
  }
  return true;
}

/** `process.env[name] === placeholder` says nothing of a variable that is absent. */
function isComparedToText(node: SyntaxNode): boolean {
  const around = node.parent;
  if (around?.type !== 'binary_expression' || !/^[!=]==?$/.test(around.childForFieldName('operator')?.text ?? ''))
    return false;
  const sides = [around.childForFieldName('left'), around.childForFieldName('right')];
  return !sides.some((side) => /^(?:undefined|null|''|"")$/.test(side?.text ?? ''));
}
