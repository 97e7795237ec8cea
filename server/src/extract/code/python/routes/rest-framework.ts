import type { Fact } from '../../../../model/facts';
import { isIn } from '../../scan';
import { readArguments } from '../arguments';
import { decoratingCalls, resolveCallee } from '../calls';
import { basesOf, classesOf } from '../classes';
import { type PythonContext, placeAt, placeOf } from '../context';
import { places } from '../parts';
import type { Scope } from '../scope-tree';
import type { CallSite } from '../source';
import { methodsOf, pathText, targetOf } from './route-values';
import { viewSetMethods } from './view-methods';

const SIGNS = /\.register\(|@action|ViewSet/;
const FRAMEWORK = 'django-rest-framework';
const REGISTERING = places<CallSite>();

/** Routers of Django REST framework: `router.register("users", UserViewSet)`, view sets and their `@action` methods. */
export function restFrameworkRoutes(context: PythonContext): readonly Fact[] {
  if (!isIn(SIGNS, context.source.file)) return [];
  return [...registered(context), ...viewSets(context)];
}

function registered(context: PythonContext): readonly Fact[] {
  const { parts, source } = context;
  const sites = parts.only(source.calls, REGISTERING, ({ text }) => text.endsWith('.register'));
  return sites.flatMap((site): readonly Fact[] => {
    const router = site.text.slice(0, -'.register'.length);
    const path = resolveCallee(context, site)?.path ?? '';
    const isRouter =
      /^(rest_framework|rest_framework_nested|rest_framework_extensions|rest_framework_bulk)\b.*Router\.register$/.test(
        path,
      );
    if (!isRouter && !/router\.register$/i.test(path)) return [];
    const args = readArguments(site.args, context.text);
    const prefix = pathText(context, args.positional[0] ?? args.keywords.get('prefix'));
    const view = args.positional[1] ?? args.keywords.get('viewset');
    const target = targetOf(context, view);
    if (prefix === undefined || target === undefined) return [];
    const place = placeOf(context, site.node);
    const slash = prefix === '' || prefix.endsWith('/') ? '' : '/';
    const handler = target.replace('#', target.includes('.#') ? '' : '.');
    return [
      { kind: 'route', method: 'ANY', path: `${prefix}${slash}`, framework: FRAMEWORK, router, handler, ...place },
      { kind: 'mount', prefix: `${prefix}${slash}`, router, target, ...place },
    ];
  });
}

/** What a view set adds to the path that it is registered under. */
function viewSets(context: PythonContext): readonly Fact[] {
  return classesOf(context).flatMap((scope): readonly Fact[] => {
    const { paths } = basesOf(context, scope);
    if (!paths.some((path) => /ViewSet$/.test(path))) return [];
    const lookup = lookupOf(context, scope);
    const start = scope.start;
    const isModel = paths.some((path) => /^rest_framework\.viewsets\.(ReadOnly)?ModelViewSet$/.test(path));
    // With a base of another file nobody here can tell which methods there are.
    const methods = viewSetMethods(context, scope)?.object ?? (isModel ? ['ANY'] : []);
    const detail = methods.map(
      (method): Fact => ({
        kind: 'route',
        method,
        path: `${lookup}/`,
        framework: FRAMEWORK,
        router: scope.name,
        handler: scope.name,
        ...placeAt(context, start, start + 6 + scope.name.length),
      }),
    );
    return [...detail, ...actions(context, scope, lookup)];
  });
}

function lookupOf(context: PythonContext, scope: Scope): string {
  const body = context.text.slice(scope.start, scope.end);
  const named = /\n\s+lookup_(?:url_kwarg|field)\s*=\s*["'](\w+)["']/.exec(body)?.[1];
  return `{${named ?? 'pk'}}`;
}

function actions(context: PythonContext, owner: Scope, lookup: string): readonly Fact[] {
  return decoratingCalls(context).flatMap((site): readonly Fact[] => {
    const start = site.node.startIndex;
    if (start < owner.start || start >= owner.end) return [];
    if (!/^rest_framework\.decorators\.action$/.test(resolveCallee(context, site)?.path ?? '')) return [];
    const name = context.source.decorators.find((found) => found.node.startIndex === start - 1)?.decorates;
    if (name === undefined) return [];
    const args = readArguments(site.args, context.text);
    const url = pathText(context, args.keywords.get('url_path')) ?? name;
    const isDetail = (args.keywords.get('detail') ?? args.positional[1])?.type === 'true';
    const methods = methodsOf(args.keywords.get('methods') ?? args.positional[0]) ?? ['GET'];
    const path = `${isDetail ? `${lookup}/` : ''}${url.replace(/\(\?P<(\w+)>[^)]*\)/g, '{$1}')}/`;
    return methods.map(
      (method): Fact => ({
        kind: 'route',
        method,
        path,
        framework: FRAMEWORK,
        router: owner.name,
        handler: `${owner.name}.${name}`,
        ...placeAt(context, start - 1, site.node.endIndex),
      }),
    );
  });
}
