import type { SyntaxNode } from '../../../../syntax/node';
import type { Declaration } from '../declaration';
import type { Script } from '../script';
import { WRAPPERS } from '../unwrap';

/** An expression that holds the environment as a whole: `process.env`, or a name for it. */
export interface EnvObject {
  readonly node: SyntaxNode;
  readonly accessor: string;
  /** Which names are variables, where others are bindings of the platform. */
  readonly allows?: (name: string) => boolean;
}

/** What a name stands for that the environment was given. */
export type EnvAlias = Pick<EnvObject, 'accessor' | 'allows'>;

export type EnvAliases = Map<Declaration, EnvAlias>;

/** The same object with casts, parentheses and fallbacks (`process.env ?? {}`) around it. */
export function outermost(node: SyntaxNode): SyntaxNode {
  let outer = node;
  for (let steps = 0; steps < 8; steps += 1) {
    const around = outer.parent;
    if (around === null) return outer;
    const { type } = around;
    const isBranch =
      (type === 'ternary_expression' && around.childForFieldName('condition')?.id !== outer.id) ||
      (type === 'binary_expression' && /^(\?\?|\|\|)$/.test(around.childForFieldName('operator')?.text ?? ''));
    if (!WRAPPERS.has(type) && type !== 'type_assertion' && !isBranch) return outer;
    outer = around;
  }
  return outer;
}

/** Where a declared name stands. */
export function usesOf(script: Script, declaration: Declaration, accessor: string): readonly EnvObject[] {
  const found: EnvObject[] = [];
  const pattern = new RegExp(`(?<![\\w$.])${declaration.name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  pattern.lastIndex = declaration.start;
  for (let match = pattern.exec(script.text); match !== null; match = pattern.exec(script.text)) {
    if (match.index >= declaration.end || found.length > 2000) break;
    if (match.index === declaration.at) continue;
    if (script.names.lookup(declaration.name, match.index) !== declaration) continue;
    const node = script.nodeAt(match.index);
    if (node?.type === 'identifier') found.push({ node, accessor });
  }
  return found;
}
