import type { Fact, RouteFact } from '../../../../model/facts';
import { readArguments } from '../arguments';
import { resolveCallee } from '../calls';
import { type PythonContext, placeOf } from '../context';
import { displayName, importedFramework } from './decorated';
import { handlerOf, methodsOf, pathText } from './route-values';

const ADD_METHOD = /^add_(get|post|put|patch|delete|head|options)$/;
const WEB_METHOD = /^aiohttp\.web\.(get|post|put|patch|delete|head|options|view|route)$/;

/** Routes registered by a call: `add_url_rule`, `add_api_route`, `Route(...)` lists, aiohttp's tables, Flask-RESTful. */
export function listedRoutes(context: PythonContext): readonly Fact[] {
  const { source, text } = context;
  const facts: RouteFact[] = [];
  for (const site of source.calls) {
    const dot = site.text.lastIndexOf('.');
    const verb = site.text.slice(dot + 1);
    if (!/^(add_\w+|Route|WebSocketRoute|get|post|put|patch|delete|head|options|view|route)$/.test(verb)) continue;
    const path = resolveCallee(context, site)?.path ?? '';
    const router = dot === -1 ? undefined : site.text.slice(0, dot);
    const place = placeOf(context, site.node);
    const add = (
      framework: string,
      methods: readonly string[],
      route: string | undefined,
      handler: string | undefined,
    ): void => {
      if (route === undefined || !/^[/{<]/.test(route)) return;
      for (const method of methods) {
        facts.push({
          kind: 'route',
          method,
          path: route,
          framework,
          ...(router !== undefined && { router }),
          ...(handler !== undefined && { handler }),
          ...place,
        });
      }
    };
    if (
      /^starlette\.routing\.(Route|WebSocketRoute)$/.test(path) ||
      /^fastapi\.routing\.(APIRoute|APIWebSocketRoute)$/.test(path)
    ) {
      const args = readArguments(site.args, text);
      const methods = verb.includes('WebSocket') ? ['WS'] : (methodsOf(args.keywords.get('methods')) ?? ['GET']);
      add(
        'starlette',
        methods,
        pathText(context, args.positional[0]),
        handlerOf(context, args.positional[1] ?? args.keywords.get('endpoint')),
      );
    } else if (WEB_METHOD.test(path) && text[site.node.startIndex - 1] !== '@') {
      const args = readArguments(site.args, text);
      const method =
        verb === 'view' ? 'ANY' : verb === 'route' ? (methodsOf(args.positional[0])?.[0] ?? 'ANY') : verb.toUpperCase();
      const at = verb === 'route' ? 1 : 0;
      add('aiohttp', [method], pathText(context, args.positional[at]), handlerOf(context, args.positional[at + 1]));
    } else if (verb.startsWith('add_') && router !== undefined) {
      const framework = displayName(importedFramework(context) ?? frameworkOf(path) ?? '');
      if (framework === '') continue;
      addByVerb(context, site.args, verb, framework, add);
    }
  }
  return facts;
}

type Add = (
  framework: string,
  methods: readonly string[],
  route: string | undefined,
  handler: string | undefined,
) => void;

function addByVerb(
  context: PythonContext,
  list: Parameters<typeof readArguments>[0],
  verb: string,
  framework: string,
  add: Add,
): void {
  const args = readArguments(list, context.text);
  const first = pathText(context, args.positional[0] ?? args.keywords.get('path') ?? args.keywords.get('rule'));
  const named = methodsOf(args.keywords.get('methods'));
  const method = ADD_METHOD.exec(verb)?.[1];
  if (method !== undefined) add(framework, [method.toUpperCase()], first, handlerOf(context, args.positional[1]));
  else if (verb === 'add_url_rule') {
    const view = args.keywords.get('view_func') ?? args.positional[2];
    const isClass = view?.text.includes('.as_view') === true;
    add('flask', named ?? [isClass ? 'ANY' : 'GET'], first, handlerOf(context, view));
  } else if (verb === 'add_api_route' || verb === 'add_route') {
    const fallback = framework === 'sanic' || framework === 'fastapi' || framework === 'starlette' ? 'GET' : 'ANY';
    const isFirst = framework === 'sanic' && first === undefined;
    const route = isFirst ? pathText(context, args.positional[1]) : first;
    if (framework === 'aiohttp')
      add(
        framework,
        methodsOf(args.positional[0]) ?? ['ANY'],
        pathText(context, args.positional[1]),
        handlerOf(context, args.positional[2]),
      );
    else
      add(
        framework,
        named ?? [fallback],
        route,
        handlerOf(context, args.positional[isFirst ? 0 : 1] ?? args.keywords.get('endpoint')),
      );
  } else if (/^add_(api_)?websocket_route$/.test(verb))
    add(framework, ['WS'], first, handlerOf(context, args.positional[1]));
  else if (verb === 'add_resource') {
    for (const node of args.positional.slice(1))
      add('flask', ['ANY'], pathText(context, node), handlerOf(context, args.positional[0]));
  }
}

function frameworkOf(path: string): string | undefined {
  return /^(aiohttp|flask|fastapi|starlette|sanic|falcon|flask_restful|quart)\b/.exec(path)?.[1];
}
