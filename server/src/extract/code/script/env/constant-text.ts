import type { SyntaxNode } from '../../../../syntax/node';
import type { Script } from '../script';
import { codeChildren, stringOf, unwrap } from '../unwrap';
import { keyOf } from '../values';

const DEEPEST = 6;
const NO_HOLES: ReadonlyMap<string, string> = new Map();

/**
 * The text that an expression always has: a literal, a constant, a member of a constant object or enumeration, and what
 * is put together of these. Undefined where it depends on the run.
 */
export function constantText(
  script: Script,
  expression: SyntaxNode,
  depth = 0,
  holes: ReadonlyMap<string, string> = NO_HOLES,
): string | undefined {
  const node = unwrap(expression);
  const literal = stringOf(node);
  if (literal !== undefined || depth > DEEPEST) return literal;
  switch (node.type) {
    case 'identifier': {
      const hole = holes.get(node.text);
      const value = hole === undefined ? boundTo(script, node) : undefined;
      return value === undefined ? hole : constantText(script, value, depth + 1);
    }
    case 'member_expression':
    case 'subscript_expression': {
      const value = memberOf(script, node);
      return value === undefined ? undefined : constantText(script, value, depth + 1);
    }
    case 'template_string':
      return templateText(script, node, depth, holes);
    case 'call_expression':
      return capitals(script, node, depth, holes);
    case 'binary_expression': {
      const left = node.childForFieldName('operator')?.text === '+' ? node.childForFieldName('left') : null;
      const right = node.childForFieldName('right');
      const parts = [left, right].map((part) =>
        part === null ? undefined : constantText(script, part, depth + 1, holes),
      );
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    default:
      return undefined;
  }
}

/** What a name, or a member of a constant object, is bound to once. */
export function constantNode(script: Script, node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'identifier') return boundTo(script, node);
  return node.type === 'member_expression' ? memberOf(script, node) : undefined;
}

/** What a name is bound to, where it is bound once. */
function boundTo(script: Script, name: SyntaxNode): SyntaxNode | undefined {
  const declaration = script.names.lookup(name.text, name.startIndex);
  return declaration?.kind === 'variable' && declaration.values.length === 1 ? declaration.values[0] : undefined;
}

/** `NAMES.stripe` of `const NAMES = { stripe: "STRIPE_KEY" } as const` or `enum NAMES { stripe = "STRIPE_KEY" }`. */
function memberOf(script: Script, member: SyntaxNode): SyntaxNode | undefined {
  const owner = member.childForFieldName('object');
  const property = member.childForFieldName('property')?.text ?? stringOf(member.childForFieldName('index'));
  if (owner?.type !== 'identifier' || property === undefined) return undefined;
  const value = boundTo(script, owner);
  const object = value === undefined ? undefined : unwrap(value);
  if (object?.type === 'object') {
    const pair = codeChildren(object).find((child) => child.type === 'pair' && keyOf(child) === property);
    return pair?.childForFieldName('value') ?? undefined;
  }
  return value === undefined ? enumMember(script, owner, property) : undefined;
}

function enumMember(script: Script, owner: SyntaxNode, property: string): SyntaxNode | undefined {
  const start = script.text.search(new RegExp(`\\benum\\s+${owner.text.replaceAll('$', '\\$')}\\s*\\{`));
  const declaration = start === -1 ? undefined : script.nodeAt(start);
  const body = declaration?.type === 'enum_declaration' ? declaration.childForFieldName('body') : null;
  if (body === null || body === undefined) return undefined;
  const assigned = codeChildren(body).find(
    (child) => child.type === 'enum_assignment' && child.childForFieldName('name')?.text === property,
  );
  return assigned?.childForFieldName('value') ?? undefined;
}

/** `name.toUpperCase()`, `String(name)`. */
function capitals(
  script: Script,
  call: SyntaxNode,
  depth: number,
  holes: ReadonlyMap<string, string>,
): string | undefined {
  const callee = call.childForFieldName('function');
  const object = callee?.type === 'member_expression' ? callee.childForFieldName('object') : null;
  const inner = callee?.text === 'String' ? call.childForFieldName('arguments')?.namedChild(0) : object;
  const text = inner === null || inner === undefined ? undefined : constantText(script, inner, depth + 1, holes);
  const method = callee?.childForFieldName('property')?.text;
  if (text === undefined || callee?.text === 'String' || /^(trim|toString)$/.test(method ?? '')) return text;
  if (method === 'toUpperCase') return text.toUpperCase();
  return method === 'toLowerCase' ? text.toLowerCase() : undefined;
}

function templateText(
  script: Script,
  template: SyntaxNode,
  depth: number,
  holes: ReadonlyMap<string, string>,
): string | undefined {
  let text = '';
  let at = template.startIndex + 1;
  for (const hole of codeChildren(template)) {
    if (hole.type !== 'template_substitution') continue;
    const inner = hole.namedChild(0);
    const part = inner === null ? undefined : constantText(script, inner, depth + 1, holes);
    if (part === undefined) return undefined;
    text += script.text.slice(at, hole.startIndex) + part;
    at = hole.endIndex;
  }
  text += script.text.slice(at, template.endIndex - 1);
  return text.includes('\\') ? undefined : text;
}
