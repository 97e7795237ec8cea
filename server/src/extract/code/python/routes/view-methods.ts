import type { BindingFact, Fact } from '../../../../model/facts';
import { table } from '../../../table';
import { isIn } from '../../scan';
import { readArguments } from '../arguments';
import { decoratingCalls } from '../calls';
import { basesOf, classesOf, localClass } from '../classes';
import { type PythonContext, placeAt } from '../context';
import type { Scope } from '../scope-tree';
import { dottedAt } from '../source';
import { methodsOf } from './route-values';

const FRAMEWORKS = /\b(django|rest_framework|rest_framework_simplejwt)\b/;
const HTTP = /^(get|post|put|patch|delete|head|options|trace)$/;
/** What a view set's method serves: for the whole collection, or for one of its objects. */
const COLLECTION = table({ list: 'GET', create: 'POST' });
const OBJECT = table({
  retrieve: 'GET',
  update: 'PUT',
  partial_update: 'PATCH',
  destroy: 'DELETE',
});

/** Methods of view sets that Django REST framework's own classes bring along. */
const BROUGHT = table<readonly string[]>({
  ViewSet: [],
  GenericViewSet: [],
  ListModelMixin: ['list'],
  CreateModelMixin: ['create'],
  RetrieveModelMixin: ['retrieve'],
  UpdateModelMixin: ['update', 'partial_update'],
  DestroyModelMixin: ['destroy'],
  ReadOnlyModelViewSet: ['list', 'retrieve'],
  ModelViewSet: ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'],
});

/** HTTP methods that generic views serve by themselves. */
const GENERIC: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^rest_framework\.generics\.(List|Retrieve)APIView$/, ['GET']],
  [/^rest_framework\.generics\.CreateAPIView$/, ['POST']],
  [/^rest_framework\.generics\.UpdateAPIView$/, ['PUT', 'PATCH']],
  [/^rest_framework\.generics\.DestroyAPIView$/, ['DELETE']],
  [/^rest_framework\.generics\.ListCreateAPIView$/, ['GET', 'POST']],
  [/^rest_framework\.generics\.RetrieveUpdateAPIView$/, ['GET', 'PUT', 'PATCH']],
  [/^rest_framework\.generics\.RetrieveDestroyAPIView$/, ['GET', 'DELETE']],
  [/^rest_framework\.generics\.RetrieveUpdateDestroyAPIView$/, ['GET', 'PUT', 'PATCH', 'DELETE']],
  [/^rest_framework\.(views\.APIView|generics\.GenericAPIView)$/, []],
  [/^rest_framework\.authtoken\.views\.(obtain_auth_token|ObtainAuthToken)$/, ['POST']],
  [/^rest_framework_simplejwt\.views\.(Token\w+View|token_\w+)$/, ['POST']],
  [/^drf_spectacular\.views\.Spectacular\w+View$/, ['GET']],
  [/^django\.views(\.generic)?(\.base)?\.View$/, []],
  [/^django\.views\.generic(\.\w+)?\.(TemplateView|ListView|DetailView)$/, ['GET']],
  [/^django\.views\.generic(\.\w+)?\.(FormView|CreateView|UpdateView|DeleteView)$/, ['GET', 'POST']],
];

const DECORATORS = table<readonly string[]>({
  'django.views.decorators.http.require_GET': ['GET'],
  'django.views.decorators.http.require_POST': ['POST'],
  'django.views.decorators.http.require_safe': ['GET', 'HEAD'],
});
const NAMED = /^(rest_framework\.decorators\.api_view|django\.views\.decorators\.http\.require_http_methods)$/;

/** The methods of a view that a framework brings along; undefined for a view that is not known. */
export function knownMethods(path: string): readonly string[] | undefined {
  const found = GENERIC.find(([pattern]) => pattern.test(path))?.[1];
  return found === undefined || found.length === 0 ? undefined : found;
}

/** Views of this file with the methods that they serve: the paths are told elsewhere, mostly in another file. */
export function viewFacts(context: PythonContext): readonly Fact[] {
  if (!isIn(FRAMEWORKS, context.source.file)) return [];
  return [...functionViews(context), ...classesOf(context).flatMap((scope) => classView(context, scope))];
}

