import type { Match, SyntaxNode } from '../../../syntax/node';
import { Positions } from '../../positions';
import type { CodeFile } from '../code-file';
import { madeOnceOf } from '../of-node';

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

/** One file's matches, sorted by what they are, read from the text wherever the parser need not be asked. */
export interface PythonSource {
  readonly file: CodeFile;
  readonly text: string;
  readonly positions: Positions;
  readonly imports: readonly SyntaxNode[];
  readonly calls: readonly CallSite[];
  readonly subscripts: readonly SubscriptSite[];
  readonly members: readonly MemberSite[];
  readonly decorators: readonly DecoratorSite[];
  readonly functions: readonly FunctionSite[];
  readonly classes: readonly ClassSite[];
  readonly assigns: readonly AssignSite[];
  readonly augments: readonly AssignSite[];
  readonly walruses: readonly AssignSite[];
  readonly asPatterns: readonly SyntaxNode[];
  readonly loops: readonly SyntaxNode[];
  readonly globals: readonly SyntaxNode[];
  readonly comments: readonly Comment[];
  readonly strings: readonly SyntaxNode[];
  /** Offsets at which documentation strings start. */
  readonly docstrings: ReadonlySet<number>;
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

function callSite(node: SyntaxNode, args: SyntaxNode, text: string): CallSite {
  const written = calleeText(text.slice(node.startIndex, args.startIndex));
  return { node, args, text: written, root: dottedAt(written, 0) };
}

export function readSource(file: CodeFile): PythonSource {
  const { text } = file;
  const positions = new Positions(text);
  const source = {
    file,
    text,
    positions,
    imports: [] as SyntaxNode[],
    calls: [] as CallSite[],
    subscripts: [] as SubscriptSite[],
    members: [] as MemberSite[],
    decorators: [] as DecoratorSite[],
    functions: [] as FunctionSite[],
    classes: [] as ClassSite[],
    assigns: [] as AssignSite[],
    augments: [] as AssignSite[],
    walruses: [] as AssignSite[],
    asPatterns: [] as SyntaxNode[],
    loops: [] as SyntaxNode[],
    globals: [] as SyntaxNode[],
    comments: [] as Comment[],
    strings: [] as SyntaxNode[],
    docstrings: new Set<number>(),
  };
  const assignSite = (node: SyntaxNode): AssignSite =>
    assignOf(node, () => ({ node, target: targetAt(text, node.startIndex) }));

  for (const match of file.matches) {
    const kind = mainCapture(match);
    const node = match.captures.get(kind)?.[0];
    if (node === undefined) continue;
    const other = (name: string): SyntaxNode | undefined => match.captures.get(name)?.[0];
    switch (kind) {
      case 'import':
        source.imports.push(node);
        break;
      case 'call': {
        const args = other('call.args');
        if (args === undefined) break;
        source.calls.push(callOf(node, () => callSite(node, args, text)));
        break;
      }
      case 'subscript':
        source.subscripts.push(subscriptOf(node, () => ({ node, text: subscripted(text, node.startIndex) })));
        break;
      case 'member': {
        const key = other('member.key');
        const of = other('member.of');
        if (key !== undefined && of !== undefined) source.members.push({ node, key, of });
        break;
      }
      case 'decorator':
        source.decorators.push({ node, decorates: dottedAt(text, other('decorator.name')?.startIndex ?? 0) });
        break;
      case 'function': {
        const head = definitionAt(text, node.startIndex);
        if (head?.bracket !== undefined) source.functions.push({ node, name: head.name, params: head.bracket });
        break;
      }
      case 'class': {
        const head = definitionAt(text, node.startIndex);
        if (head !== undefined) {
          source.classes.push({ node, name: head.name, ...(head.bracket !== undefined && { bases: head.bracket }) });
        }
        break;
      }
      case 'assign':
        source.assigns.push(assignSite(node));
        break;
      case 'augment':
        source.augments.push(assignSite(node));
        break;
      case 'walrus':
        source.walruses.push(assignSite(node));
        break;
      case 'as':
        source.asPatterns.push(node);
        break;
      case 'loop':
        source.loops.push(node);
        break;
      case 'global':
        source.globals.push(node);
        break;
      case 'comment':
        source.comments.push(commentAt(positions, node));
        break;
      case 'string':
        source.strings.push(node);
        break;
      case 'docstring':
        source.docstrings.add(node.startIndex);
        break;
    }
  }
  return source;
}

function subscripted(text: string, offset: number): string {
  const name = dottedAt(text, offset);
  return /^\s*\[/.test(text.slice(offset + name.length, offset + name.length + 20)) ? name : '';
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
function definitionAt(text: string, offset: number): { readonly name: string; readonly bracket?: number } | undefined {
  DEFINITION.lastIndex = offset;
  const match = DEFINITION.exec(text);
  if (match === null) return undefined;
  const name = match[1] ?? '';
  return match[2] === undefined ? { name } : { name, bracket: DEFINITION.lastIndex - 1 };
}

/** The capture that names the pattern: the one without a dot in its name. */
function mainCapture({ captures }: Match): string {
  for (const name of captures.keys()) if (!name.includes('.')) return name;
  return '';
}

function commentAt(positions: Positions, node: SyntaxNode): Comment {
  const start = node.startIndex;
  const { row, column } = node.startPosition;
  const line = positions.lineText(row);
  return {
    start,
    line: row,
    text: line.slice(column).replace(/^#+/, '').trim(),
    alone: line.slice(0, column).trim() === '',
  };
}
