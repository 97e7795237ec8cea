import type { SyntaxNode } from '../../../syntax/node';
import type { CodeFile } from '../code-file';
import type { Declaration } from './declaration';
import { importedNames } from './import-statement';
import { importPath } from './module-path';
import { Members, Names } from './names';
import { readField, readParameter } from './patterns';
import type { Assignment, CallSite, Frame, Script } from './script';
import { Spans } from './spans';

const FUNCTION_NAME = /(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)/y;
const METHOD_NAME =
  /(?:@[\w.]+(?:\([^()]*\))?\s*)*(?:(?:public|private|protected|static|async|override|abstract|get|set)\s+)*\*?\s*(#?[A-Za-z_$][\w$]*)/y;
const CLASS_NAME = /class\s+([A-Za-z_$][\w$]*)/;
const ASSIGNED_NAME = /(?:(this)\.)?(#?[A-Za-z_$][\w$]*)\s*(?:=|\?\?=|\|\|=)(?!=)/y;
/** `handler` of `module.exports.handler =`. */
const LAST_NAME = /(?:[\w$]+\.)*(#?[\w$]+)\s*=/y;
const WRITTEN_NAME = /[\w$]+(?:\.#?[\w$]+)*/y;
const PLAIN_NAME = /[\w$]+/y;

/** The first group of a sticky pattern at an index. */
function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** Sorts the captures of a file into calls, functions and names. Most of it is read from the text: nodes are costly. */
export function readScript(file: CodeFile): Script {
  const { text } = file;
  const caught = new Map<string, SyntaxNode[]>();
  const calls: CallSite[] = [];
  const assignments: Assignment[] = [];
  const loops: (readonly [SyntaxNode, SyntaxNode])[] = [];
  const named = new Map<number, string>();

  for (const { captures } of file.matches) {
    for (const [kind, nodes] of captures) {
      const node = nodes[0];
      if (node === undefined) break;
      if (kind === 'call' || kind === 'new') {
        const callee = captures.get('callee')?.[0];
        const args = captures.get('arguments')?.[0];
        if (callee !== undefined && args !== undefined) calls.push({ node, callee, args, construct: kind === 'new' });
      } else if (kind === 'variable' || kind === 'target') {
        const value = captures.get('value')?.[0];
        if (value !== undefined) {
          const name = at(WRITTEN_NAME, text, node.startIndex)?.[0] ?? '';
          assignments.push({ name, target: node, value, declares: kind === 'variable' });
        }
      } else if (kind === 'key') {
        const value = captures.get('value')?.[0];
        const name = at(PLAIN_NAME, text, node.startIndex)?.[0];
        if (value !== undefined && name !== undefined) named.set(value.startIndex, name);
      } else if (kind === 'loop') {
        const name = captures.get('name')?.[0];
        if (name !== undefined) loops.push([node, name]);
      } else {
        const list = caught.get(kind);
        if (list === undefined) caught.set(kind, [node]);
        else list.push(node);
      }
      break;
    }
  }

  const all = (kind: string): readonly SyntaxNode[] => caught.get(kind) ?? [];
  const frames = new Spans<Frame>();
  const names = new Names(frames);
  const members = new Members();
  const byValue = new Map<number, Assignment>();
  const script: Script = {
    file,
    text,
    root: file.root,
    nodeAt: (index) => file.root.namedDescendantForIndex(index),
    names,
    members,
    frames,
    calls,
    assignments,
    byValue,
    imports: all('import'),
    exports: all('export'),
    decorators: all('decorator'),
  };

  for (const node of all('class')) {
    const end = node.endIndex;
    members.addClass(node.startIndex, end);
    const name = CLASS_NAME.exec(text.slice(node.startIndex, Math.min(end, node.startIndex + 400)))?.[1] ?? '';
    frames.add(node.startIndex, end, { name, kind: 'class', node });
  }
  for (const node of all('member')) {
    const field = readField(text, node.startIndex);
    if (field === undefined) continue;
    const value = field.hasValue ? node.childForFieldName('value') : null;
    if (value !== null) {
      named.set(value.startIndex, field.name);
      byValue.set(value.startIndex, { name: `this.${field.name}`, target: node, value, declares: false });
    }
    addMember(script, node.startIndex, field.name, value, field.type);
  }
  for (const { target, value } of assignments) {
    const name = at(LAST_NAME, text, target.startIndex)?.[1] ?? declaredName(text, target.startIndex);
    if (name !== undefined) named.set(value.startIndex, name);
  }
  for (const node of all('method')) {
    const name = at(METHOD_NAME, text, node.startIndex)?.[1] ?? '';
    frames.add(node.startIndex, node.endIndex, { name, kind: 'function', node });
  }
  for (const node of all('function')) {
    const name = named.get(node.startIndex) ?? at(FUNCTION_NAME, text, node.startIndex)?.[1] ?? '';
    frames.add(node.startIndex, node.endIndex, { name, kind: 'function', node });
  }
  declareNames(script, all, loops);
  bindValues(script, byValue);
  return script;
}

function declaredName(text: string, index: number): string | undefined {
  return at(PLAIN_NAME, text, index)?.[0];
}

function addMember(
  script: Script,
  index: number,
  name: string,
  value: SyntaxNode | null,
  type: string | undefined,
): void {
  const table = script.members.of(index);
  if (table === undefined) return;
  const known = table.get(name);
  if (known !== undefined) {
    if (value !== null) known.values.push(value);
    return;
  }
  table.set(name, {
    name,
    kind: 'variable',
    at: index,
    start: 0,
    end: script.text.length + 1,
    values: value === null ? [] : [value],
    ...(type !== undefined && { type }),
  });
}

type Kind = Declaration['kind'];

function declareNames(
  script: Script,
  all: (kind: string) => readonly SyntaxNode[],
  loops: readonly (readonly [SyntaxNode, SyntaxNode])[],
): void {
  const { text, names, frames } = script;
  const declare = (name: string, kind: Kind, index: number, more: Partial<Declaration> = {}): void => {
    let span = frames.at(index);
    if (kind === 'function' || kind === 'class') span = span?.parent;
    while (span !== undefined && span.data.kind === 'class') span = span.parent;
    const scope = { start: span?.start ?? 0, end: span?.end ?? text.length + 1 };
    names.declare({ name, kind, at: index, values: [], ...scope, ...more }, span);
  };

  for (const node of script.imports) {
    const statement = importedNames(node.text);
    for (const { local, name, typeOnly } of statement?.names ?? []) {
      const resolved = { path: importPath(statement?.module ?? '', name), module: statement?.module ?? '' };
      declare(local, 'import', node.startIndex, { resolved, ...(typeOnly && { typeOnly }) });
    }
  }
  for (const kind of ['function', 'class'] as const) {
    for (const node of all(kind)) {
      const head = text.slice(node.startIndex, node.startIndex + 200);
      const name = kind === 'class' ? CLASS_NAME.exec(head)?.[1] : at(FUNCTION_NAME, text, node.startIndex)?.[1];
      if (name !== undefined) declare(name, kind, node.startIndex, { node });
    }
  }
  for (const node of all('parameter')) {
    const parameter = readParameter(text, node.startIndex);
    if (parameter === undefined) continue;
    const type = parameter.type === undefined ? {} : { type: parameter.type };
    declare(parameter.name, 'parameter', node.startIndex, type);
    if (parameter.isMember) addMember(script, node.startIndex, parameter.name, null, parameter.type);
  }
  for (const node of all('pattern')) {
    const name = declaredName(text, node.startIndex);
    if (name !== undefined) declare(name, 'pattern', node.startIndex);
  }
  for (const node of all('declared')) {
    const declared = readParameter(text, node.startIndex);
    if (declared === undefined) continue;
    declare(declared.name, 'variable', node.startIndex, declared.type === undefined ? {} : { type: declared.type });
  }
  for (const [loop, node] of loops) {
    const name = declaredName(text, node.startIndex);
    if (name === undefined) continue;
    names.declare(
      { name, kind: 'parameter', at: node.startIndex, start: loop.startIndex, end: loop.endIndex, values: [] },
      'loop',
    );
  }
  for (const { target, value, declares } of script.assignments) {
    const first = text[target.startIndex];
    if (!declares || first === '{' || first === '[') continue;
    const declared = readParameter(text, target.startIndex);
    if (declared === undefined) continue;
    const type = declared.type === undefined ? {} : { type: declared.type };
    declare(declared.name, 'variable', target.startIndex, { values: [value], ...type });
  }
}

/** Later assignments give a value to names and members declared elsewhere. */
function bindValues(script: Script, byValue: Map<number, Assignment>): void {
  const { text } = script;
  for (const assignment of script.assignments) {
    const { target, value, declares } = assignment;
    byValue.set(value.startIndex, assignment);
    if (declares) continue;
    const match = at(ASSIGNED_NAME, text, target.startIndex);
    if (match?.[2] === undefined) continue;
    if (match[1] === 'this') addMember(script, target.startIndex, match[2], value, undefined);
    else script.names.lookup(match[2], target.startIndex)?.values.push(value);
  }
}
