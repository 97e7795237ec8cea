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
  for (const match of matches) {
    const told = toldBy(match, text);
    if (told !== undefined) add(all, told);
  }
  return all;
}

/** What a match tells; of a text that an editor holds it is found out once. */
type Told =
  | { readonly is: 'call'; readonly it: CallSite }
  | { readonly is: 'assignment'; readonly it: Assignment }
  | { readonly is: 'loop'; readonly it: Loop }
  | { readonly is: 'named'; readonly it: { readonly value: SyntaxNode; readonly name: string } }
  | { readonly is: 'other'; readonly it: { readonly kind: string; readonly node: SyntaxNode } };

function add({ calls, assignments, loops, named, others }: Caught, { is, it }: Told): void {
  switch (is) {
    case 'call':
      calls.push(it);
      break;
    case 'assignment':
      assignments.push(it);
      break;
    case 'loop':
      loops.push(it);
      break;
    case 'named':
      named.set(it.value.startIndex, it.name);
      break;
    case 'other': {
      const list = others.get(it.kind);
      if (list === undefined) others.set(it.kind, [it.node]);
      else list.push(it.node);
    }
  }
}

/** A match is of the kind of its first capture. */
const toldBy = madeOnceBy((match: Match, text: string): Told | undefined => {
  const { names, nodes } = match;
  const [kind] = names;
  const [node] = nodes;
  return kind === undefined || node === undefined ? undefined : toldOfKind(kind, node, match, text);
});

function toldOfKind(kind: string, node: SyntaxNode, match: Match, text: string): Told | undefined {
  const other = (name: string): SyntaxNode | undefined => caught(match, name);
  switch (kind) {
    case 'call':
    case 'new': {
      const start = kind === 'new' ? other('callee') : node;
      const args = other('arguments');
      if (start === undefined || args === undefined) return undefined;
      return { is: 'call', it: { node, start, args, construct: kind === 'new' } };
    }
    case 'variable':
    case 'target': {
      const value = other('value');
      if (value === undefined) return undefined;
      const name = ownText(node, matchAt(WRITTEN_NAME, text, node.startIndex)?.[0] ?? '');
      return { is: 'assignment', it: { name, target: node, value, declares: kind === 'variable' } };
    }
    case 'key': {
      const value = other('value');
      const name = nameOf(node, text);
      return value === undefined || name === undefined ? undefined : { is: 'named', it: { value, name } };
    }
    case 'loop': {
      const name = other('name');
      return name === undefined ? undefined : { is: 'loop', it: [node, name] };
    }
    default:
      return { is: 'other', it: { kind, node } };
  }
}
