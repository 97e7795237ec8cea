import type { SyntaxNode } from '../../../../syntax/node';
import type { Declaration } from '../declaration';
import { readParameter } from '../patterns';
import type { Script } from '../script';
import { codeChildren } from '../unwrap';
import { keyOf } from '../values';
import { fieldUses, parameterUses } from './env-fields';
import { type EnvAlias, type EnvAliases, type EnvObject, outermost } from './env-object';

/** `const env = process.env`, `function load(env = process.env)`. */
export function addAliases(script: Script, object: EnvObject, aliases: EnvAliases, fields: EnvObject[]): void {
  const value = outermost(object.node);
  const around = value.parent;
  if (around === null) return;
  const { type } = around;
  let name: string | undefined;
  if (type === 'variable_declarator') name = restOrName(around.childForFieldName('name'));
  if (type === 'spread_element') {
    spreadAlias(script, object, around, aliases);
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

function aliasFor({ accessor, allows }: EnvObject): EnvAlias {
  return { accessor, ...(allows !== undefined && { allows }) };
}

/** The name that gets the whole, or what a pattern leaves over: `const { KEY, ...others } = process.env`. */
function restOrName(pattern: SyntaxNode | null): string | undefined {
  if (pattern?.type !== 'object_pattern') return pattern?.text;
  const last = codeChildren(pattern).at(-1);
  return last?.type === 'rest_pattern' ? last.namedChild(0)?.text : undefined;
}

/** `const env = { ...process.env, ADDED: "1" }`. */
function spreadAlias(script: Script, object: EnvObject, spread: SyntaxNode, aliases: EnvAliases): void {
  const copy = spread.parent;
  if (copy?.type !== 'object') return;
  const added = codeChildren(copy).map((child) => (child.type === 'pair' ? keyOf(child) : undefined));
  addCopy(script, object, copy, added, aliases);
}

/** `const env = Object.assign({}, process.env)`. */
function assignedAlias(script: Script, object: EnvObject, list: SyntaxNode, aliases: EnvAliases): void {
  if (list.parent === null) return;
  const others = codeChildren(list).filter(({ type }) => type === 'object');
  const added = others.flatMap((other) => codeChildren(other).map(keyOf));
  addCopy(script, object, list.parent, added, aliases);
}

/** What a copy adds is no variable. */
function addCopy(
  script: Script,
  object: EnvObject,
  copy: SyntaxNode,
  added: readonly (string | undefined)[],
  aliases: EnvAliases,
): void {
  const declarator = outermost(copy).parent;
  if (declarator?.type !== 'variable_declarator') return;
  const name = declarator.childForFieldName('name')?.text ?? '';
  const declaration = /^[\w$]+$/.test(name) ? script.names.lookup(name, copy.startIndex) : undefined;
  if (declaration === undefined || aliases.has(declaration)) return;
  const own = new Set(added);
  const allows = (key: string): boolean => !own.has(key) && object.allows?.(key) !== false;
  aliases.set(declaration, { accessor: object.accessor, allows });
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
