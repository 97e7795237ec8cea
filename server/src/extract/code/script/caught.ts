import type { SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import { matchAt, nameAt } from './name-at';
import type { Assignment, CallSite } from './script';

const WRITTEN_NAME = /[\w$]+(?:\.#?[\w$]+)*/y;

/** The captures of a file, sorted. */
export interface Caught {
  readonly calls: CallSite[];
  readonly assignments: Assignment[];
  readonly loops: Loop[];
  /** Names of values by their first index. */
  readonly named: Map<number, string>;
  /** Nodes of all other kinds. */
  readonly others: Map<string, SyntaxNode[]>;
}

/** A loop, and the name that it declares. */
export type Loop = readonly [loop: SyntaxNode, name: SyntaxNode];

type Captures = CodeFile['matches'][number]['captures'];

export function caughtIn({ text, matches }: CodeFile): Caught {
  const caught: Caught = { calls: [], assignments: [], loops: [], named: new Map(), others: new Map() };
  for (const { captures } of matches) {
    // A match is of the kind of its first capture.
    for (const [kind, [node]] of captures) {
      if (node !== undefined) sort(caught, text, kind, node, captures);
      break;
    }
  }
  return caught;
}

function sort(caught: Caught, text: string, kind: string, node: SyntaxNode, captures: Captures): void {
  const other = (name: string): SyntaxNode | undefined => captures.get(name)?.[0];
  switch (kind) {
    case 'call':
    case 'new': {
      const callee = other('callee');
      const args = other('arguments');
      if (callee !== undefined && args !== undefined)
        caught.calls.push({ node, callee, args, construct: kind === 'new' });
      return;
    }
    case 'variable':
    case 'target': {
      const value = other('value');
      const name = value === undefined ? '' : (matchAt(WRITTEN_NAME, text, node.startIndex)?.[0] ?? '');
      if (value !== undefined) caught.assignments.push({ name, target: node, value, declares: kind === 'variable' });
      return;
    }
    case 'key': {
      const value = other('value');
      const name = nameAt(text, node.startIndex);
      if (value !== undefined && name !== undefined) caught.named.set(value.startIndex, name);
      return;
    }
    case 'loop': {
      const name = other('name');
      if (name !== undefined) caught.loops.push([node, name]);
      return;
    }
    default: {
      const list = caught.others.get(kind);
      if (list === undefined) caught.others.set(kind, [node]);
      else list.push(node);
    }
  }
}
