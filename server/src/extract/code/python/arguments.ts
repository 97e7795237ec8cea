import type { SyntaxNode } from '../../../syntax/node';
import { dottedAt } from './source';

/** The arguments of a call, as nodes. */
export interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
}

const NONE: Arguments = { positional: [], keywords: new Map() };

export function readArguments(list: SyntaxNode | null | undefined, text: string): Arguments {
  if (list === null || list === undefined || list.type !== 'argument_list') return NONE;
  const positional: SyntaxNode[] = [];
  const keywords = new Map<string, SyntaxNode>();
  for (const child of list.namedChildren) {
    if (child === null) continue;
    const { type } = child;
    if (type === 'comment') continue;
    if (type === 'keyword_argument') {
      const value = child.childForFieldName('value');
      if (value !== null) keywords.set(dottedAt(text, child.startIndex), value);
    } else positional.push(child);
  }
  return { positional, keywords };
}
