import type { SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import { madeOnceBy, ownText } from '../of-node';
import { addMember } from './add-member';
import { type Caught, caughtIn } from './caught';
import { declareNames } from './declare-names';
import { classNameIn, matchAt, nameAt } from './name-at';
import { functionNameOf, own } from './name-of';
import { Members, Names } from './names';
import { readField } from './patterns';
import type { Assignment, Frame, Script } from './script';
import { Spans } from './spans';

const METHOD_NAME =
  /(?:@[\w.]+(?:\([^()]*\))?\s*)*(?:(?:public|private|protected|static|async|override|abstract|get|set)\s+)*\*?\s*(#?[A-Za-z_$][\w$]*)/y;
const ASSIGNED_NAME = /(?:(this)\.)?(#?[A-Za-z_$][\w$]*)\s*(?:=|\?\?=|\|\|=)(?!=)/y;
/** `handler` of `module.exports.handler =`. */
const LAST_NAME = /(?:[\w$]+\.)*(#?[\w$]+)\s*=/y;

/** Sorts the captures of a file into calls, functions and names. Most of it is read from the text: nodes are costly. */
export function readScript(file: CodeFile): Script {
  const caught = caughtIn(file);
  const { calls, assignments, others } = caught;
  const frames = new Spans<Frame>();
  const byValue = new Map<number, Assignment>();
  const script: Script = {
    file,
    text: file.text,
    root: file.root,
    nodeAt: (index) => file.root.namedDescendantForIndex(index),
    names: new Names(frames),
    members: new Members(),
    frames,
    calls,
    assignments,
    byValue,
    imports: others.get('import') ?? [],
    exports: others.get('export') ?? [],
    decorators: others.get('decorator') ?? [],
  };
  addClasses(script, others.get('class') ?? []);
  addFields(script, caught, byValue);
  addFunctions(script, caught);
  declareNames(script, caught);
  bindValues(script, byValue);
  return script;
}

function addClasses({ text, members, frames }: Script, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) {
    const { startIndex, endIndex } = node;
    members.addClass(startIndex, endIndex);
    const name = classNameIn(text.slice(startIndex, Math.min(endIndex, startIndex + 400))) ?? '';
    frames.add(startIndex, endIndex, { name, kind: 'class', node });
  }
}

function addFields(script: Script, { others, named }: Caught, byValue: Map<number, Assignment>): void {
  for (const node of others.get('member') ?? []) {
    const field = readField(script.text, node.startIndex);
    if (field === undefined) continue;
    const value = field.hasValue ? node.childForFieldName('value') : null;
    if (value !== null) {
      named.set(value.startIndex, field.name);
      byValue.set(value.startIndex, { name: `this.${field.name}`, target: node, value, declares: false });
    }
    addMember(script, node.startIndex, field.name, value, field.type);
  }
}

function addFunctions({ text, frames }: Script, { others, named, assignments }: Caught): void {
  for (const { target, value } of assignments) {
    const name = targetName(target, text);
    if (name !== undefined) named.set(value.startIndex, name);
  }
  for (const node of others.get('method') ?? []) {
    const name = methodName(node, text);
    frames.add(node.startIndex, node.endIndex, { name, kind: 'function', node });
  }
  for (const node of others.get('function') ?? []) {
    const name = named.get(node.startIndex) ?? functionNameOf(node, text) ?? '';
    frames.add(node.startIndex, node.endIndex, { name, kind: 'function', node });
  }
}

const targetName = madeOnceBy((node: SyntaxNode, text: string) => own(node, lastNameAt(text, node.startIndex)));
const methodName = madeOnceBy((node: SyntaxNode, text: string) =>
  ownText(node, matchAt(METHOD_NAME, text, node.startIndex)?.[1] ?? ''),
);

function lastNameAt(text: string, index: number): string | undefined {
  return matchAt(LAST_NAME, text, index)?.[1] ?? nameAt(text, index);
}

/** Later assignments give a value to names and members declared elsewhere. */
function bindValues(script: Script, byValue: Map<number, Assignment>): void {
  const { text } = script;
  for (const assignment of script.assignments) {
    const { target, value, declares } = assignment;
    byValue.set(value.startIndex, assignment);
    if (declares) continue;
    const match = matchAt(ASSIGNED_NAME, text, target.startIndex);
    if (match?.[2] === undefined) continue;
    if (match[1] === 'this') addMember(script, target.startIndex, match[2], value, undefined);
    else script.names.lookup(match[2], target.startIndex)?.values.push(value);
  }
}
