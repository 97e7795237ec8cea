import type { SyntaxNode } from '../../../syntax/node';
import { madeOnceBy, ownText } from '../of-node';
import { functionNameAt, nameAt } from './name-at';
import { type Parameter, readParameter } from './patterns';

/** The name that a node starts with. */
export const nameOf = madeOnceBy((node: SyntaxNode, text: string) => own(node, nameAt(text, node.startIndex)));

/** The name that a function gives itself. */
export const functionNameOf = madeOnceBy((node: SyntaxNode, text: string) =>
  own(node, functionNameAt(text, node.startIndex)),
);

/** A name with its type, as parameters and variables are written. */
export const parameterOf = madeOnceBy((node: SyntaxNode, text: string): Parameter | undefined => {
  const read = readParameter(text, node.startIndex);
  if (read === undefined) return undefined;
  const { name, type, isMember } = read;
  return { name: ownText(node, name), isMember, ...(type !== undefined && { type: ownText(node, type) }) };
});

export function own(node: SyntaxNode, written: string | undefined): string | undefined {
  return written === undefined ? undefined : ownText(node, written);
}
