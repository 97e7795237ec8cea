import type { SyntaxNode } from '../../../../syntax/node';
import type { Names } from '../names';
import { type Parameter, parametersAt } from '../parameters';
import { enclosing, type Scope } from '../scope-tree';
import type { Access } from './access';
import { constantText } from './constant-name';
import { stops } from './guards';
import { loopOver } from './name-nodes';
import { surroundingsOf } from './surroundings';

/** A function or lambda of this file that reads the variable it is given the name of. */
export interface Helper {
  /** Where it starts: what tells it from others. */
  readonly start: number;
  readonly name: string;
  readonly scope: Scope | undefined;
  readonly nameParameter: number;
  readonly nameKeyword: string;
  /** It is given several names: as one list, or as the rest of its arguments. */
  readonly many: 'list' | 'rest' | undefined;
  /** What it puts around the name, `\u0001x\u0001` being the name, in capitals where it makes it so. */
  readonly shape: string | undefined;
  /** What it looks up besides, if it is there: `name` with `_FILE` behind it. */
  readonly besides: readonly string[];
  readonly defaultParameter: number;
  readonly defaultKeyword: string | undefined;
  /** The text of the default that the parameter has itself. */
  readonly ownDefault: string | undefined;
  readonly missing: Access['missing'];
  /** The parameter that says whether absence stops the program, and what it says by itself. */
  readonly required: { readonly index: number; readonly keyword: string; readonly own: boolean } | undefined;
  readonly cast: string | undefined;
  readonly isMethod: boolean;
  /** It only asks whether the variable exists. */
  readonly asksOnly: boolean;
}

const HOLE = '\u0001x\u0001';
const NO_DEFAULT = /^(None|\.\.\.|[A-Z_]+|object\(\)|\w*(?:UNSET|MISSING|Undefined|NOTSET)\w*)$/;
const REQUIRED = /^(?:required|is_required|mandatory|strict|must_exist|raise_\w+)$/;

interface Owner {
  readonly start: number;
  readonly name: string;
  readonly scope: Scope | undefined;
  readonly parameters: readonly Parameter[];
  readonly head: string;
  readonly body: string;
  readonly isMethod: boolean;
}

/** The helper that an access is the inside of, if the name that it asks for is a parameter. */
export function helperAround(access: Access, names: Names, text: string): Helper | undefined {
  const { nameNode } = access;
  if (nameNode === undefined) return undefined;
  for (const owner of ownersOf(nameNode, names, text)) {
    const found = parameterIn(nameNode, owner, names);
    if (found !== undefined) return helperOf(access, owner, found, text);
  }
  return undefined;
}

/** The lambdas and the function around a node, innermost first. */
function ownersOf(node: SyntaxNode, names: Names, text: string): readonly Owner[] {
  const owners: Owner[] = [];
  let current = node.parent;
  for (let i = 0; current !== null && i < 40; i++, current = current.parent) {
    if (current.type === 'function_definition') break;
    if (current.type === 'lambda') owners.push(...lambdaOwner(current));
  }
  const scope = enclosing(names.scopes.at(node.startIndex), 'function');
  if (scope === undefined) return owners;
  const all = names.scopes.parametersOf(scope);
  const isMethod = scope.parent?.kind === 'class' && /^(self|cls)$/.test(all[0]?.name ?? '');
  const { site, start, end, name } = scope;
  const head = site === undefined ? '' : text.slice(site.params, site.params + 2000);
  const parameters = all.slice(isMethod ? 1 : 0);
  return [...owners, { start, name, scope, parameters, head, body: text.slice(start, end), isMethod }];
}

/** `get = lambda name, default=None: os.environ.get(name, default)`. */
function lambdaOwner(lambda: SyntaxNode): readonly Owner[] {
  const kept = lambda.parent;
  const name = kept?.type === 'assignment' ? kept.childForFieldName('left')?.text : undefined;
  const written = lambda.childForFieldName('parameters')?.text ?? '';
  if (name === undefined || !/^\w+$/.test(name)) return [];
  const head = `(${written})`;
  const parameters = parametersAt(head, 0);
  const body = lambda.childForFieldName('body')?.text ?? '';
  return [{ start: lambda.startIndex, name, scope: undefined, parameters, head, body, isMethod: false }];
}

type Found = Pick<Helper, 'nameParameter' | 'nameKeyword' | 'many' | 'shape'>;

