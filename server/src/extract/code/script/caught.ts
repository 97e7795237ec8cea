import { caught, type Match, type SyntaxNode } from '../../../syntax/node';
import { inBlocks } from '../blocks';
import type { CodeFile } from '../code-file';
import { ownText } from '../of-node';
import { functionNameAt, matchAt, nameAt } from './name-at';
import { own } from './name-of';
import { type Parameter, readParameter } from './patterns';
import type { Assignment, CallSite } from './script';

/** A node and the name that it has by its own characters. */
export interface NamedSite {
  readonly node: SyntaxNode;
  readonly name: string | undefined;
}

export interface ParameterSite {
  readonly node: SyntaxNode;
  readonly parameter: Parameter | undefined;
}

export interface AssignmentSite extends Assignment {
  /** The last name of its target: what a function is called by that. */
  readonly last: string | undefined;
  /** The name and type that it declares, where that is no pattern. */
  readonly declared: Parameter | undefined;
  /** The plain name or member of `this` that it gives a value to, where it declares none. */
  readonly given: { readonly isMember: boolean; readonly name: string } | undefined;
}

/** A loop, and the name that it declares. */
export interface LoopSite extends NamedSite {
  readonly loop: SyntaxNode;
}

/** The captures of a file, sorted; what is read off the characters of a site is read once. */
export interface Caught {
  readonly calls: CallSite[];
  readonly assignments: AssignmentSite[];
  readonly loops: LoopSite[];
  /** Values by the names of the keys that they stand under. */
  readonly keys: NamedSite[];
  readonly functions: NamedSite[];
  readonly methods: NamedSite[];
  readonly patterns: NamedSite[];
  readonly parameters: ParameterSite[];
  /** Variables without a value. */
  readonly declared: ParameterSite[];
  readonly classes: SyntaxNode[];
  readonly members: SyntaxNode[];
  readonly imports: SyntaxNode[];
  readonly exports: SyntaxNode[];
  readonly decorators: SyntaxNode[];
}

function nothingCaught(): Caught {
  return {
    calls: [],
    assignments: [],
    loops: [],
    keys: [],
    functions: [],
    methods: [],
    patterns: [],
    parameters: [],
    declared: [],
    classes: [],
    members: [],
    imports: [],
    exports: [],
    decorators: [],
  };
}

export function caughtIn(file: CodeFile): Caught {
  return inBlocks(file, nothingCaught, take);
}

const WRITTEN_NAME = /[\w$]+(?:\.#?[\w$]+)*/y;
const ROOT = /[A-Za-z_$][\w$]*/y;
const METHOD_NAME =
  /(?:@[\w.]+(?:\([^()]*\))?\s*)*(?:(?:public|private|protected|static|async|override|abstract|get|set)\s+)*\*?\s*(#?[A-Za-z_$][\w$]*)/y;
const ASSIGNED_NAME = /(?:(this)\.)?(#?[A-Za-z_$][\w$]*)\s*(?:=|\?\?=|\|\|=)(?!=)/y;
/** `handler` of `module.exports.handler =`. */
const LAST_NAME = /(?:[\w$]+\.)*(#?[\w$]+)\s*=/y;

/** Takes what a match tells, which is of the kind of its first capture. */
function take(all: Caught, match: Match, text: string): void {
  const [kind] = match.names;
  const [node] = match.nodes;
  if (node === undefined) return;
  switch (kind) {
    case 'call':
    case 'new': {
      const site = callOf(node, match, text, kind === 'new');
      if (site !== undefined) all.calls.push(site);
      break;
    }
    case 'variable':
    case 'target': {
      const value = caught(match, 'value');
      if (value !== undefined) all.assignments.push(assignmentOf(node, value, text, kind === 'variable'));
      break;
    }
    case 'key': {
      const value = caught(match, 'value');
      if (value !== undefined) all.keys.push({ node: value, name: own(node, nameAt(text, node.startIndex)) });
      break;
    }
    case 'loop': {
      const name = caught(match, 'name');
      if (name !== undefined)
        all.loops.push({ loop: node, node: name, name: own(name, nameAt(text, name.startIndex)) });
      break;
    }
    case 'function':
      all.functions.push({ node, name: own(node, functionNameAt(text, node.startIndex)) });
      break;
    case 'method':
      all.methods.push({ node, name: own(node, matchAt(METHOD_NAME, text, node.startIndex)?.[1]) });
      break;
    case 'pattern':
      all.patterns.push({ node, name: own(node, nameAt(text, node.startIndex)) });
      break;
    case 'parameter':
      all.parameters.push({ node, parameter: parameterOf(node, text) });
      break;
    case 'declared':
      all.declared.push({ node, parameter: parameterOf(node, text) });
      break;
    default:
      takePlain(all, kind, node);
  }
}

function takePlain(all: Caught, kind: string | undefined, node: SyntaxNode): void {
  switch (kind) {
    case 'class':
      all.classes.push(node);
      break;
    case 'member':
      all.members.push(node);
      break;
    case 'import':
      all.imports.push(node);
      break;
    case 'export':
      all.exports.push(node);
      break;
    case 'decorator':
      all.decorators.push(node);
  }
}

function callOf(node: SyntaxNode, match: Match, text: string, construct: boolean): CallSite | undefined {
  const start = construct ? caught(match, 'callee') : node;
  const args = caught(match, 'arguments');
  if (start === undefined || args === undefined) return undefined;
  return { node, start, args, construct, root: own(start, matchAt(ROOT, text, start.startIndex)?.[0]) };
}

function assignmentOf(target: SyntaxNode, value: SyntaxNode, text: string, declares: boolean): AssignmentSite {
  const { startIndex } = target;
  const first = text[startIndex];
  return {
    name: ownText(target, matchAt(WRITTEN_NAME, text, startIndex)?.[0] ?? ''),
    target,
    value,
    declares,
    last: own(target, matchAt(LAST_NAME, text, startIndex)?.[1] ?? nameAt(text, startIndex)),
    declared: declares && first !== '{' && first !== '[' ? parameterOf(target, text) : undefined,
    given: declares ? undefined : givenBy(target, text),
  };
}

function givenBy(target: SyntaxNode, text: string): AssignmentSite['given'] {
  const match = matchAt(ASSIGNED_NAME, text, target.startIndex);
  if (match?.[2] === undefined) return undefined;
  return { isMember: match[1] === 'this', name: ownText(target, match[2]) };
}

/** A name with its type, as parameters and variables are written. */
function parameterOf(node: SyntaxNode, text: string): Parameter | undefined {
  const read = readParameter(text, node.startIndex);
  if (read === undefined) return undefined;
  const { name, type, isMember } = read;
  return { name: ownText(node, name), isMember, ...(type !== undefined && { type: ownText(node, type) }) };
}
