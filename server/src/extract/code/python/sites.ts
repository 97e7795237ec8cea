import { caught, type Match, type SyntaxNode } from '../../../syntax/node';
import { madeOnceOf, ownText } from '../of-node';

export interface CallSite {
  readonly node: SyntaxNode;
  /** The callee as written. */
  readonly text: string;
  /** The dotted name that it starts with; empty where it starts otherwise. */
  readonly root: string;
  readonly args: SyntaxNode;
}

export interface SubscriptSite {
  readonly node: SyntaxNode;
  /** The subscripted name, dots included; empty for a call and the like. */
  readonly text: string;
}

export interface FunctionSite {
  readonly node: SyntaxNode;
  readonly name: string;
  /** Where the bracket of its parameters stands. */
  readonly params: number;
}

export interface ClassSite {
  readonly node: SyntaxNode;
  readonly name: string;
  /** Where the bracket of its bases stands, if it has any. */
  readonly bases?: number;
}

export interface AssignSite {
  readonly node: SyntaxNode;
  /** The target as written when it is a name or a dotted name; empty for patterns and subscripts. */
  readonly target: string;
}

export interface DecoratorSite {
  readonly node: SyntaxNode;
  readonly decorates: string;
}

export interface StringSite {
  readonly node: SyntaxNode;
}

export interface MemberSite {
  readonly node: SyntaxNode;
  readonly key: SyntaxNode;
  readonly of: SyntaxNode;
}

export interface Comment {
  readonly start: number;
  readonly line: number;
  /** Without `#` and blanks around it. */
  readonly text: string;
  /** Nothing but blanks stands before it. */
  readonly alone: boolean;
}

/** What is captured, sorted by what it is. */
export interface Sites {
  readonly imports: SyntaxNode[];
  readonly calls: CallSite[];
  readonly subscripts: SubscriptSite[];
  readonly members: MemberSite[];
  readonly decorators: DecoratorSite[];
  readonly functions: FunctionSite[];
  readonly classes: ClassSite[];
  readonly assigns: AssignSite[];
  readonly augments: AssignSite[];
  readonly walruses: AssignSite[];
  readonly asPatterns: SyntaxNode[];
  readonly loops: SyntaxNode[];
  readonly globals: SyntaxNode[];
  readonly comments: Comment[];
  readonly strings: StringSite[];
  readonly docs: SyntaxNode[];
}

export function emptySites(): Sites {
  return {
    imports: [],
    calls: [],
    subscripts: [],
    members: [],
    decorators: [],
    functions: [],
    classes: [],
    assigns: [],
    augments: [],
    walruses: [],
    asPatterns: [],
    loops: [],
    globals: [],
    comments: [],
    strings: [],
    docs: [],
  };
}

const DOTTED = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\.[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)*/y;

/** The dotted name that starts at an offset, or an empty text. */
export function dottedAt(text: string, offset: number): string {
  DOTTED.lastIndex = offset;
  return DOTTED.exec(text)?.[0] ?? '';
}

/** A callee as written; a dotted name that goes on over a line is made one. */
function calleeText(written: string): string {
  const text = written.trimEnd();
  if (!text.includes('\n')) return text;
  const joined = text.replace(/[ \t]*\\?\r?\n[ \t]*/g, '');
  return dottedAt(joined, 0) === joined ? joined : text;
}

const callOf = madeOnceOf<CallSite>();
const subscriptOf = madeOnceOf<SubscriptSite>();
const assignOf = madeOnceOf<AssignSite>();
const functionOf = madeOnceOf<FunctionSite | undefined>();
const classOf = madeOnceOf<ClassSite | undefined>();

function callSite(node: SyntaxNode, args: SyntaxNode, text: string): CallSite {
  const written = ownText(node, calleeText(text.slice(node.startIndex, args.startIndex)));
  return { node, args, text: written, root: dottedAt(written, 0) };
}

