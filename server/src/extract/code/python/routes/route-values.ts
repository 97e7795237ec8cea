import type { Value } from '../../../../model/value';
import type { SyntaxNode } from '../../../../syntax/node';
import type { PythonContext } from '../context';
import { plainString } from '../literals';
import { dottedAt } from '../source';

/** A path or prefix as text: literals, constants of this file, joins of both; what is not known stays as `{name}`. */
export function pathText(context: PythonContext, node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'string') {
    const plain = plainString(node.text);
    if (plain !== undefined) return plain;
  }
  // Django's translated paths: _("users/").
  if (node.type === 'call' && /^_|gettext/.test(node.text)) {
    const first = node.childForFieldName('arguments')?.namedChild(0);
    return first?.type === 'string' ? plainString(first.text) : undefined;
  }
  return textOf(context, context.values.of(node), node, 0);
}

function textOf(context: PythonContext, value: Value, node: SyntaxNode, depth: number): string | undefined {
  if (depth > 5) return undefined;
  switch (value.t) {
    case 'string':
      return value.v;
    case 'template': {
      const parts = value.parts.map((part) => textOf(context, part, node, depth + 1));
      return parts.some((part) => part === undefined) ? undefined : parts.join('');
    }
    case 'env':
      return value.default === undefined ? undefined : textOf(context, value.default, node, depth + 1);
    case 'ref':
      return constantText(context, value.path, node, depth) ?? `{${shortName(value.path)}}`;
    default:
      return undefined;
  }
}

/** The literal behind a name, or behind an attribute of a class of this file: `settings.API_V1_STR`. */
function constantText(context: PythonContext, path: string, node: SyntaxNode, depth: number): string | undefined {
  if (/^\w+$/.test(path)) {
    const constant = context.names.constant(path, node.startIndex);
    return constant === undefined ? undefined : textOf(context, context.values.of(constant), node, depth + 1);
  }
  const attribute = path.slice(path.lastIndexOf('.') + 1);
  if (!/^\w+\.\w+$/.test(path)) return undefined;
  for (const scope of context.names.scopes.all) {
    if (scope.kind !== 'class') continue;
    const site = context.assignsIn(scope).find((found) => found.target === attribute);
    const right = site?.node.childForFieldName('right');
    if (right?.type === 'string') return plainString(right.text);
  }
  return undefined;
}

function shortName(path: string): string {
  return path.split('.').slice(-2).join('.');
}

/** The methods of `methods=["GET", "POST"]`. */
export function methodsOf(node: SyntaxNode | undefined): readonly string[] | undefined {
  if (node === undefined) return undefined;
  const words = [...node.text.slice(0, 500).matchAll(/["']([A-Za-z]+)["']/g)].map((match) =>
    (match[1] ?? '').toUpperCase(),
  );
  return words.length === 0 ? undefined : words;
}

/** A router or handler as the index joins it: a local name, or `module#name` for something imported. */
export function targetOf(context: PythonContext, node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type !== 'identifier' && node.type !== 'attribute') return undefined;
  const name = node.text;
  if (!/^[\w.]+$/.test(name)) return undefined;
  const resolved = context.names.resolve(name, node.startIndex);
  if (resolved === undefined || resolved.made) return name;
  const dot = resolved.path.lastIndexOf('.');
  const module = resolved.path.slice(0, dot);
  const isRelative = /^\.*$/.test(module);
  return `${isRelative ? resolved.path.slice(0, dot + 1) : module}#${resolved.path.slice(dot + 1)}`;
}

/** A handler's name, resolved like a ref: `.views.UserList`. */
export function handlerOf(context: PythonContext, node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const name = dottedAt(context.text, node.startIndex).replace(/\.as_(?:view|asgi)$/, '');
  if (name === '') return undefined;
  return context.names.resolve(name, node.startIndex)?.path ?? name;
}
