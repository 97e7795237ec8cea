import type { SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import { addMember } from './add-member';
import { type AssignmentSite, type Caught, caughtIn } from './caught';
import { declareNames } from './declare-names';
import { classNameIn } from './name-at';
import { Members, Names } from './names';
import { readField } from './patterns';
import { type Assignment, type Frame, frameOf, type Script } from './script';
import { Spans } from './spans';

/** Sorts the captures of a file into calls, functions and names. Most of it is read from the text: nodes are costly. */
export function readScript(file: CodeFile): Script {
  const caught = caughtIn(file);
  const { calls, assignments, imports, exports, decorators } = caught;
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
    imports,
    exports,
    decorators,
  };
  addClasses(script, caught.classes);
  const fields = addFields(script, caught.members, byValue);
  addFunctions(script, caught, fields);
  declareNames(script, caught);
  bindValues(script, assignments, byValue);
  return script;
}

function addClasses({ text, members, frames }: Script, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) {
    const { startIndex, endIndex } = node;
    members.addClass(startIndex, endIndex);
    const name = classNameIn(text.slice(startIndex, Math.min(endIndex, startIndex + 400))) ?? '';
    frames.add(startIndex, endIndex, frameOf(name, 'class', node));
  }
}

function addFields(script: Script, nodes: readonly SyntaxNode[], byValue: Map<number, Assignment>): NamedValues {
  const named = new Map<number, string>();
  for (const node of nodes) {
    const field = readField(script.text, node.startIndex);
    if (field === undefined) continue;
    const value = field.hasValue ? node.childForFieldName('value') : null;
    if (value !== null) {
      named.set(value.startIndex, field.name);
      byValue.set(value.startIndex, { name: `this.${field.name}`, target: node, value, declares: false });
    }
    addMember(script, node.startIndex, field.name, value, field.type);
  }
  return named;
}

/** Names of values by their first index. */
type NamedValues = Map<number, string>;

function addFunctions(
  { frames }: Script,
  { keys, methods, functions, assignments }: Caught,
  fields: NamedValues,
): void {
  const named: NamedValues = new Map();
  for (const { node, name } of keys) if (name !== undefined) named.set(node.startIndex, name);
  for (const [index, name] of fields) named.set(index, name);
  for (const { last, value } of assignments) if (last !== undefined) named.set(value.startIndex, last);
  for (const { node, name = '' } of methods) {
    frames.add(node.startIndex, node.endIndex, frameOf(name, 'function', node));
  }
  for (const { node, name = '' } of functions) {
    const { startIndex } = node;
    frames.add(startIndex, node.endIndex, frameOf(named.get(startIndex) ?? name, 'function', node));
  }
}

/** Later assignments give a value to names and members declared elsewhere. */
function bindValues(script: Script, assignments: readonly AssignmentSite[], byValue: Map<number, Assignment>): void {
  for (const assignment of assignments) {
    const { target, value, given } = assignment;
    byValue.set(value.startIndex, assignment);
    if (given === undefined) continue;
    if (given.isMember) addMember(script, target.startIndex, given.name, value, undefined);
    else script.names.lookup(given.name, target.startIndex)?.values.push(value);
  }
}
