import type { DynamicReadFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { rangeOf } from '../../ranges';
import { scopeAt } from '../script';
import { destructured } from './destructured-reads';
import type { EnvContext } from './env-context';
import { type EnvObject, outermost } from './env-object';
import type { DirectReads, OpenRead } from './found-reads';
import { indexed, methodRead, named } from './named-reads';
import { handedReads } from './picked-reads';

/** Members that are not variables. */
const METHODS = /^(hasOwnProperty|toString|valueOf|toObject|set|delete|constructor|__proto__)$/;

/** The reads that stand at the environment itself: `process.env.X`, `["X"]`, destructuring, `"X" in process.env`. */
export function directReads(context: EnvContext, objects: readonly EnvObject[]): DirectReads {
  const found: DirectReads = { facts: [], open: [] };
  const seen = new Set<number>();
  for (const object of objects) {
    if (seen.has(object.node.id)) continue;
    seen.add(object.node.id);
    const value = outermost(object.node);
    const around = value.parent;
    if (around !== null) readAt(context, object, value, around, found);
  }
  return found;
}

function readAt(
  context: EnvContext,
  object: EnvObject,
  value: SyntaxNode,
  around: SyntaxNode,
  found: DirectReads,
): void {
  switch (around.type) {
    case 'member_expression':
      if (around.childForFieldName('object')?.id === value.id) memberRead(context, object, around, found);
      return;
    case 'subscript_expression': {
      const index = around.childForFieldName('index');
      if (index !== null && index.id !== value.id) indexed(context, object, around, index, found);
      return;
    }
    case 'variable_declarator':
      destructured(context, object, around.childForFieldName('name'), around.parent, found);
      return;
    case 'pair_pattern':
      destructured(context, object, around.childForFieldName('value'), around.parent?.parent?.parent ?? null, found);
      return;
    case 'spread_element': {
      // `const { A } = { ...process.env }`.
      const declarator = around.parent === null ? null : outermost(around.parent).parent;
      if (declarator?.type !== 'variable_declarator') return;
      destructured(context, object, declarator.childForFieldName('name'), declarator.parent, found);
      return;
    }
    case 'assignment_expression':
      destructured(context, object, around.childForFieldName('left'), around.parent, found);
      return;
    case 'required_parameter':
      destructured(context, object, around.childForFieldName('pattern'), null, found);
      return;
    case 'assignment_pattern':
      destructured(context, object, around.childForFieldName('left'), null, found);
      return;
    case 'arguments':
      handedReads(context, object, value, around, found);
      return;
    case 'binary_expression': {
      const left = around.childForFieldName('operator')?.text === 'in' ? around.childForFieldName('left') : null;
      if (left !== null && left.id !== value.id) indexed(context, object, around, left, found);
      return;
    }
    default:
  }
}

function memberRead(context: EnvContext, object: EnvObject, member: SyntaxNode, found: DirectReads): void {
  const name = member.childForFieldName('property')?.text ?? '';
  if (/^(Deno|Netlify)\.env$/.test(object.accessor)) methodRead(context, object, member, name, found);
  else if (name === 'hasOwnProperty') methodRead(context, object, member, 'has', found);
  else if (!METHODS.test(name)) named(context, object, member, name, found);
}

/** Reads whose name nobody can tell before the program runs. */
export function dynamicFacts(context: EnvContext, open: readonly OpenRead[]): readonly DynamicReadFact[] {
  return open.map(({ node, accessor }) => {
    const scope = scopeAt(context.script, node.startIndex);
    return { kind: 'dynamicRead', accessor, range: rangeOf(node), ...(scope !== undefined && { scope }) };
  });
}
