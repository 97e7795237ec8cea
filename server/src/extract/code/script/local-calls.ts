import type { Fact, LocalCall } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { madeOnceBy, ownText } from '../of-node';
import type { Declaration } from './declaration';
import { isFunction } from './functions';
import { own } from './name-of';
import { type CallSite, functionAt, type Script, scopeAt } from './script';
import { unwrap } from './unwrap';

const MOST_CALLS = 500;
const CALLEE = /^(this\.)?#?([A-Za-z_$][\w$]*)(?:\s*\.\s*([A-Za-z_$][\w$]*))?\s*(?:<[^()`'"]*>)?\s*$/;
const MOST_TEXT = 160;

/** Calls of functions and methods of the same file. */
export function localCallFacts(script: Script): readonly Fact[] {
  if (script.file.role === 'test') return [];
  const calls = new Map<string, LocalCall>();
  for (const site of script.calls) {
    if (calls.size >= MOST_CALLS) break;
    const to = calledBy(script, site);
    if (to === undefined) continue;
    const start = site.node.startIndex;
    const from = scopeAt(script, start) ?? '';
    // Handlers without a name are told apart by where they start.
    const key = `${from}\n${functionAt(script, start)?.startIndex}\n${to}`;
    if (from !== to && !calls.has(key)) calls.set(key, { from, to, line: site.node.startPosition.row });
  }
  const range = { line: 0, column: 0, endLine: 0, endColumn: 0 };
  return calls.size === 0 ? [] : [{ kind: 'localCalls', calls: [...calls.values()], range }];
}

function calledBy(script: Script, { start: first, args, construct }: CallSite): string | undefined {
  const start = first.startIndex;
  if (args.startIndex - start > MOST_TEXT) return undefined;
  const { self, name, member } = writtenOf(first, { text: script.text, args });
  if (self) return member === undefined ? methodOf(script, start, name) : undefined;
  const declaration = name === '' ? undefined : script.names.lookup(name, start);
  if (declaration === undefined || declaration.kind === 'import') return undefined;
  if (member !== undefined) return ofObject(script, declaration, member);
  if (construct) return declaration.kind === 'class' ? `${name}.constructor` : undefined;
  const body = bodyOf(declaration);
  return body === undefined ? undefined : scopeAt(script, body.startIndex);
}

interface Before {
  readonly text: string;
  readonly args: SyntaxNode;
}

/** A callee as it is written: `this.#send`, `mailer.send`, `send`. */
interface Written {
  readonly self: boolean;
  /** Empty where it is written otherwise. */
  readonly name: string;
  readonly member: string | undefined;
}

const writtenOf = madeOnceBy((start: SyntaxNode, { text, args }: Before): Written => {
  const [, self, name = '', member] = CALLEE.exec(text.slice(start.startIndex, args.startIndex)) ?? [];
  return { self: self !== undefined, name: ownText(start, name), member: own(start, member) };
});

function bodyOf({ kind, node, values }: Declaration): SyntaxNode | undefined {
  if (kind === 'function') return node ?? values[0];
  const [value] = values;
  return value !== undefined && isFunction(value) ? value : undefined;
}

function methodOf(script: Script, index: number, name: string): string | undefined {
  for (let span = script.frames.at(index); span !== undefined; span = span.parent) {
    if (span.data.kind === 'class') return `${scopeAt(script, span.start)}.${name}`;
  }
  return undefined;
}

/** `Sender.send()` of a class of this file, and `sender.send()` where `const sender = new Sender()`. */
function ofObject(script: Script, declaration: Declaration, member: string): string | undefined {
  if (declaration.kind === 'class') return `${declaration.name}.${member}`;
  const value = declaration.values[0];
  const made = value === undefined ? undefined : unwrap(value);
  if (made?.type !== 'new_expression') return undefined;
  const name = made.childForFieldName('constructor')?.text ?? '';
  return script.names.lookup(name, made.startIndex)?.kind === 'class' ? `${name}.${member}` : undefined;
}
