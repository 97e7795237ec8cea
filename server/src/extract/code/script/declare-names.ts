import type { SyntaxNode } from '../../../syntax/node';
import { addMember } from './add-member';
import type { Caught, LoopSite, ParameterSite } from './caught';
import type { Declaration, Resolved } from './declaration';
import { statementOf } from './import-statement';
import { importPath } from './module-path';
import { classNameIn } from './name-at';
import type { Parameter } from './patterns';
import type { Script } from './script';

/** Declares all names of a file, each in the function, loop or module that it holds in. */
export function declareNames(script: Script, all: Caught): void {
  declareImports(script);
  for (const { node, name } of all.functions) {
    if (name !== undefined) declare(script, name, 'function', node.startIndex, { node });
  }
  declareClasses(script, all.classes);
  declareParameters(script, all.parameters);
  for (const { node, name } of all.patterns) {
    if (name !== undefined) declare(script, name, 'pattern', node.startIndex);
  }
  for (const { node, parameter } of all.declared) {
    if (parameter !== undefined) declareVariable(script, node, parameter, []);
  }
  declareLoops(script, all.loops);
  for (const { target, value, declared } of all.assignments) {
    if (declared !== undefined) declareVariable(script, target, declared, [value]);
  }
}

/** What is known of a name beside where it stands. */
interface More {
  readonly values?: SyntaxNode[];
  readonly node?: SyntaxNode;
  readonly type?: string | undefined;
  readonly resolved?: Resolved;
  readonly typeOnly?: boolean;
}

const NOTHING_MORE: More = {};

function declare(
  { names, frames, text }: Script,
  name: string,
  kind: Declaration['kind'],
  index: number,
  more: More = NOTHING_MORE,
): void {
  let span = frames.at(index);
  if (kind === 'function' || kind === 'class') span = span?.parent;
  while (span !== undefined && span.data.kind === 'class') span = span.parent;
  const { values = [], node, type, resolved, typeOnly = false } = more;
  const start = span?.start ?? 0;
  const end = span?.end ?? text.length + 1;
  names.declare({ name, kind, at: index, start, end, values, node, type, resolved, typeOnly }, span);
}

function declareImports(script: Script): void {
  for (const node of script.imports) {
    const statement = statementOf(node);
    for (const { local, name, typeOnly } of statement?.names ?? []) {
      const resolved = { path: importPath(statement?.module ?? '', name), module: statement?.module ?? '' };
      declare(script, local, 'import', node.startIndex, { resolved, ...(typeOnly && { typeOnly }) });
    }
  }
}

function declareClasses(script: Script, nodes: readonly SyntaxNode[]): void {
  for (const node of nodes) {
    const name = classNameIn(script.text.slice(node.startIndex, node.startIndex + 200));
    if (name !== undefined) declare(script, name, 'class', node.startIndex, { node });
  }
}

function declareParameters(script: Script, sites: readonly ParameterSite[]): void {
  for (const { node, parameter } of sites) {
    if (parameter === undefined) continue;
    const { name, type, isMember } = parameter;
    const { startIndex } = node;
    declare(script, name, 'parameter', startIndex, { type });
    if (isMember) addMember(script, startIndex, name, null, type);
  }
}

function declareVariable(script: Script, node: SyntaxNode, { name, type }: Parameter, values: SyntaxNode[]): void {
  declare(script, name, 'variable', node.startIndex, { values, type });
}

function declareLoops({ names }: Script, loops: readonly LoopSite[]): void {
  for (const { loop, node, name } of loops) {
    if (name === undefined) continue;
    const { startIndex: start, endIndex: end } = loop;
    const more = { node: undefined, type: undefined, resolved: undefined, typeOnly: false };
    names.declare({ name, kind: 'parameter', at: node.startIndex, start, end, values: [], ...more }, 'loop');
  }
}
