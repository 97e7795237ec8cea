import type { SyntaxNode } from '../../../../syntax/node';
import type { Declaration } from '../declaration';
import { readParameter } from '../patterns';
import type { Resolver } from '../resolve';
import type { Script } from '../script';
import { codeChildren, WRAPPERS } from '../unwrap';
import { keyOf } from '../values';
import { TYPED, wholeCopies } from './whole-copies';

/** An expression that holds the environment as a whole: `process.env`, or a name for it. */
export interface EnvObject {
  readonly node: SyntaxNode;
  readonly accessor: string;
  /** Which names are variables, where others are bindings of the platform. */
  readonly allows?: (name: string) => boolean;
}

type Alias = Pick<EnvObject, 'accessor' | 'allows'>;

const WRITTEN =
  /\b(?:(?:process|import\.meta|Bun|Deno|Netlify)\s*!?\s*(?:\?\.|\.)\s*env\b|process\s*(?:\?\.)?\[\s*(['"`])env\1\s*\])/g;
/** `require("process").env`, `(import.meta as any).env`, `globalThis["process"].env`. */
const WRAPPED =
  /\brequire\(\s*(['"])(?:node:)?process\1\s*\)\s*(?:\?\.|\.)\s*env\b|\(\s*import\.meta\s+as\s+[^()\n]{1,120}\)\s*(?:\?\.|\.)\s*env\b|\b(?:globalThis|global|window)\s*\[\s*(['"])process\2\s*\]\s*[?!]?\.\s*env\b/g;
/** What dotenv gives back: the variables of the file. */
const PARSED = /^(?:dotenv|require\(\s*['"]dotenv['"]\s*\))\.config\([^;\n]{0,150}\)\s*[?!]?\.parsed\b/;
const PARSED_PATTERN = /\bparsed\b[^{};]{0,80}\}\s*=\s*(?:dotenv|require\(\s*['"]dotenv['"]\s*\))\.config\(/g;
const OWNERS = /^\(?\s*(?:globalThis|global|window|self)(?:\s+as\s+[\w<>., ]{1,60}\))?$/;
/** Imported names that are the environment itself. */
const IMPORTED: Readonly<Record<string, string>> = {
  'process.env': 'process.env',
  'node:process.env': 'process.env',
  'react-native-config': 'Config',
  'react-native-config.Config': 'Config',
  'std-env.env': 'process.env',
  'bun.env': 'Bun.env',
  'cloudflare:workers.env': 'env',
  '$env/dynamic/private.env': '$env/dynamic/private',
  '$env/dynamic/public.env': '$env/dynamic/public',
};

/** Everywhere in a file where the environment as a whole is named, found in the text first: such places are rare. */
export function envObjects(script: Script, resolver: Resolver): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  const aliases = new Map<Declaration, Alias>();
  for (const match of script.text.matchAll(WRITTEN)) {
    const object = objectAt(script, match.index);
    if (object !== undefined) objects.push(object);
  }
  for (const match of script.text.matchAll(WRAPPED)) {
    const node = memberAround(script, match.index);
    const accessor = match[0].startsWith('(') ? 'import.meta.env' : 'process.env';
    if (node !== undefined) objects.push({ node, accessor });
  }
  for (const match of script.text.matchAll(PARSED_PATTERN)) {
    const declaration = script.names.lookup('parsed', match.index);
    if (declaration !== undefined) aliases.set(declaration, { accessor: 'dotenv' });
  }
  objects.push(...takenFromProcess(script, aliases));
  for (const declaration of script.names.all()) {
    const accessor = aliasOf(script, declaration, resolver);
    if (accessor !== undefined) aliases.set(declaration, { accessor });
  }
  objects.push(...wholeCopies(script, resolver));
  const fields: EnvObject[] = [];
  for (const object of objects) addAliases(script, object, aliases, fields);
  const used = usesOfAliases(script, aliases, fields);
  return [...objects, ...used, ...fields];
}

const MOST_OBJECTS = 5000;

/** An alias may be given another: `const env = process.env; const { KEY, ...others } = env`. */
function usesOfAliases(script: Script, aliases: Map<Declaration, Alias>, fields: EnvObject[]): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  // A map walks over what is added to it on the way.
  for (const [declaration, { accessor, allows }] of aliases) {
    if (objects.length > MOST_OBJECTS) break;
    for (const { node } of usesOf(script, declaration, accessor)) {
      const object = { node, accessor, ...(allows !== undefined && { allows }) };
      objects.push(object);
      addAliases(script, object, aliases, fields);
    }
  }
  return objects;
}

function objectAt(script: Script, index: number): EnvObject | undefined {
  let node = script.nodeAt(index);
  if (node === null) return undefined;
  const { type } = node;
  if (type === 'property_identifier') {
    node = node.parent;
    if (node === null || !OWNERS.test(node.childForFieldName('object')?.text ?? '')) return undefined;
  } else if (type === 'identifier') {
    const declaration = script.names.lookup(node.text, index);
    if (declaration !== undefined && !/^(node:)?process$/.test(declaration.resolved?.path ?? '')) return undefined;
    if (node.parent?.type === 'non_null_expression') node = node.parent;
  } else if (type !== 'meta_property') {
    return undefined;
  }
  const owner = node.text.replace(/^.*\.|!$/g, '');
  const object = node.parent;
  if (object === null || isInType(object)) return undefined;
  if (!/^(member|subscript)_expression$/.test(object.type)) return undefined;
  return { node: object, accessor: `${owner === 'meta' ? 'import.meta' : owner}.env` };
}

/** `typeof process.env.X` as a type reads nothing. */
function isInType(node: SyntaxNode): boolean {
  let current: SyntaxNode | null = node;
  for (let steps = 0; current !== null && steps < 4; steps += 1) {
    if (current.type === 'type_query') return true;
    current = current.parent;
  }
  return false;
}

/** The expression `x.env` that starts at an index. */
function memberAround(script: Script, index: number): SyntaxNode | undefined {
  let node = script.nodeAt(index);
  for (let steps = 0; node !== null && steps < 6; steps += 1) {
    const isEnv = node.type === 'member_expression' && node.childForFieldName('property')?.text === 'env';
    if (isEnv && node.startIndex === index) return node;
    node = node.parent;
  }
  return undefined;
}

/** `const { env } = process`, `const { env: { X } } = require("process")`, `import * as proc from "node:process"`. */
function takenFromProcess(script: Script, aliases: Map<Declaration, Alias>): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  const taken =
    /\benv\b[^;={}]*(?:\{[^{}]*\})?[^;={}]*\}\s*=\s*(?:(?:(?:globalThis|global)\s*\.\s*)?process\b(?!\s*[.?[(])|require\(\s*['"](?:node:)?process['"])/g;
  for (const match of script.text.matchAll(taken)) {
    const value = match.index + match[0].lastIndexOf('=') + 1;
    const isOwn = /^\s*(?:global(?:This)?\s*\.\s*)?process/.test(script.text.slice(value, value + 40));
    if (isOwn && script.names.lookup('process', match.index)?.kind === 'parameter') continue;
    const node = script.nodeAt(match.index);
    if (node === null) continue;
    const inner = node.parent?.type === 'pair_pattern' ? node.parent.childForFieldName('value') : node;
    if (inner?.type === 'object_pattern') objects.push({ node, accessor: 'process.env' });
    else if (inner !== null && inner !== undefined) {
      const declaration = script.names.lookup(inner.text, inner.startIndex);
      if (declaration !== undefined) aliases.set(declaration, { accessor: 'process.env' });
    }
  }
  for (const declaration of script.names.all()) {
    const isModule = declaration.kind === 'import' && /^(?:node:)?process$/.test(declaration.resolved?.path ?? '');
    if (!isModule || declaration.name === 'process') continue;
    for (const { node } of usesOf(script, declaration, 'process.env')) {
      const member = node.parent;
      if (member?.type === 'variable_declarator') objects.push(...envOfPattern(script, member, aliases));
      if (member?.type !== 'member_expression' || member.childForFieldName('property')?.text !== 'env') continue;
      objects.push({ node: member, accessor: 'process.env' });
    }
  }
  return objects;
}

/** `const { env } = proc`, where `proc` is the module. */
function envOfPattern(script: Script, declarator: SyntaxNode, aliases: Map<Declaration, Alias>): readonly EnvObject[] {
  const pattern = declarator.childForFieldName('name');
  if (pattern?.type !== 'object_pattern') return [];
  for (const child of codeChildren(pattern)) {
    const isPair = child.type === 'pair_pattern';
    if ((isPair ? child.childForFieldName('key')?.text : child.text) !== 'env') continue;
    const inner = isPair ? child.childForFieldName('value') : child;
    const key = isPair ? child.childForFieldName('key') : null;
    if (inner?.type === 'object_pattern' && key !== null) return [{ node: key, accessor: 'process.env' }];
    const declaration = inner === null ? undefined : script.names.lookup(inner.text, inner.startIndex);
    if (declaration !== undefined) aliases.set(declaration, { accessor: 'process.env' });
  }
  return [];
}

function aliasOf(script: Script, declaration: Declaration, resolver: Resolver): string | undefined {
  if (declaration.kind === 'import') return IMPORTED[declaration.resolved?.path ?? ''];
  if (declaration.type !== undefined && declaration.kind === 'parameter') return TYPED[declaration.type];
  if (declaration.kind !== 'variable') return undefined;
  const value = declaration.values[0];
  if (value === undefined) return undefined;
  const { startIndex } = value;
  if (PARSED.test(script.text.slice(startIndex, startIndex + 300))) return 'dotenv';
  if (!/^[\w$.]*loadEnv\(/.test(script.text.slice(startIndex, startIndex + 40))) return undefined;
  return resolver.declaration(declaration)?.path === 'vite.loadEnv' ? 'loadEnv' : undefined;
}

/** `const env = process.env`, `function load(env = process.env)`. */
function addAliases(script: Script, object: EnvObject, aliases: Map<Declaration, Alias>, fields: EnvObject[]): void {
  const value = outermost(object.node);
  const around = value.parent;
  if (around === null) return;
  const { type } = around;
  let name: string | undefined;
  if (type === 'variable_declarator') name = restOrName(around.childForFieldName('name'));
  if (type === 'spread_element') {
    copyAlias(script, object, around, aliases);
    return;
  }
  if (type === 'required_parameter' || type === 'optional_parameter') {
    name = around.childForFieldName('pattern')?.text;
    if (/^(?:public|private|protected|readonly)\b/.test(around.text))
      fields.push(...parameterUses(script, object, around));
  }
  if (type === 'assignment_pattern') name = around.childForFieldName('left')?.text;
  if (/^(public_field_definition|field_definition)$/.test(type) || type === 'assignment_expression')
    fields.push(...fieldUses(script, object, around));
  if (type === 'arguments') {
    if (around.parent?.childForFieldName('function')?.text === 'Object.assign') {
      assignedAlias(script, object, around, aliases);
      return;
    }
    const parameter = handedTo(script, around, value);
    if (parameter !== undefined && !aliases.has(parameter)) aliases.set(parameter, aliasFor(object));
  }
  if (name === undefined || !/^[\w$]+$/.test(name)) return;
  const declaration = script.names.lookup(name, value.startIndex);
  if (declaration !== undefined && !aliases.has(declaration)) aliases.set(declaration, aliasFor(object));
}

function aliasFor({ accessor, allows }: EnvObject): Alias {
  return { accessor, ...(allows !== undefined && { allows }) };
}

/** The name that gets the whole, or what a pattern leaves over: `const { KEY, ...others } = process.env`. */
function restOrName(pattern: SyntaxNode | null): string | undefined {
  if (pattern?.type !== 'object_pattern') return pattern?.text;
  const last = codeChildren(pattern).at(-1);
  return last?.type === 'rest_pattern' ? last.namedChild(0)?.text : undefined;
}

/** `const env = { ...process.env, ADDED: "1" }`: what the copy adds is no variable. */
function copyAlias(script: Script, object: EnvObject, spread: SyntaxNode, aliases: Map<Declaration, Alias>): void {
  const copy = spread.parent;
  const declarator = copy === null ? null : outermost(copy).parent;
  if (copy?.type !== 'object' || declarator?.type !== 'variable_declarator') return;
  const name = declarator.childForFieldName('name')?.text ?? '';
  const declaration = /^[\w$]+$/.test(name) ? script.names.lookup(name, copy.startIndex) : undefined;
  if (declaration === undefined || aliases.has(declaration)) return;
  const added = new Set(codeChildren(copy).map((child) => (child.type === 'pair' ? keyOf(child) : undefined)));
  const allows = (key: string): boolean => !added.has(key) && object.allows?.(key) !== false;
  aliases.set(declaration, { accessor: object.accessor, allows });
}

/** `const env = Object.assign({}, process.env)`. */
function assignedAlias(script: Script, object: EnvObject, list: SyntaxNode, aliases: Map<Declaration, Alias>): void {
  const call = list.parent;
  const declarator = call === null ? null : outermost(call).parent;
  if (call === null || declarator?.type !== 'variable_declarator') return;
  const name = declarator.childForFieldName('name')?.text ?? '';
  const declaration = /^[\w$]+$/.test(name) ? script.names.lookup(name, call.startIndex) : undefined;
  const others = codeChildren(list).filter(({ type }) => type === 'object');
  const added = new Set(others.flatMap((other) => codeChildren(other).map(keyOf)));
  const allows = (key: string): boolean => !added.has(key) && object.allows?.(key) !== false;
  if (declaration !== undefined && !aliases.has(declaration))
    aliases.set(declaration, { accessor: object.accessor, allows });
}

/** `private env = process.env` and `this.env = process.env`: where the class says `this.env`. */
function fieldUses(script: Script, object: EnvObject, around: SyntaxNode): readonly EnvObject[] {
  const target =
    around.childForFieldName('name') ?? around.childForFieldName('property') ?? around.childForFieldName('left');
  const field = /^(?:this\.)?(#?[\w$]+)$/.exec(target?.text ?? '')?.[1];
  const isField = around.type !== 'assignment_expression' || target?.text.startsWith('this.') === true;
  let frame = script.frames.at(around.startIndex);
  while (frame !== undefined && frame.data.kind !== 'class') frame = frame.parent;
  if (field === undefined || !isField || frame === undefined) return [];
  return membersOfThis(script, object, field, frame.start, frame.end);
}

/** `constructor(private readonly env = process.env)`. */
function parameterUses(script: Script, object: EnvObject, parameter: SyntaxNode): readonly EnvObject[] {
  const name = parameter.childForFieldName('pattern')?.text ?? '';
  let frame = script.frames.at(parameter.startIndex);
  while (frame !== undefined && frame.data.kind !== 'class') frame = frame.parent;
  if (!/^[\w$]+$/.test(name) || frame === undefined) return [];
  return membersOfThis(script, object, name, frame.start, frame.end);
}

function membersOfThis(
  script: Script,
  object: EnvObject,
  field: string,
  start: number,
  end: number,
): readonly EnvObject[] {
  const found: EnvObject[] = [];
  const pattern = new RegExp(`\\bthis\\.${field.replaceAll('$', '\\$')}(?=\\s*(?:\\?\\.|[.[;,)]|$))`, 'gm');
  pattern.lastIndex = start;
  for (let match = pattern.exec(script.text); match !== null && found.length < 200; match = pattern.exec(script.text)) {
    if (match.index >= end) break;
    const member = script.nodeAt(match.index)?.parent;
    if (member?.type === 'member_expression' && member.startIndex === match.index)
      found.push({ ...object, node: member });
  }
  return found;
}

/** The parameter of a function of this file that gets the environment: `load(process.env)`. */
function handedTo(script: Script, list: SyntaxNode, value: SyntaxNode): Declaration | undefined {
  const callee = list.parent?.childForFieldName('function');
  if (callee?.type !== 'identifier') return undefined;
  const declaration = script.names.lookup(callee.text, callee.startIndex);
  const fn = declaration?.node ?? declaration?.values[0];
  const position = codeChildren(list).findIndex(({ id }) => id === value.id);
  const parameters = fn?.childForFieldName('parameters') ?? fn?.childForFieldName('parameter');
  if (parameters === null || parameters === undefined) return undefined;
  const parameter = parameters.type === 'formal_parameters' ? codeChildren(parameters)[position] : parameters;
  const name = parameter === undefined ? undefined : readParameter(script.text, parameter.startIndex)?.name;
  const found =
    parameter === undefined || name === undefined ? undefined : script.names.lookup(name, parameter.startIndex);
  return found?.kind === 'parameter' ? found : undefined;
}

/** The same object with casts, parentheses and fallbacks (`process.env ?? {}`) around it. */
export function outermost(node: SyntaxNode): SyntaxNode {
  let outer = node;
  for (let steps = 0; steps < 8; steps += 1) {
    const around = outer.parent;
    if (around === null) return outer;
    const { type } = around;
    const isBranch =
      (type === 'ternary_expression' && around.childForFieldName('condition')?.id !== outer.id) ||
      (type === 'binary_expression' && /^(\?\?|\|\|)$/.test(around.childForFieldName('operator')?.text ?? ''));
    if (!WRAPPERS.has(type) && type !== 'type_assertion' && !isBranch) return outer;
    outer = around;
  }
  return outer;
}

/** Where a declared name stands. */
export function usesOf(script: Script, declaration: Declaration, accessor: string): readonly EnvObject[] {
  const found: EnvObject[] = [];
  const pattern = new RegExp(`(?<![\\w$.])${declaration.name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  pattern.lastIndex = declaration.start;
  for (let match = pattern.exec(script.text); match !== null; match = pattern.exec(script.text)) {
    if (match.index >= declaration.end || found.length > 2000) break;
    if (match.index === declaration.at) continue;
    if (script.names.lookup(declaration.name, match.index) !== declaration) continue;
    const node = script.nodeAt(match.index);
    if (node?.type === 'identifier') found.push({ node, accessor });
  }
  return found;
}
