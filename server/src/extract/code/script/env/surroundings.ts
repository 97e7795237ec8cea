import type { SyntaxNode } from '../../../../syntax/node';
import { type Check, checkOf, exitOf } from './exits';

/** Whether a piece of code names the variable. */
export function mentions(node: SyntaxNode | null, name: string): boolean {
  return node !== null && new RegExp(`\\b${name}\\b`).test(node.text.slice(0, 2000));
}

/** A pattern for a read of the variable, as it stands in conditions. */
export function subjectOf(name: string): string {
  return `[\\w$.?]*(?:\\.|\\[\\s*['"\`])${name}(?:['"\`]\\s*\\])?(?![\\w$])`;
}

/** Whether code around a read, or before it, has asked for the variable. */
export function checkAround(read: SyntaxNode, name: string): Check | undefined {
  let node = read;
  for (let steps = 0; steps < 24; steps += 1) {
    const around = node.parent;
    if (around === null) return undefined;
    const { type } = around;
    const asked = askedBy(around, type);
    if (asked !== null && asked.id !== node.id && mentions(asked, name)) return { exit: 'guarded' };
    if (type === 'statement_block' || type === 'program') {
      const check = checkBefore(node, name);
      if (check !== undefined) return check;
    }
    node = around;
  }
  return undefined;
}

/** The part that is asked before the others run. */
function askedBy(node: SyntaxNode, type: string): SyntaxNode | null {
  if (type === 'if_statement' || type === 'ternary_expression') return node.childForFieldName('condition');
  if (type !== 'binary_expression' || node.childForFieldName('operator')?.text !== '&&') return null;
  return node.childForFieldName('left');
}

/** `if (!process.env.X) throw ...` above a statement. A test that does not leave says nothing about what follows. */
function checkBefore(statement: SyntaxNode, name: string): Check | undefined {
  let before = statement.previousNamedSibling;
  for (let steps = 0; before !== null && steps < 12; steps += 1) {
    if (before.type === 'if_statement') {
      const check = checkOf(before, subjectOf(name), name);
      if (check?.exit === 'raises') return check;
      const leaves = check !== undefined && exitOf(before.childForFieldName('consequence')) !== undefined;
      if (leaves && before.childForFieldName('condition')?.text.includes('!') === true) return { exit: 'guarded' };
    }
    before = before.previousNamedSibling;
  }
  return undefined;
}
