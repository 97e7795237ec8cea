import type { SyntaxNode } from '../../../../syntax/node';
import { placesIn } from '../../scan';
import type { Names } from '../names';
import { dottedAt, type PythonSource } from '../source';
import type { Access } from './access';
import { stopsIfAny } from './guards';

const SIGNS = /(?:-|<=?|&|\.(?:issubset|difference|intersection)\()\s*(?:set\(\s*)?(?=[\w.]*\benviron\b)/g;
const MOST = 50;

/** `REQUIRED - set(os.environ)`, `{"A", "B"} <= os.environ.keys()`: whether several variables are there. */
export function setAccesses(source: PythonSource, names: Names): readonly Access[] {
  const accesses: Access[] = [];
  for (const match of placesIn(SIGNS, source.file)) {
    if (accesses.length >= MOST) break;
    const at = match.index + (match[0]?.length ?? 0);
    const written = dottedAt(source.text, at).replace(/\.keys$/, '');
    if (names.resolve(written, at)?.path !== 'os.environ') continue;
    const found = operands(source.file.root.namedDescendantForIndex(at), match.index);
    if (found === undefined) continue;
    const { node, left } = found;
    accesses.push({
      node,
      nameNode: left,
      isList: true,
      accessor: 'os.environ',
      ...(isNeeded(node, source, names) ? { missing: 'raises' } : { missing: 'none', asksOnly: true }),
    });
  }
  return accesses;
}

/** The expression around an operand, and what stands on its left. */
function operands(
  operand: SyntaxNode | null,
  sign: number,
): { readonly node: SyntaxNode; readonly left: SyntaxNode } | undefined {
  let current = operand;
  for (let i = 0; current !== null && i < 8; i++, current = current.parent) {
    if (current.startIndex >= sign) continue;
    const isCall = current.type === 'call';
    const left = isCall ? current.childForFieldName('function')?.childForFieldName('object') : current.namedChild(0);
    const isOperation = isCall || /^(binary_operator|comparison_operator)$/.test(current.type);
    if (isOperation && left != null && left.endIndex <= sign) return { node: current, left };
    if (/_statement$|^assignment$/.test(current.type)) return undefined;
  }
  return undefined;
}

/** `missing = REQUIRED - set(os.environ)`, then `if missing: raise ...`. */
function isNeeded(node: SyntaxNode, source: PythonSource, names: Names): boolean {
  const statement = node.parent;
  const list = statement?.type === 'assignment' ? (statement.childForFieldName('left')?.text ?? '') : '';
  if (!/^\w+$/.test(list) || node.type === 'comparison_operator') return false;
  return stopsIfAny(source.text, list, node.endIndex, names.scopes.at(node.startIndex).end);
}
