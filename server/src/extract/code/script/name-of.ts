import type { SyntaxNode } from '../../../syntax/node';
import { ownText } from '../of-node';

export function own(node: SyntaxNode, written: string | undefined): string | undefined {
  return written === undefined ? undefined : ownText(node, written);
}
