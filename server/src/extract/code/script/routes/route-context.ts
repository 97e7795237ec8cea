import type { MountFact, RouteFact } from '../../../../model/facts';
import type { Value } from '../../../../model/value';
import type { SyntaxNode } from '../../../../syntax/node';
import { headOf } from '../../ranges';
import type { ResolvedCall } from '../calls';
import { isFunction } from '../functions';
import { isLocalModule } from '../module-path';
import type { Resolver } from '../resolve';
import { type Script, scopeAt } from '../script';
import { codeChildren, stringOf, unwrap } from '../unwrap';
import type { Values } from '../values';

export interface RouteContext {
  readonly script: Script;
  readonly resolver: Resolver;
  readonly values: Values;
  readonly calls: readonly ResolvedCall[];
}

export const METHODS = /^(get|post|put|patch|delete|del|options|head|all|any|query)$/;

export function methodName(method: string): string {
  if (method === 'del') return 'DELETE';
  return method === 'all' || method === 'any' ? 'ANY' : method.toUpperCase();
}

export function slashed(path: string): string {
  return path.startsWith('/') || path === '*' ? path : `/${path}`;
}

export function routeFact(
  context: RouteContext,
  node: SyntaxNode,
  route: Pick<RouteFact, 'method' | 'path' | 'framework'> & {
    router?: string | undefined;
    handler?: string | undefined;
  },
  inPlace?: SyntaxNode | undefined,
  before: readonly SyntaxNode[] = [],
): RouteFact {
  const scope = scopeAt(context.script, node.startIndex);
  const { router, handler, ...rest } = route;
  const through = before.flatMap((middleware) => middlewareName(context, middleware) ?? []);
  const body = inPlace === undefined ? undefined : bodyOf(inPlace);
  return {
    kind: 'route',
    ...rest,
    range: headOf(node),
    ...(router !== undefined && router !== '' && { router }),
    ...(handler !== undefined && { handler }),
    ...(through.length > 0 && { through }),
    ...(body !== undefined && { body }),
    ...(scope !== undefined && { scope }),
  };
}

/** `requireUser`, and `limit` of `limit({ max: 5 })`. */
function middlewareName(context: RouteContext, node: SyntaxNode): string | undefined {
  if (node.type !== 'identifier' && node.type !== 'call_expression' && node.type !== 'member_expression')
    return undefined;
  const value = context.values.of(node);
  const path = value.t === 'ref' ? value.path : value.t === 'call' ? value.callee : '';
  return /[A-Za-z_$][\w$]*$/.exec(path)?.[0];
}

/** The lines of a handler that is written in place, bare or in a wrapper such as `asyncHandler(async () => ...)`. */
function bodyOf(node: SyntaxNode): RouteFact['body'] {
  const inner = unwrap(node);
  const isInPlace =
    isFunction(inner) ||
    (inner.type === 'call_expression' &&
      codeChildren(inner.childForFieldName('arguments') ?? inner).some((argument) => isFunction(unwrap(argument))));
  return isInPlace ? [inner.startPosition.row, inner.endPosition.row] : undefined;
}

export function mountFact(
  context: RouteContext,
  node: SyntaxNode,
  mount: Pick<MountFact, 'prefix' | 'router' | 'target'>,
): MountFact {
  const scope = scopeAt(context.script, node.startIndex);
  return { kind: 'mount', ...mount, range: headOf(node), ...(scope !== undefined && { scope }) };
}

/** The name of the router that a call chain starts at: `router` of `router.route("/x").get(h)`. */
export function receiverName(script: Script, call: SyntaxNode): string | undefined {
  const { startIndex } = call;
  const written = /^(this\.)?#?[A-Za-z_$][\w$]*/.exec(script.text.slice(startIndex, startIndex + 80))?.[0];
  const isMade = /^(new|await|express|fastify|Fastify|Hono)\b/.test(written ?? '');
  const assigned = script.byValue.get(startIndex)?.name;
  if (written !== undefined && !isMade && !isCalled(script, startIndex + written.length)) return written;
  if (assigned !== undefined) return assigned;
  return /export\s+default\s+$/.test(script.text.slice(Math.max(0, startIndex - 20), startIndex))
    ? 'default'
    : undefined;
}

function isCalled(script: Script, index: number): boolean {
  return script.text[index] === '(' || script.text[index] === '<';
}

/** A handler's name; wrappers such as `asyncHandler(users.list)` are looked through. */
export function handlerName(context: RouteContext, node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const value = context.values.of(node);
  if (value.t === 'ref') return value.path;
  if (value.t !== 'call') return undefined;
  const inner = value.args.find((arg): arg is Value & { readonly t: 'ref' } => arg.t === 'ref');
  return inner?.path ?? undefined;
}

/** A router as a mount names it: a local name, or `module#name`. */
export function mountTarget(context: RouteContext, start: SyntaxNode, depth = 0): string | undefined {
  if (depth > 4) return undefined;
  const node = unwrap(start);
  switch (node.type) {
    case 'identifier':
      return targetNamed(context, node);
    case 'call_expression':
      return targetCalled(context, node, depth + 1);
    case 'member_expression':
      return targetMember(context, node, depth + 1);
    default:
      return undefined;
  }
}

function targetNamed({ script, resolver }: RouteContext, node: SyntaxNode): string | undefined {
  const name = node.text;
  const declaration = script.names.lookup(name, node.startIndex);
  if (declaration === undefined) return undefined;
  const resolved = resolver.declaration(declaration);
  if (resolved !== undefined && isLocalModule(resolved.module)) return fromPath(resolved.path, resolved.module);
  return declaration.kind === 'import' ? undefined : name;
}

/** `require("./users")`, `createRouter()`, Koa's `users.routes()`. */
function targetCalled(context: RouteContext, call: SyntaxNode, depth: number): string | undefined {
  const callee = call.childForFieldName('function');
  if (callee === null) return undefined;
  const module = stringOf(call.childForFieldName('arguments')?.namedChild(0));
  if (module !== undefined && (callee.type === 'import' || callee.text === 'require')) return `${module}#default`;
  const method = callee.type === 'member_expression' ? callee.childForFieldName('property')?.text : undefined;
  if (method !== 'routes' && method !== 'middleware') return mountTarget(context, callee, depth);
  const object = callee.childForFieldName('object');
  return object === null ? undefined : mountTarget(context, object, depth);
}

function targetMember(context: RouteContext, member: SyntaxNode, depth: number): string | undefined {
  const object = member.childForFieldName('object');
  const property = member.childForFieldName('property')?.text;
  const owner = object === null ? undefined : mountTarget(context, object, depth);
  if (owner === undefined || property === undefined) return member.text.startsWith('this.') ? member.text : undefined;
  if (owner.endsWith('#default') && property === 'default') return owner;
  return owner.includes('#') ? owner.replace(/#.*$/, `#${property}`) : owner;
}

function fromPath(path: string, module: string): string {
  const name = path.slice(module.length + 1);
  return `${module}#${name === '' ? 'default' : name}`;
}

/** The members of an options object by key. */
export function option(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  if (node?.type !== 'object') return undefined;
  for (const pair of codeChildren(node)) {
    const { type } = pair;
    if (type === 'shorthand_property_identifier' && pair.text === key) return pair;
    if (type !== 'pair') continue;
    if (pair.childForFieldName('key')?.text.replace(/['"]/g, '') === key)
      return pair.childForFieldName('value') ?? undefined;
  }
  return undefined;
}
