import { caught, type Match, type SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import { madeOnceBy, ownText } from '../of-node';
import { matchAt } from './name-at';
import { nameOf } from './name-of';
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

export function caughtIn({ text, matches }: CodeFile): Caught {
  const all: Caught = { calls: [], assignments: [], loops: [], named: new Map(), others: new Map() };
  for (const match of matches) takerOf(match, text)(all);
  return all;
}

/** Adds what a match tells; of a text that an editor holds it is found out once. */
type Taker = (caught: Caught) => void;

/** A match is of the kind of its first capture. */
const takerOf = madeOnceBy((match: Match, text: string): Taker => {
  const { names, nodes } = match;
  const [kind] = names;
  const [node] = nodes;
  return kind === undefined || node === undefined ? () => {} : takerOfKind(kind, node, match, text);
});

function takerOfKind(kind: string, node: SyntaxNode, match: Match, text: string): Taker {
  const other = (name: string): SyntaxNode | undefined => caught(match, name);
  switch (kind) {
    case 'call':
    case 'new': {
      const callee = other('callee');
      const args = other('arguments');
      if (callee === undefined || args === undefined) return () => {};
      const site = { node, callee, args, construct: kind === 'new' };
      return ({ calls }) => calls.push(site);
    }
    case 'variable':
    case 'target': {
      const value = other('value');
      if (value === undefined) return () => {};
      const name = ownText(node, matchAt(WRITTEN_NAME, text, node.startIndex)?.[0] ?? '');
      const assignment = { name, target: node, value, declares: kind === 'variable' };
      return ({ assignments }) => assignments.push(assignment);
    }
    case 'key': {
      const value = other('value');
      const name = nameOf(node, text);
      if (value === undefined || name === undefined) return () => {};
      return ({ named }) => named.set(value.startIndex, name);
    }
    case 'loop': {
      const name = other('name');
      return name === undefined ? () => {} : ({ loops }) => loops.push([node, name]);
    }
    default:
      return ({ others }) => {
        const list = others.get(kind);
        if (list === undefined) others.set(kind, [node]);
        else list.push(node);
      };
  }
}