function parameterIn(node: SyntaxNode, owner: Owner, names: Names): Found | undefined {
  const indexOf = (name: string): number => owner.parameters.findIndex((parameter) => parameter.name === name);
  if (node.type === 'identifier') {
    const name = node.text;
    const nameParameter = indexOf(name);
    if (nameParameter !== -1) return { nameParameter, nameKeyword: name, many: undefined, shape: undefined };
    const over = loopOver(node, name)?.over.text ?? '';
    const list = indexOf(over);
    if (list === -1) return undefined;
    const many = new RegExp(`(?<!\\*)\\*${over}\\b`).test(owner.head) ? 'rest' : 'list';
    return { nameParameter: list, nameKeyword: over, many, shape: undefined };
  }
  if (!/^(string|binary_operator|call)$/.test(node.type)) return undefined;
  const inside = node.descendantsOfType('identifier').map((child) => child?.text ?? '');
  const name = inside.find((each) => indexOf(each) !== -1);
  if (name === undefined) return undefined;
  const shape = constantText(node, names, new Map([[name, HOLE]]));
  const isOne = shape !== undefined && shape.toLowerCase().split(HOLE).length === 2;
  return isOne ? { nameParameter: indexOf(name), nameKeyword: name, many: undefined, shape } : undefined;
}

/** The name that a helper asks for when it is given `name`. */
export function shaped(helper: Pick<Helper, 'shape'>, name: string): string {
  const { shape } = helper;
  if (shape === undefined) return name;
  const isUpper = shape.includes(HOLE.toUpperCase());
  return shape.replace(isUpper ? HOLE.toUpperCase() : HOLE, () => (isUpper ? name.toUpperCase() : name));
}

/** What stands before and after the name, and whether it is made capitals. */
export function partsOfShape(shape: string): {
  readonly prefix: string;
  readonly suffix: string;
  readonly upper: boolean;
} {
  const upper = shape.includes(HOLE.toUpperCase());
  const [prefix = '', suffix = ''] = shape.split(upper ? HOLE.toUpperCase() : HOLE);
  return { prefix, suffix, upper };
}

function helperOf(access: Access, owner: Owner, found: Found, text: string): Helper {
  const { parameters, body } = owner;
  const used = access.defaultNode?.text;
  const isDefault = ({ name }: Parameter, index: number): boolean =>
    index !== found.nameParameter &&
    (name === used ||
      /^(?:default|fallback|dflt)/.test(name) ||
      new RegExp(`\\b(?:or|else|return)\\s+${name}\\s*(?:$|[)#])`, 'm').test(body));
  const defaultParameter = parameters.findIndex(isDefault);
  const own = parameters[defaultParameter]?.default;
  const written = defaultParameter === -1 ? used : undefined;
  const fixed = written === undefined || /^(?:None|""|'')$/.test(written) ? undefined : written;
  const index = parameters.findIndex(({ name }) => REQUIRED.test(name));
  const required = parameters[index];
  const around = surroundingsOf(access.node, found.nameKeyword, text);
  // What `return os.getenv(name)` gives back may be nothing, whatever else is raised.
  const isReturned = access.node.parent?.type === 'return_statement' && !/\bnot\s+in\s+(?:os\.)?environ\b/.test(body);
  const doesStop = !isReturned && (stops(body) || /:[ \t]*raise\b/.test(body));
  return {
    ...found,
    besides: [],
    start: owner.start,
    name: owner.name,
    scope: owner.scope,
    isMethod: owner.isMethod,
    asksOnly: access.asksOnly === true && found.many === undefined && !doesStop,
    defaultParameter,
    defaultKeyword: parameters[defaultParameter]?.name,
    ownDefault: fixed ?? (own !== undefined && !NO_DEFAULT.test(own) ? own : undefined),
    missing: access.missing === 'raises' || doesStop ? 'raises' : 'none',
    required: required === undefined ? undefined : { index, keyword: required.name, own: required.default !== 'False' },
    cast: access.cast ?? around.cast ?? castOfBody(body),
  };
}

function castOfBody(body: string): string | undefined {
  if (/\breturn\s+int\(/.test(body)) return 'int';
  if (/\breturn\s+float\(/.test(body)) return 'float';
  if (/\breturn\b[^\n]*\.lower\(\)[^\n]*(?:==|\bin\b)|\breturn\s+\w+\s+in\s+[({[]["'](?:1|true|yes)/i.test(body))
    return 'bool';
  if (/\breturn\b[^\n]*\.split\(/.test(body)) return 'list';
  return undefined;
}