/** Takes what a match tells. */
export function take(sites: Sites, match: Match, text: string): void {
  const { names, nodes } = match;
  const main = mainOf(names);
  const kind = names[main];
  const node = nodes[main];
  if (kind === undefined || node === undefined) return;
  const other = (name: string): SyntaxNode | undefined => caught(match, name);
  switch (kind) {
    case 'import':
      sites.imports.push(node);
      break;
    case 'call': {
      const args = other('call.args');
      if (args !== undefined) sites.calls.push(callOf(node, () => callSite(node, args, text)));
      break;
    }
    case 'subscript':
      sites.subscripts.push(subscriptOf(node, () => ({ node, text: subscripted(text, node) })));
      break;
    case 'member': {
      const key = other('member.key');
      const of = other('member.of');
      if (key !== undefined && of !== undefined) sites.members.push({ node, key, of });
      break;
    }
    case 'decorator': {
      const decorates = dottedAt(text, other('decorator.name')?.startIndex ?? 0);
      sites.decorators.push({ node, decorates: ownText(node, decorates) });
      break;
    }
    case 'function': {
      const site = functionOf(node, () => functionSite(node, text));
      if (site !== undefined) sites.functions.push(site);
      break;
    }
    case 'class': {
      const site = classOf(node, () => classSite(node, text));
      if (site !== undefined) sites.classes.push(site);
      break;
    }
    case 'assign':
      sites.assigns.push(assignSite(node, text));
      break;
    case 'augment':
      sites.augments.push(assignSite(node, text));
      break;
    case 'walrus':
      sites.walruses.push(assignSite(node, text));
      break;
    case 'as':
      sites.asPatterns.push(node);
      break;
    case 'loop':
      sites.loops.push(node);
      break;
    case 'global':
      sites.globals.push(node);
      break;
    case 'comment':
      sites.comments.push(commentOf(node, text));
      break;
    case 'string':
      sites.strings.push({ node });
      break;
    case 'docstring':
      sites.docs.push(node);
      break;
  }
}

function assignSite(node: SyntaxNode, text: string): AssignSite {
  return assignOf(node, () => ({ node, target: ownText(node, targetAt(text, node.startIndex)) }));
}

/** Where its bracket stands is told of where it stands itself, which changes. */
function functionSite(node: SyntaxNode, text: string): FunctionSite | undefined {
  const { name, bracket } = definitionAt(text, node) ?? {};
  if (name === undefined || bracket === undefined) return undefined;
  const further = bracket - node.startIndex;
  return {
    node,
    name,
    get params() {
      return node.startIndex + further;
    },
  };
}

function classSite(node: SyntaxNode, text: string): ClassSite | undefined {
  const { name, bracket } = definitionAt(text, node) ?? {};
  if (name === undefined) return undefined;
  if (bracket === undefined) return { node, name };
  const further = bracket - node.startIndex;
  return {
    node,
    name,
    get bases() {
      return node.startIndex + further;
    },
  };
}

function commentOf(node: SyntaxNode, text: string): Comment {
  const start = node.startIndex;
  const { row, column } = node.startPosition;
  const before = text.slice(start - column, start);
  const told = { text: ownText(node, node.text.replace(/^#+/, '').trim()), alone: before.trim() === '' };
  if (node.notes === undefined) return { start, line: row, ...told };
  return {
    get start() {
      return node.startIndex;
    },
    get line() {
      return node.startPosition.row;
    },
    ...told,
  };
}

function subscripted(text: string, node: SyntaxNode): string {
  const offset = node.startIndex;
  const name = dottedAt(text, offset);
  return /^\s*\[/.test(text.slice(offset + name.length, offset + name.length + 20)) ? ownText(node, name) : '';
}

const AFTER_TARGET = /[ \t\\\r\n)]*(?:[:=]|[-+*/%@&|^<>]+=)/y;

/** The name or dotted name that an assignment starts with; empty for anything else. */
function targetAt(text: string, offset: number): string {
  const name = dottedAt(text, offset);
  AFTER_TARGET.lastIndex = offset + name.length;
  return AFTER_TARGET.test(text) ? name : '';
}

const DEFINITION = /(?:async\s+)?(?:def|class)[\s\\]+([\w\u0080-\uffff]+)\s*(?:\[[^\]\n]*\]\s*)?(\()?/y;

/** The name of a function or class, and where the bracket after it stands. */
function definitionAt(
  text: string,
  node: SyntaxNode,
): { readonly name: string; readonly bracket?: number } | undefined {
  DEFINITION.lastIndex = node.startIndex;
  const match = DEFINITION.exec(text);
  if (match === null) return undefined;
  const name = ownText(node, match[1] ?? '');
  return match[2] === undefined ? { name } : { name, bracket: DEFINITION.lastIndex - 1 };
}

/** The capture that names the pattern: the one without a dot in its name. */
export function mainNode({ names, nodes }: Match): SyntaxNode | undefined {
  return nodes[mainOf(names)];
}

function mainOf(names: readonly string[]): number {
  let index = 0;
  while (names[index]?.includes('.') === true) index += 1;
  return index;
}
