import { caught, type Match, type SyntaxNode } from '../../../syntax/node';
import { inBlocks } from '../blocks';
import type { CodeFile } from '../code-file';
import { ownText } from '../of-node';
import { identifierAt, moduleTextAt } from './text-at';

/** Something with a name, and the node that it starts with. In a text that an editor holds it moves with its node. */
class Site {
  readonly name: string;
  readonly node: SyntaxNode;

  constructor(name: string, node: SyntaxNode) {
    this.name = name;
    this.node = node;
  }

  get start(): number {
    return this.node.startIndex;
  }
}

/** A call by a bare name. */
export type LocalCall = Site;

/** A call on a module, before the module's name is resolved. */
export class WrittenCall extends Site {
  /** The module as it is written. */
  readonly module: string;

  constructor(name: string, node: SyntaxNode, module: string) {
    super(name, node);
    this.module = module;
  }
}

/** An attribute or a variable with its value; the node is the whole definition. */
export class Named extends Site {
  readonly value: SyntaxNode;

  constructor(name: string, node: SyntaxNode, value: SyntaxNode) {
    super(name, node);
    this.value = value;
  }
}

/** A variable on the left of `||`, `&&`, `and`, `or`. */
export class Tested extends Site {
  readonly otherwise: SyntaxNode;

  constructor(name: string, node: SyntaxNode, otherwise: SyntaxNode) {
    super(name, node);
    this.otherwise = otherwise;
  }
}

/** The captures of the language's query, sorted by what they are. */
export interface Captures {
  readonly locals: LocalCall[];
  readonly remotes: WrittenCall[];
  readonly closures: LocalCall[];
  readonly piped: { readonly value: SyntaxNode; readonly into: SyntaxNode }[];
  readonly attributes: Named[];
  readonly variables: Named[];
  readonly tested: Tested[];
  readonly strings: { readonly text: SyntaxNode; readonly node: SyntaxNode }[];
  readonly tuples: { readonly tag: SyntaxNode; readonly node: SyntaxNode }[];
  readonly comments: SyntaxNode[];
}

function nothingCaptured(): Captures {
  return {
    locals: [],
    remotes: [],
    closures: [],
    piped: [],
    attributes: [],
    variables: [],
    tested: [],
    strings: [],
    tuples: [],
    comments: [],
  };
}

export function sortCaptures(file: CodeFile): Captures {
  return inBlocks(file, nothingCaptured, take);
}

/** Takes a match by the capture that only its pattern has. `at` gives the pattern's other captures. */
type Taker = (into: Captures, text: string, own: SyntaxNode, at: (name: string) => SyntaxNode) => void;

const TAKERS: ReadonlyMap<string, Taker> = new Map<string, Taker>([
  ['local', (into, text, own, at) => into.locals.push(new Site(nameAt(text, own), at('call')))],
  ['closure', (into, text, own, at) => into.closures.push(new Site(nameAt(text, own), at('call')))],
  [
    'function',
    (into, text, own, at) => {
      const module = at('module');
      const written = ownText(module, moduleTextAt(text, module.startIndex));
      into.remotes.push(new WrittenCall(nameAt(text, own), at('call'), written));
    },
  ],
  ['into', (into, _text, own, at) => into.piped.push({ value: at('piped'), into: own })],
  [
    'attribute',
    (into, text, own, at) => into.attributes.push(new Named(nameAt(text, own), at('definition'), at('value'))),
  ],
  [
    'variable',
    (into, text, own, at) => into.variables.push(new Named(nameAt(text, own), at('assignment'), at('value'))),
  ],
  ['tested', (into, text, own, at) => into.tested.push(new Tested(nameAt(text, own), own, at('otherwise')))],
  ['text', (into, _text, own, at) => into.strings.push({ text: own, node: at('string') })],
  ['tag', (into, _text, own, at) => into.tuples.push({ tag: own, node: at('tuple') })],
  ['comment', (into, _text, own) => into.comments.push(own)],
]);

function take(into: Captures, match: Match, text: string): void {
  const { names, nodes } = match;
  const index = names.findIndex((name) => TAKERS.has(name));
  const taker = TAKERS.get(names[index] ?? '');
  const own = nodes[index];
  if (taker !== undefined && own !== undefined) taker(into, text, own, (other) => caught(match, other) ?? own);
}

function nameAt(text: string, node: SyntaxNode): string {
  return ownText(node, identifierAt(text, node.startIndex));
}
