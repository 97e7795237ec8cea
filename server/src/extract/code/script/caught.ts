import type { Match, SyntaxNode } from '../../../syntax/node';
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

type Captures = Match['captures'];

export function caughtIn({ text, matches }: CodeFile): Caught {
  const caught: Caught = { calls: [], assignments: [], loops: [], named: new Map(), others: new Map() };
  for (const match of matches) takerOf(match, text)(caught);
  return caught;
}

/** Adds what a match tells; of a text that an editor holds it is found out once. */
type Taker = (caught: Caught) => void;

/** A match is of the kind of its first capture. */
const takerOf = madeOnceBy(({ captures }: Match, text: string): Taker => {
  for (const [kind, [node]] of captures) if (node !== undefined) return takerOfKind(kind, node, captures, text);
  return () => {};
});

function takerOfKind(kind: string, node: SyntaxNode, captures: Captures, text: string): Taker {
  const other = (name: string): SyntaxNode | undefined => captures.get(name)?.[0];
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
