import type { MountFact, RouteFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import type { ResolvedCall } from '../calls';
import { isLocalModule } from '../module-path';
import type { CallSite, Script } from '../script';
import { codeChildren, stringOf } from '../unwrap';
import {
  handlerName,
  METHODS,
  methodName,
  mountFact,
  mountTarget,
  option,
  type RouteContext,
  receiverName,
  routeFact,
  slashed,
} from './route-context';

const MODULES = /^(express|fastify|hono|@hono|@koa|koa-router|elysia|polka|restify|itty-router|@hapi|oak|@oak)\b/;
/** Frameworks by what their routers resolve to. */
const ROUTERS: readonly (readonly [RegExp, string])[] = [
  [/^express(\.default)?(\.(Router|Express|Application|IRouter|application|e))?\./, 'express'],
  [/^express-promise-router\./, 'express'],
  [/^fastify(\.(fastify|FastifyInstance|Fastify|default))?\./, 'fastify'],
  [/^(hono|hono\/tiny|hono\/quick)\.Hono\.|^@hono\/zod-openapi\.OpenAPIHono\./, 'hono'],
  [/^(@koa\/router|koa-router)(\.(default|Router))?\./, 'koa'],
  [/^elysia\.Elysia\./, 'elysia'],
  [/^polka\./, 'polka'],
  [/^restify\.createServer\./, 'restify'],
  [/^itty-router\.(Router|AutoRouter|IttyRouter)\./, 'itty-router'],
  [/^@hapi\/hapi\.(server|Server)\./, 'hapi'],
  [/^(@oak\/oak|oak)\.Router\./, 'oak'],
];
/** Names that a router has where nothing says what it is: parameters of plugins, routers of other files. */
const USUAL =
  /(?:app|router|server|fastify|instance|api|[a-z]\w*Router)(?=\s*\.\s*(?:get|post|put|patch|delete|use|all)\s*\()/y;

type Facts = (RouteFact | MountFact)[];

export function routerRoutes(context: RouteContext): Facts {
  const facts: Facts = [];
  const resolved = new Set<number>();
  for (const call of context.calls) {
    const { path, module } = call.resolved;
    if (!MODULES.test(module)) {
      if (!isLocalModule(module)) resolved.add(call.node.id);
      continue;
    }
    const framework = ROUTERS.find(([pattern]) => pattern.test(`${path}.`))?.[1];
    resolved.add(call.node.id);
    if (framework === undefined) continue;
    routeOf(context, call, framework, path.split('.').at(-1) ?? '', facts);
    if (call.construct || /^(@koa\/router|koa-router)/.test(path)) ownPrefix(context, call, facts);
  }
  const framework = guessed(context.script);
  if (framework !== undefined) {
    for (const site of context.script.calls) {
      if (!resolved.has(site.node.id)) usualRoute(context, site, framework, facts);
    }
  }
  return facts;
}

function routeOf(context: RouteContext, site: CallSite, framework: string, method: string, facts: Facts): void {
  const args = codeChildren(site.args);
  const [first] = args;
  const router = receiverName(context.script, site.node);
  if (method === 'ws' || (METHODS.test(method) && (framework !== 'express' || method !== 'query'))) {
    facts.push(...methodRoute(context, site, framework, router, method));
  } else if (method === 'route' && first?.type === 'object')
    objectRoute(context, site, framework, router, first, facts);
  else if (method === 'on' && framework === 'hono') facts.push(...namedRoutes(context, site, framework, router));
  else if (method === 'openapi') openApi(context, site, framework, router, first, facts);
  else if (method === 'use' || method === 'route' || method === 'mount') mount(context, site, router, args, facts);
  else if (method === 'register') register(context, site, router, args, facts);
  else if (method === 'basePath' || method === 'prefix') {
    const prefix = stringOf(first);
    if (prefix !== undefined && router !== undefined) {
      facts.push(mountFact(context, site.node, { prefix: slashed(prefix), router, target: router }));
    }
  }
}

/** `app.get("/x", handler)`, `app.route("/x").get(handler)`. */
function methodRoute(
  context: RouteContext,
  site: CallSite,
  framework: string,
  router: string | undefined,
  method: string,
): Facts {
  const args = codeChildren(site.args);
  const [first, second] = args;
  const isChained = hasRouteBefore(context.script, site);
  const path = isChained ? routePath(site.node) : pathOf(context, first);
  // `app.get("title")` asks for a setting.
  if (path === undefined || (args.length < 2 && !isChained)) return [];
  const isSocket =
    method === 'ws' || (second?.type === 'object' && /websocket\s*:\s*true/.test(second.text.slice(0, 200)));
  const handler = handlerName(context, args.at(-1));
  const route = { method: isSocket ? 'WS' : methodName(method), path, framework, router, handler };
  return [routeFact(context, site.node, route, args.at(-1), args.slice(isChained ? 0 : 1, -1))];
}

/** Hono's `app.on(["GET", "POST"], "/x", handler)`. */
function namedRoutes(context: RouteContext, site: CallSite, framework: string, router: string | undefined): Facts {
  const args = codeChildren(site.args);
  const [first, second] = args;
  const path = stringOf(second);
  if (path === undefined) return [];
  return (first?.type === 'array' ? codeChildren(first) : [first]).flatMap((verb) => {
    const method = stringOf(verb)?.toUpperCase();
    const route = { method: method ?? '', path, framework, router };
    return method === undefined ? [] : [routeFact(context, site.node, route, args.at(-1))];
  });
}

/** A path as text, constants of this file followed; other paths are not told. */
function pathOf(context: RouteContext, node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const value = context.values.of(node);
  if (value.t === 'string')
    return value.v === '' || /^[/*]/.test(value.v) || !/\s/.test(value.v) ? slashed(value.v) : undefined;
  if (value.t !== 'template') return undefined;
  return slashed(value.parts.map((part) => (part.t === 'string' ? part.v : '{}')).join(''));
}

function hasRouteBefore(script: Script, site: CallSite): boolean {
  const written = script.text.slice(
    site.start.startIndex,
    Math.min(site.args.startIndex, site.start.startIndex + 4000),
  );
  return /\.\s*route\s*\(/.test(written);
}

/** The path of the `route("/x")` that a chain hangs on. */
function routePath(call: SyntaxNode): string | undefined {
  let node: SyntaxNode | null = call;
  for (let steps = 0; node !== null && steps < 30; steps += 1) {
    const callee: SyntaxNode | null = node.childForFieldName('function');
    if (callee?.type !== 'member_expression') return undefined;
    if (callee.childForFieldName('property')?.text === 'route') {
      const path = stringOf(node.childForFieldName('arguments')?.namedChild(0));
      return path === undefined ? undefined : slashed(path);
    }
    node = callee.childForFieldName('object');
  }
  return undefined;
}

/** `fastify.route({ method: "GET", url: "/x", handler })`, hapi's `{ method, path }`. */
function objectRoute(
  context: RouteContext,
  site: CallSite,
  framework: string,
  router: string | undefined,
  options: SyntaxNode,
  facts: Facts,
): void {
  const path = pathOf(context, option(options, 'url') ?? option(options, 'path'));
  const methods = option(options, 'method');
  if (path === undefined || methods === undefined) return;
  const handler = handlerName(context, option(options, 'handler'));
  for (const node of methods.type === 'array' ? codeChildren(methods) : [methods]) {
    const method = stringOf(node);
    if (method === undefined) continue;
    const name = method === '*' ? 'ANY' : method.toUpperCase();
    const inPlace = option(options, 'handler');
    facts.push(routeFact(context, site.node, { method: name, path, framework, router, handler }, inPlace));
  }
}

/** Hono's `app.openapi(createRoute({ method, path }), handler)`. */
function openApi(
  context: RouteContext,
  site: CallSite,
  framework: string,
  router: string | undefined,
  first: SyntaxNode | undefined,
  facts: Facts,
): void {
  let route = first;
  if (route?.type === 'identifier') route = context.script.names.lookup(route.text, route.startIndex)?.values[0];
  const options = route?.type === 'call_expression' ? route.childForFieldName('arguments')?.namedChild(0) : undefined;
  const method = stringOf(option(options ?? undefined, 'method'));
  const path = stringOf(option(options ?? undefined, 'path'));
  if (method === undefined || path === undefined) return;
  const inPlace = codeChildren(site.args)[1];
  facts.push(routeFact(context, site.node, { method: method.toUpperCase(), path, framework, router }, inPlace));
}

/** `app.use("/api", auth, users)`: the last argument may be a router. */
function mount(
  context: RouteContext,
  site: CallSite,
  router: string | undefined,
  args: readonly SyntaxNode[],
  facts: Facts,
): void {
  const [first] = args;
  const prefix = first?.type === 'string' || first?.type === 'template_string' ? pathOf(context, first) : undefined;
  const last = args.at(-1);
  // `app.use("*", auth)` guards; it mounts nothing.
  if (prefix?.includes('*') === true || (last === first && prefix !== undefined)) return;
  if (last === undefined || router === undefined || /function/.test(last.type)) return;
  const target = mountTarget(context, last);
  if (target === undefined || target === router) return;
  facts.push(mountFact(context, site.node, { prefix: prefix ?? '', router, target }));
}

/** `fastify.register(plugin, { prefix: "/v1" })`. */
function register(
  context: RouteContext,
  site: CallSite,
  router: string | undefined,
  args: readonly SyntaxNode[],
  facts: Facts,
): void {
  const [plugin, options] = args;
  if (plugin === undefined || router === undefined) return;
  const prefix = pathOf(context, option(options, 'prefix'));
  // Inside an inline plugin the routes are registered on its own parameter.
  const target = /function/.test(plugin.type) ? parameterOf(plugin) : mountTarget(context, plugin);
  if (target === undefined || target === router) return;
  facts.push(mountFact(context, site.node, { prefix: prefix ?? '', router, target }));
}

function parameterOf(fn: SyntaxNode): string | undefined {
  const first = fn.childForFieldName('parameter') ?? fn.childForFieldName('parameters')?.namedChild(0);
  return /^[\w$]+/.exec(first?.text ?? '')?.[0];
}

/** A router that states its own prefix: `new Router({ prefix: "/users" })`. */
function ownPrefix(context: RouteContext, call: ResolvedCall, facts: Facts): void {
  const prefix = stringOf(option(codeChildren(call.args)[0], 'prefix'));
  if (prefix === undefined || call.result === undefined) return;
  facts.push(mountFact(context, call.node, { prefix: slashed(prefix), router: call.result, target: call.result }));
}

const FRAMEWORKS = ['fastify', 'hono', 'express'].map((name) => [name, new RegExp(`['"]${name}['"]`)] as const);

/** The framework that a file is about, where its routers come from elsewhere. */
function guessed(script: Script): string | undefined {
  const imports = script.imports.map(
    (node) => script.text.slice(node.startIndex, node.startIndex + 600).split(';', 1)[0] ?? '',
  );
  for (const [name, quoted] of FRAMEWORKS) {
    if (imports.some((text) => quoted.test(text))) return name;
  }
  if (/require\(\s*['"]express['"]/.test(script.text.slice(0, 4000))) return 'express';
  if (script.file.language.id !== 'javascript') return undefined;
  return /(?:module\.exports\s*=|export\s+default)\s*(?:async\s+)?(?:function\s*[\w$]*)?\s*\(\s*(app|router|server|fastify)\b/.test(
    script.text,
  )
    ? RegExp.$1 === 'fastify'
      ? 'fastify'
      : 'express'
    : undefined;
}

/** Routes on a router that is a parameter or comes from another file. */
function usualRoute(context: RouteContext, site: CallSite, framework: string, facts: Facts): void {
  const { script } = context;
  USUAL.lastIndex = site.start.startIndex;
  const name = USUAL.exec(script.text)?.[0];
  if (name === undefined) return;
  const declaration = script.names.lookup(name, site.start.startIndex);
  const isParameter =
    declaration?.kind === 'parameter' && (declaration.type === undefined || declaration.type === 'any');
  const isShared = declaration?.kind === 'import' && isLocalModule(declaration.resolved?.module ?? '');
  if (!isParameter && !isShared) return;
  const method = /\.\s*(\w+)\s*$/.exec(script.text.slice(site.start.startIndex, site.args.startIndex))?.[1] ?? '';
  const first = codeChildren(site.args)[0];
  const path = stringOf(first);
  if (method !== 'use' && (path === undefined || !/^[/*]/.test(path))) return;
  routeOf(context, site, framework, method, facts);
}
