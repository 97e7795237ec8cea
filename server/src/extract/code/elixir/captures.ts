import { caught, type Match, type SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import { identifierAt } from './text-at';

/** A call by a bare name. */
export interface LocalCall {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly start: number;
}

/** A call on a module, before its name is resolved. */
export interface WrittenCall {
  readonly module: SyntaxNode;
  readonly function: SyntaxNode;
  readonly node: SyntaxNode;
}

/** An attribute or a variable with its value. */
export interface Named {
  readonly name: string;
  /** The whole definition. */
  readonly node: SyntaxNode;
  readonly value: SyntaxNode;
  readonly start: number;
}

/** A variable on the left of `||`, `&&`, `and`, `or`. */
export interface Tested {
  readonly name: string;
  readonly otherwise: SyntaxNode;
  readonly start: number;
}

/** The captures of the language's query, sorted by what they are. */
export interface Captures {
  readonly locals: LocalCall[];
  readonly remotes: WrittenCall[];
  readonly closures: LocalCall[];
  readonly piped: Map<number, SyntaxNode>;
  readonly attributes: Named[];
  readonly variables: Named[];
  readonly tested: Tested[];
  readonly strings: { readonly text: SyntaxNode; readonly node: SyntaxNode }[];
  readonly tuples: { readonly tag: SyntaxNode; readonly node: SyntaxNode }[];
  readonly comments: SyntaxNode[];
}

/** Takes a match by the capture that only its pattern has. `at` gives the pattern's other captures. */
type Taker = (into: Captures, text: string, own: SyntaxNode, at: (name: string) => SyntaxNode) => void;

const TAKERS: ReadonlyMap<string, Taker> = new Map<string, Taker>([
  ['local', (into, text, own, at) => into.locals.push(callOf(text, own, at('call')))],
  ['closure', (into, text, own, at) => into.closures.push(callOf(text, own, at('call')))],
  ['function', (into, _text, own, at) => into.remotes.push({ module: at('module'), function: own, node: at('call') })],
  ['into', (into, _text, own, at) => into.piped.set(own.id, at('piped'))],
  ['attribute', (into, text, own, at) => into.attributes.push(namedOf(text, own, at('definition'), at('value')))],
  ['variable', (into, text, own, at) => into.variables.push(namedOf(text, own, at('assignment'), at('value')))],
  [
    'tested',
    (into, text, own, at) =>
      into.tested.push({
        name: identifierAt(text, own.startIndex),
        otherwise: at('otherwise'),
        start: own.startIndex,
      }),
  ],
  ['text', (into, _text, own, at) => into.strings.push({ text: own, node: at('string') })],
  ['tag', (into, _text, own, at) => into.tuples.push({ tag: own, node: at('tuple') })],
  ['comment', (into, _text, own) => into.comments.push(own)],
]);

export function sortCaptures(file: CodeFile): Captures {
  const into: Captures = {
    locals: [],
    remotes: [],
    closures: [],
    piped: new Map(),
    attributes: [],
    variables: [],
    tested: [],
    strings: [],
    tuples: [],
    comments: [],
  };
  for (const match of file.matches) take(into, file.text, match);
  return into;
}

function take(into: Captures, text: string, match: Match): void {
  const { names, nodes } = match;
  const index = names.findIndex((name) => TAKERS.has(name));
  const taker = TAKERS.get(names[index] ?? '');
  const own = nodes[index];
  if (taker !== undefined && own !== undefined) taker(into, text, own, (other) => caught(match, other) ?? own);
}

function callOf(text: string, target: SyntaxNode, node: SyntaxNode): LocalCall {
  return { name: identifierAt(text, target.startIndex), node, start: node.startIndex };
}

function namedOf(text: string, name: SyntaxNode, node: SyntaxNode, value: SyntaxNode): Named {
  return { name: identifierAt(text, name.startIndex), node, value, start: node.startIndex };
}