function functionViews(context: PythonContext): readonly Fact[] {
  const { source, text, names } = context;
  return source.decorators.flatMap((site): readonly Fact[] => {
    const start = site.node.startIndex + 1;
    const path = names.resolve(dottedAt(text, start), start)?.path ?? '';
    const fixed = Object.hasOwn(DECORATORS, path) ? DECORATORS[path] : undefined;
    if (fixed !== undefined) return [viewFact(context, site.decorates, fixed, start - 1)];
    if (!NAMED.test(path)) return [];
    const call = decoratingCalls(context).find(({ node }) => node.startIndex === start);
    const args = call === undefined ? undefined : readArguments(call.args, text);
    const list = args?.positional[0] ?? args?.keywords.get('http_method_names');
    const methods = list === undefined ? (path.endsWith('api_view') ? ['GET'] : undefined) : methodsOf(list);
    return methods === undefined ? [] : [viewFact(context, site.decorates, methods, start - 1)];
  });
}

function classView(context: PythonContext, scope: Scope): readonly Fact[] {
  const set = viewSetMethods(context, scope);
  const methods = set?.collection ?? httpMethods(context, scope);
  return methods === undefined ? [] : [viewFact(context, scope.name, methods, scope.start)];
}

function viewFact(context: PythonContext, name: string, methods: readonly string[], start: number): BindingFact {
  return { kind: 'binding', name, value: { t: 'other' }, methods, ...placeAt(context, start, start + 1) };
}

export interface ViewSetMethods {
  readonly collection: readonly string[];
  readonly object: readonly string[];
}

/** What a view set serves; undefined for other classes, and where a base is not known. */
export function viewSetMethods(context: PythonContext, scope: Scope): ViewSetMethods | undefined {
  const { paths } = basesOf(context, scope);
  if (!paths.some((path) => /^rest_framework\.viewsets\.\w*ViewSet$/.test(path))) return undefined;
  const actions = new Set<string>();
  for (const path of paths) {
    if (localClass(context, path, scope.start) !== undefined) continue;
    const name = /^rest_framework\.(?:viewsets|mixins)\.(\w+)$/.exec(path)?.[1] ?? '';
    if (!Object.hasOwn(BROUGHT, name)) return undefined;
    for (const action of BROUGHT[name] ?? []) actions.add(action);
  }
  for (const name of methodNames(context, scope)) actions.add(name);
  const allowed = allowedMethods(context, scope);
  const served = (by: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(by).flatMap(([action, method]) => (actions.has(action) && allowed(method) ? [method] : []));
  return { collection: served(COLLECTION), object: served(OBJECT) };
}

/** The methods of a class-based view: its own functions, and those that generic views have. */
function httpMethods(context: PythonContext, scope: Scope): readonly string[] | undefined {
  const methods = new Set<string>();
  let isView = false;
  for (const path of basesOf(context, scope).paths) {
    if (localClass(context, path, scope.start) !== undefined) continue;
    const generic = GENERIC.find(([pattern]) => pattern.test(path))?.[1];
    // A base of another file may serve methods of its own; what is called a mixin seldom does.
    if (generic === undefined && !/Mixin$/.test(path)) return undefined;
    if (generic !== undefined) isView = true;
    for (const method of generic ?? []) methods.add(method);
  }
  if (!isView) return undefined;
  for (const name of methodNames(context, scope)) if (HTTP.test(name)) methods.add(name.toUpperCase());
  const allowed = allowedMethods(context, scope);
  const served = [...methods].filter(allowed);
  return served.length === 0 ? undefined : served;
}

/** The functions of a class and of those classes of this file that it is derived from. */
function methodNames(context: PythonContext, scope: Scope): readonly string[] {
  const inherited = basesOf(context, scope).paths.flatMap((path) => localClass(context, path, scope.start) ?? []);
  const owners = new Set([scope, ...inherited]);
  return context.names.scopes.all.flatMap(({ kind, parent, name }) =>
    kind === 'function' && parent !== undefined && owners.has(parent) ? [name] : [],
  );
}

/** `http_method_names = ["get", "post"]` narrows what is served. */
function allowedMethods(context: PythonContext, scope: Scope): (method: string) => boolean {
  const site = context.assignsIn(scope).find(({ target }) => target === 'http_method_names');
  const named = methodsOf(site?.node.childForFieldName('right') ?? undefined);
  return (method) => named === undefined || named.includes(method);
}
