import type { Fact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { isIn } from '../../scan';
import { type Arguments, readArguments } from '../arguments';
import { resolveCallee } from '../calls';
import { type Place, type PythonContext, placeOf } from '../context';
import { places } from '../parts';
import type { AssignSite, CallSite } from '../source';
import { handlerOf, methodsOf, pathText, targetOf } from './route-values';
import { knownMethods } from './view-methods';

const SIGNS = /\b(urlpatterns|include|re_path|path)\b/;
const PATH = /^django\.(?:urls|conf\.urls)(?:\.\w+)?\.(path|re_path|url)$|^channels\.routing\.url$/;

const PATHS = places<CallSite>();
const LISTS = places<AssignSite>();
const MORE = places<AssignSite>();
const METHOD = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

interface Parent {
  /** The prefix of enclosing `include([...])` calls. */
  readonly prefix: string;
  /** The list that holds the route: empty for `urlpatterns`. */
  readonly router: string;
  readonly isSocket: boolean;
}

/** Django's `path`, `re_path`, `url` and `include`, wherever their lists are. */
export function djangoRoutes(context: PythonContext): readonly Fact[] {
  if (!isIn(SIGNS, context.source.file)) return [];
  const facts: Fact[] = [];
  const { parts, source } = context;
  for (const site of parts.only(source.calls, PATHS, ({ text }) => /(?:^|\.)(?:path|re_path|url)$/.test(text))) {
    const callee = resolveCallee(context, site)?.path ?? '';
    const kind = PATH.exec(callee);
    if (kind === null) continue;
    const args = readArguments(site.args, context.text);
    const written = pathText(context, args.positional[0] ?? args.keywords.get('route') ?? args.keywords.get('regex'));
    if (written === undefined) continue;
    const parent = parentOf(context, site.node);
    const path = parent.prefix + (kind[1] === 'path' ? written : plainPath(written));
    facts.push(...routeOrMount(context, args, path, parent, placeOf(context, site.node)));
  }
  return [...facts, ...wholeRouters(context)];
}

function routeOrMount(
  context: PythonContext,
  args: Arguments,
  path: string,
  parent: Parent,
  place: Place,
): readonly Fact[] {
  const view = args.positional[1] ?? args.keywords.get('view');
  if (view === undefined) return [];
  const included = includedOf(context, view);
  if (included === 'inline') return [];
  if (included !== undefined)
    return [{ kind: 'mount', prefix: path, router: parent.router, target: included, ...place }];
  if (parent.isSocket) return [route(context, 'WS', path, view, parent, place, 'channels')];
  return servedMethods(context, view).map((method) => route(context, method, path, view, parent, place, 'django'));
}

function route(
  context: PythonContext,
  method: string,
  path: string,
  view: SyntaxNode,
  parent: Parent,
  place: Place,
  framework: string,
): Fact {
  const handler = handlerOf(context, innermost(view));
  return {
    kind: 'route',
    method,
    path,
    framework,
    ...(parent.router !== '' && { router: parent.router }),
    ...(handler !== undefined && { handler }),
    ...place,
  };
}

/** Methods that the registration itself tells: `as_view({"get": "list"})`, a view that a framework brings along. */
function servedMethods(context: PythonContext, view: SyntaxNode): readonly string[] {
  const inner = innermost(view);
  const first = inner.type === 'call' ? inner.childForFieldName('arguments')?.namedChild(0) : undefined;
  if (first?.type === 'dictionary') {
    const keys = first.namedChildren.flatMap((pair) => pair?.childForFieldName('key') ?? []);
    const methods = keys.flatMap((key) => methodsOf(key) ?? []);
    if (methods.length > 0 && methods.every((method) => METHOD.test(method))) return methods;
  }
  return knownMethods(handlerOf(context, inner) ?? '') ?? ['ANY'];
}

/** The view inside wrappers: `csrf_exempt(views.hook)`, `cache_page(60)(views.home)`. */
function innermost(view: SyntaxNode): SyntaxNode {
  let current = view;
  for (let i = 0; i < 4; i++) {
    if (current.type !== 'call' || /\.as_(view|asgi)$/.test(current.childForFieldName('function')?.text ?? '')) break;
    const first = current.childForFieldName('arguments')?.namedChild(0);
    if (first === null || first === undefined || first.type === 'keyword_argument' || first.type === 'string') break;
    current = first;
  }
  return current;
}

/** What `include(...)` includes: `app.urls#`, a router's name, or `inline` for a list whose paths are read themselves. */
function includedOf(context: PythonContext, view: SyntaxNode): string | undefined {
  if (view.type === 'attribute' && view.text.endsWith('.urls')) {
    // `admin.site.urls` is a view of Django's own; a router or a Ninja API is mounted by name.
    if (/\badmin\.site\.urls$|site\.urls$/.test(view.text)) return undefined;
    const object = view.childForFieldName('object') ?? undefined;
    return targetOf(context, object);
  }
  if (view.type !== 'call' || !/(?:^|\.)include$/.test(view.childForFieldName('function')?.text ?? ''))
    return undefined;
  const given = view.childForFieldName('arguments')?.namedChild(0);
  const first = given?.type === 'tuple' ? given.namedChild(0) : given;
  return first === null || first === undefined ? undefined : includedArgument(context, first);
}

/** `include("app.urls")`, `include(router.urls)`, `include([path(...)])`, `include(app.urls)`. */
function includedArgument(context: PythonContext, first: SyntaxNode): string | undefined {
  if (first.type === 'list') return 'inline';
  if (first.type === 'string') {
    const module = pathText(context, first);
    return module === undefined ? undefined : `${module}#`;
  }
  if (first.type === 'attribute' && first.text.endsWith('.urls')) {
    const object = first.childForFieldName('object') ?? undefined;
    const target = targetOf(context, object);
    return target?.includes('#') === true && !/router|api/i.test(target)
      ? `${target.replace('#', '.').replace('..', '.')}.urls#`
      : target;
  }
  const name = context.names.resolve(first.text.slice(0, 200), first.startIndex);
  const last = first.text.split('.').pop() ?? '';
  if (name !== undefined && !name.made && /^(urls|\w+_urls|urlconf)$/.test(last)) return `${name.path}#`;
  return targetOf(context, first);
}

/** The list and the including prefixes around a route. */
function parentOf(context: PythonContext, node: SyntaxNode): Parent {
  let prefix = '';
  let isSocket = false;
  let current = node.parent;
  for (let i = 0; current !== null && i < 40; i++, current = current.parent) {
    if (current.type === 'call') {
      const callee = current.childForFieldName('function')?.text ?? '';
      if (/(?:^|\.)(?:path|re_path|url)$/.test(callee)) prefix = prefixOf(context, current, callee) + prefix;
      else if (/URLRouter$/.test(callee)) isSocket = true;
    }
    if (current.type === 'assignment' || current.type === 'augmented_assignment') {
      const name = current.childForFieldName('left')?.text ?? '';
      isSocket ||= /websocket|ws_url/i.test(name);
      return { prefix, router: isSocket ? '' : routerNamed(name), isSocket };
    }
  }
  return { prefix, router: '', isSocket };
}

/** A list of routes of its own name is mounted by it; Django's own list is the file's. */
function routerNamed(name: string): string {
  return /^(urlpatterns|websocket_urlpatterns|ws_urlpatterns)$/.test(name) || !/^\w*$/.test(name) ? '' : name;
}

function prefixOf(context: PythonContext, call: SyntaxNode, callee: string): string {
  const first = call.childForFieldName('arguments')?.namedChild(0) ?? undefined;
  const written = pathText(context, first) ?? '';
  return callee.endsWith('re_path') || callee.endsWith('url') ? plainPath(written) : written;
}

/** `urlpatterns = router.urls`, `urlpatterns += router.urls`. */
function wholeRouters(context: PythonContext): readonly Fact[] {
  const { parts, source } = context;
  const isList = ({ target }: AssignSite): boolean => target === 'urlpatterns';
  const sites = [...parts.only(source.assigns, LISTS, isList), ...parts.only(source.augments, MORE, isList)];
  return sites.flatMap((site): readonly Fact[] => {
    const right = site.node.childForFieldName('right');
    if (right === null) return [];
    return [...right.text.slice(0, 20_000).matchAll(/(?:^|[+=\s*])(\w+)\.urls\b(?!\s*,|\s*\))/g)].flatMap(
      (match): readonly Fact[] => {
        const name = match[1] ?? '';
        const resolved = context.names.resolve(name, site.node.startIndex + 1);
        if (resolved === undefined || !/router/i.test(`${resolved.path} ${name}`)) return [];
        return [{ kind: 'mount', prefix: '', router: '', target: name, ...placeOf(context, site.node) }];
      },
    );
  });
}

/** A regular expression as a path: anchors gone, named groups as parameters. */
function plainPath(pattern: string): string {
  return pattern
    .slice(0, 1000)
    .replace(/^\^/, '')
    .replace(/\$$|\\Z$/, '')
    .replace(/\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)/g, '<$1>')
    .replace(/\/\?$/, '/')
    .replace(/\\([-./])/g, '$1');
}
