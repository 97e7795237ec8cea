import type { Fact, RouteFact } from '../../../../model/facts';
import { readArguments } from '../arguments';
import { resolveCallee } from '../calls';
import { type PythonContext, placeOf } from '../context';
import { places } from '../parts';
import type { CallSite } from '../source';
import { displayName, importedFramework } from './decorated';
import { handlerOf, methodsOf, pathText } from './route-values';

const ADD_METHOD = /^add_(get|post|put|patch|delete|head|options)$/;
const STARLETTE = /^(?:starlette\.routing\.(?:Route|WebSocketRoute)|fastapi\.routing\.(?:APIRoute|APIWebSocketRoute))$/;
const WEB_METHOD = /^aiohttp\.web\.(get|post|put|patch|delete|head|options|view|route)$/;

/** What a call registers a route for, before its methods are told one by one. */
interface Listed {
  readonly framework: string;
  readonly methods: readonly string[];
  readonly path: string | undefined;
  readonly handler: string | undefined;
}

/** Routes registered by a call: `add_url_rule`, `add_api_route`, `Route(...)` lists, aiohttp's tables, Flask-RESTful. */
export function listedRoutes(context: PythonContext): readonly Fact[] {
  const sites = context.parts.only(context.source.calls, LISTING, (site) => mayList(context, site));
  return sites.flatMap((site): readonly RouteFact[] => {
    const dot = site.text.lastIndexOf('.');
    const verb = site.text.slice(dot + 1);
    const router = dot === -1 ? undefined : site.text.slice(0, dot);
    return listedBy(context, site, verb, router).flatMap(({ framework, methods, path, handler }) =>
      path === undefined || !/^[/{<]/.test(path)
        ? []
        : methods.map((method) => ({
            kind: 'route',
            method,
            path,
            framework,
            ...(router !== undefined && { router }),
            ...(handler !== undefined && { handler }),
            ...placeOf(context, site.node),
          })),
    );
  });
}

const LISTING = places<CallSite>();

function mayList(context: PythonContext, site: CallSite): boolean {
  const verb = site.text.slice(site.text.lastIndexOf('.') + 1);
  if (!/^(add_\w+|Route|WebSocketRoute|get|post|put|patch|delete|head|options|view|route)$/.test(verb)) return false;
  const path = verb.startsWith('add_') ? undefined : resolveCallee(context, site)?.path;
  return verb.startsWith('add_') || (path !== undefined && (STARLETTE.test(path) || WEB_METHOD.test(path)));
}

function listedBy(context: PythonContext, site: CallSite, verb: string, router: string | undefined): readonly Listed[] {
  const path = resolveCallee(context, site)?.path ?? '';
  if (STARLETTE.test(path)) return [starletteRoute(context, site, verb)];
  if (WEB_METHOD.test(path) && context.text[site.node.startIndex - 1] !== '@') return [tableRoute(context, site, verb)];
  if (!verb.startsWith('add_') || router === undefined) return [];
  const framework = displayName(importedFramework(context) ?? frameworkOf(path) ?? '');
  return framework === '' ? [] : addedRoutes(context, site, verb, framework);
}

/** `Route("/x", home, methods=["POST"])`. */
function starletteRoute(context: PythonContext, site: CallSite, verb: string): Listed {
  const { positional, keywords } = readArguments(site.args, context.text);
  return {
    framework: 'starlette',
    methods: verb.includes('WebSocket') ? ['WS'] : (methodsOf(keywords.get('methods')) ?? ['GET']),
    path: pathText(context, positional[0]),
    handler: handlerOf(context, positional[1] ?? keywords.get('endpoint')),
  };
}

/** `web.get("/x", home)`, `web.route("GET", "/x", home)`. */
function tableRoute(context: PythonContext, site: CallSite, verb: string): Listed {
  const { positional } = readArguments(site.args, context.text);
  const at = verb === 'route' ? 1 : 0;
  const named = at === 1 ? (methodsOf(positional[0])?.[0] ?? 'ANY') : verb.toUpperCase();
  return {
    framework: 'aiohttp',
    methods: [verb === 'view' ? 'ANY' : named],
    path: pathText(context, positional[at]),
    handler: handlerOf(context, positional[at + 1]),
  };
}

/** `app.add_get("/x", home)`, `app.add_url_rule("/x", view_func=home)`, `api.add_resource(Home, "/x")`. */
function addedRoutes(context: PythonContext, site: CallSite, verb: string, framework: string): readonly Listed[] {
  const { positional, keywords } = readArguments(site.args, context.text);
  const path = pathText(context, positional[0] ?? keywords.get('path') ?? keywords.get('rule'));
  const handler = handlerOf(context, positional[1]);
  const method = ADD_METHOD.exec(verb)?.[1];
  if (method !== undefined) return [{ framework, methods: [method.toUpperCase()], path, handler }];
  if (/^add_(api_)?websocket_route$/.test(verb)) return [{ framework, methods: ['WS'], path, handler }];
  if (verb === 'add_api_route' || verb === 'add_route') return [addedRoute(context, site, framework, path)];
  if (verb === 'add_resource') {
    const resource = handlerOf(context, positional[0]);
    return positional
      .slice(1)
      .map((node) => ({ framework: 'flask', methods: ['ANY'], path: pathText(context, node), handler: resource }));
  }
  if (verb !== 'add_url_rule') return [];
  const view = keywords.get('view_func') ?? positional[2];
  const isClass = view?.text.includes('.as_view') === true;
  const methods = methodsOf(keywords.get('methods')) ?? [isClass ? 'ANY' : 'GET'];
  return [{ framework: 'flask', methods, path, handler: handlerOf(context, view) }];
}

/** `router.add_api_route("/x", home)`; Sanic is given the handler first, aiohttp the method. */
function addedRoute(context: PythonContext, site: CallSite, framework: string, path: string | undefined): Listed {
  const { positional, keywords } = readArguments(site.args, context.text);
  const [first, second, third] = positional;
  if (framework === 'aiohttp') {
    const methods = methodsOf(first) ?? ['ANY'];
    return { framework, methods, path: pathText(context, second), handler: handlerOf(context, third) };
  }
  const usual = /^(sanic|fastapi|starlette)$/.test(framework) ? 'GET' : 'ANY';
  const isFirst = framework === 'sanic' && path === undefined;
  return {
    framework,
    methods: methodsOf(keywords.get('methods')) ?? [usual],
    path: isFirst ? pathText(context, second) : path,
    handler: handlerOf(context, (isFirst ? first : second) ?? keywords.get('endpoint')),
  };
}

function frameworkOf(path: string): string | undefined {
  return /^(aiohttp|flask|fastapi|starlette|sanic|falcon|flask_restful|quart)\b/.exec(path)?.[1];
}
