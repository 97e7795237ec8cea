import type { SyntaxNode } from '../../../syntax/node';
import { plainString } from './literals';
import type { Resolved } from './names';

const ENVIRONMENT: Resolved = { path: 'os.environ', module: 'os', made: false };
/** Calls that give what they are handed under another name. */
const COPIES = /^(?:copy\.(?:copy|deepcopy)|types\.MappingProxyType|collections\.ChainMap)$/;

type Resolve = (node: SyntaxNode | null) => Resolved | undefined;

/** `os.environ.copy()`, `dict(os.environ, X="1")`, `ChainMap(os.environ, defaults)`, `partial(os.getenv, default="d")`. */
export function copiedByCall(call: SyntaxNode, callee: Resolved | undefined, resolve: Resolve): Resolved | undefined {
  if (callee?.path === 'os.environ.copy') return ENVIRONMENT;
  const isDict = callee === undefined && call.childForFieldName('function')?.text === 'dict';
  const isPartial = callee?.path === 'functools.partial';
  if (!isDict && !isPartial && !COPIES.test(callee?.path ?? '')) return undefined;
  const given = (call.childForFieldName('arguments')?.namedChildren ?? []).filter((child) => child !== null);
  if (isPartial) {
    const [first, second] = given;
    const made = first === undefined ? undefined : resolve(first);
    return second === undefined || second.type === 'keyword_argument' ? made : undefined;
  }
  const holds = given.some((argument) => isEnvironment(argument, resolve));
  return holds ? ENVIRONMENT : undefined;
}

/** `{**os.environ, "X": "1"}`, `{k: v for k, v in os.environ.items()}`, `os.environ | {"X": "1"}`. */
export function copiedByOperator(node: SyntaxNode, resolve: Resolve): Resolved | undefined {
  if (node.type === 'dictionary_comprehension') {
    const clause = node.namedChildren.find((child) => child?.type === 'for_in_clause');
    const over = clause?.childForFieldName('right');
    const object = over?.type === 'call' ? over.childForFieldName('function')?.childForFieldName('object') : undefined;
    const body = node.childForFieldName('body')?.text.replace(/\s*:\s*/, ', ');
    const isPlain = body !== undefined && body === clause?.childForFieldName('left')?.text;
    return isPlain && object != null && resolve(object)?.path === 'os.environ' ? ENVIRONMENT : undefined;
  }
  const isUnion = node.type === 'binary_operator' && node.childForFieldName('operator')?.type === '|';
  if (node.type === 'binary_operator' && !isUnion) return undefined;
  return node.namedChildren.some((child) => child !== null && isEnvironment(child, resolve)) ? ENVIRONMENT : undefined;
}

function isEnvironment(node: SyntaxNode, resolve: Resolve): boolean {
  const inner = node.type === 'dictionary_splat' ? node.namedChild(0) : node;
  if (node.type === 'pair' || node.type === 'keyword_argument') return false;
  return resolve(inner)?.path === 'os.environ';
}

/** Keys that a copy is given beside the environment: those that hide a variable, and those that only stand in for it. */
export interface OwnKeys {
  readonly over: ReadonlySet<string>;
  readonly under: ReadonlyMap<string, SyntaxNode>;
}

/** Reads the keys beside the environment in `{"A": "1", **os.environ, "B": "2"}`: `A` is a default, `B` hides. */
export function ownKeys(node: SyntaxNode, resolve: Resolve): OwnKeys {
  const over = new Set<string>();
  const under = new Map<string, SyntaxNode>();
  const parts =
    node.type === 'call' ? (node.childForFieldName('arguments')?.namedChildren ?? []) : [...node.namedChildren];
  const isChain = node.type === 'call' && /ChainMap$/.test(node.childForFieldName('function')?.text ?? '');
  let isAfter = false;
  for (const part of isChain ? [...parts].reverse() : parts) {
    if (part === null) continue;
    if (isEnvironment(part, resolve)) isAfter = true;
    for (const [key, value] of entriesOf(part)) {
      if (isAfter) over.add(key);
      else under.set(key, value);
    }
  }
  return { over, under };
}

function entriesOf(part: SyntaxNode): readonly (readonly [string, SyntaxNode])[] {
  if (part.type === 'dictionary')
    return part.namedChildren.flatMap((child) => (child === null ? [] : entriesOf(child)));
  const value = part.childForFieldName('value');
  if (value === null) return [];
  if (part.type === 'keyword_argument') return [[part.childForFieldName('name')?.text ?? '', value]];
  const key = part.type === 'pair' ? plainString(part.childForFieldName('key')?.text ?? '') : undefined;
  return key === undefined ? [] : [[key, value]];
}
