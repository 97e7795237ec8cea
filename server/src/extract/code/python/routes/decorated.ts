import type { Fact, RouteFact } from '../../../../model/facts';
import { readArguments } from '../arguments';
import { decoratingCalls, resolveCallee } from '../calls';
import { type PythonContext, placeAt } from '../context';
import type { CallSite } from '../source';
import { methodsOf, pathText } from './route-values';

const METHODS = /^(get|post|put|patch|delete|options|head|trace)$/;
/** Libraries whose routers have these decorators, by the first name of their path. */
const FRAMEWORKS = new Set(
  'fastapi starlette flask quart sanic litestar starlite aiohttp bottle ninja connexion robyn blacksheep chalice flask_restx flask_restplus flask_openapi3 flask_smorest apiflask'.split(
    ' ',
  ),
);

/** `@router.get("/x")`, `@bp.route("/x", methods=[...])`, `@app.websocket("/ws")`, Litestar's `@get("/x")`. */
export function decoratedRoutes(context: PythonContext): readonly Fact[] {
  const { source } = context;
  if (source.decorators.length === 0) return [];
  const decorates = new Map(source.decorators.map((site) => [site.node.startIndex, site.decorates]));
  const byImport = importedFramework(context);
  return decoratingCalls(context).flatMap((site) => {
    const handler = decorates.get(site.node.startIndex - 1);
    const framework = handler === undefined ? undefined : frameworkOf(context, site, byImport);
    return handler === undefined || framework === undefined ? [] : routesOf(context, site, framework, handler);
  });
}

/** Whose router a decorator belongs to. */
function frameworkOf(context: PythonContext, site: CallSite, byImport: string | undefined): string | undefined {
  const path = resolveCallee(context, site)?.path;
  const root = path?.split('.', 1)[0] ?? '';
  const known = FRAMEWORKS.has(root) ? root : undefined;
  // A router from another module of the project, or one made by a local factory: told by the file's own imports.
  const framework = known ?? (path === undefined || isLocalRouter(path) ? byImport : undefined);
  const isMember = site.text.includes('.');
  return framework !== undefined && (isMember || /^(litestar|starlite|bottle)$/.test(framework))
    ? framework
    : undefined;
}

function routesOf(context: PythonContext, site: CallSite, framework: string, handler: string): readonly RouteFact[] {
  const dot = site.text.lastIndexOf('.');
  const methods = methodsFor(site.text.slice(dot + 1), framework);
  if (methods === undefined) return [];
  const args = readArguments(site.args, context.text);
  const first = args.positional[0] ?? args.keywords.get('path') ?? args.keywords.get('rule');
  const path = first === undefined && dot === -1 ? '/' : pathText(context, first);
  if (path === undefined || (path !== '' && !/^[/{<]/.test(path))) return [];
  const named = methodsOf(args.keywords.get('methods') ?? args.keywords.get('http_method'));
  const router = dot === -1 ? undefined : site.text.slice(0, dot);
  const served =
    methods === 'named' ? (named ?? classMethods(context, handler) ?? [defaultMethod(framework)]) : methods;
  return served.map((method) => ({
    kind: 'route',
    method,
    path,
    framework: displayName(framework),
    ...(router !== undefined && { router }),
    handler,
    ...placeAt(context, site.node.startIndex - 1, site.node.endIndex),
  }));
}

function methodsFor(verb: string, framework: string): readonly string[] | 'named' | undefined {
  if (METHODS.test(verb)) return [verb.toUpperCase()];
  if (/^(websocket|websocket_route|websocket_listener)$/.test(verb)) return ['WS'];
  if (/^(route|api_route|api_operation|view)$/.test(verb)) return 'named';
  return verb === 'add' && framework === 'aiohttp' ? 'named' : undefined;
}

function defaultMethod(framework: string): string {
  return /^(fastapi|starlette)$/.test(framework) ? 'GET' : framework === 'aiohttp' ? 'ANY' : 'GET';
}

/** Of a decorated class (flask-restx, MethodView): the methods that it has. */
function classMethods(context: PythonContext, name: string): readonly string[] | undefined {
  const scopes = context.names.scopes.all;
  const owner = scopes.find((scope) => scope.kind === 'class' && scope.name === name);
  if (owner === undefined) return undefined;
  const methods = scopes
    .filter((scope) => scope.parent === owner && METHODS.test(scope.name))
    .map((scope) => scope.name.toUpperCase());
  return methods.length === 0 ? ['ANY'] : methods;
}

/** The one web framework that the file imports. */
export function importedFramework(context: PythonContext): string | undefined {
  const roots = new Set(
    context.imports.map(({ module }) => module.split('.', 1)[0] ?? '').filter((root) => FRAMEWORKS.has(root)),
  );
  return roots.has('fastapi') ? 'fastapi' : roots.size === 1 ? [...roots][0] : undefined;
}

/** `.router.router`, `app.api.deps.api_router`, `src.blueprints.bp`. */
function isLocalRouter(path: string): boolean {
  const owner = path.split('.').slice(0, -1).join('.');
  return /(?:^|[._])(?:app|application|api|routes?|router|bp|blueprint|ns|namespace)$|router$|_bp$/i.test(owner);
}

export function displayName(framework: string): string {
  if (/^flask_/.test(framework) || framework === 'apiflask') return 'flask';
  return framework === 'starlite' ? 'litestar' : framework;
}
