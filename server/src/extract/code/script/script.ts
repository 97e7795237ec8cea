import type { SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import type { Declaration } from './declaration';
import type { Members, Names } from './names';
import type { Spans } from './spans';

/** A function or class: a stretch of the file with a name of its own. */
export interface Frame {
  /** Empty where it has none. */
  readonly name: string;
  readonly kind: 'function' | 'class';
  readonly node: SyntaxNode;
  /** The names that are declared in it, as they come. */
  readonly declared: Declaration[];
  /** The same by name, once there are many. */
  byName: Map<string, Declaration[]> | undefined;
}

export function frameOf(name: string, kind: Frame['kind'], node: SyntaxNode): Frame {
  return { name, kind, node, declared: [], byName: undefined };
}

export interface CallSite {
  readonly node: SyntaxNode;
  /** What starts where the callee does: the callee, or the call itself. */
  readonly start: SyntaxNode;
  readonly args: SyntaxNode;
  readonly construct: boolean;
  /** The name that its callee starts with. */
  readonly root: string | undefined;
}

/** `left = right`, declarations with a value included. */
export interface Assignment {
  /** As written, without a declared type: `x`, `this.client`, `module.exports`; fields of classes start with `this.`. */
  readonly name: string;
  readonly target: SyntaxNode;
  readonly value: SyntaxNode;
  readonly declares: boolean;
}

/** A parsed file with its names sorted out: what every part of this extractor works on. */
export interface Script {
  readonly file: CodeFile;
  readonly text: string;
  readonly root: SyntaxNode;
  /** The smallest named node that holds an index. */
  nodeAt(index: number): SyntaxNode | null;
  readonly names: Names;
  readonly members: Members;
  readonly frames: Spans<Frame>;
  readonly calls: readonly CallSite[];
  readonly imports: readonly SyntaxNode[];
  readonly exports: readonly SyntaxNode[];
  readonly decorators: readonly SyntaxNode[];
  readonly assignments: readonly Assignment[];
  /** What is assigned where: a value's first index to the assignment. */
  readonly byValue: ReadonlyMap<number, Assignment>;
}

export function calleeOf({ node, start, construct }: CallSite): SyntaxNode {
  return construct ? start : (node.childForFieldName('function') ?? node);
}

/** The enclosing functions and classes joined with `.`; undefined at the top of the file. */
export function scopeAt(script: Script, index: number): string | undefined {
  const names: string[] = [];
  for (let span = script.frames.at(index); span !== undefined && names.length < 8; span = span.parent) {
    if (span.data.name !== '') names.push(span.data.name);
  }
  return names.length === 0 ? undefined : names.reverse().join('.');
}

/** The function that an index lies in. */
export function functionAt(script: Script, index: number): SyntaxNode | undefined {
  for (let span = script.frames.at(index); span !== undefined; span = span.parent) {
    if (span.data.kind === 'function') return span.data.node;
  }
  return undefined;
}
