import type { RouteFact } from '../../../model/facts';
import { headOf } from '../ranges';
import { isIn } from '../scan';
import { type Arguments, argumentsOf } from './arguments';
import type { CallContext } from './calls';
import type { LocalCall } from './captures';
import { type ResourceOptions, resourceRoutes } from './resources';
import { moduleTextAt } from './text-at';

/** What the `scope` and `resources` blocks around a route give it. */
interface Frame {
  readonly end: number;
  readonly prefix: string;
  readonly alias: string;
  readonly through: string[];
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'connect', 'trace']);
const ROUTER =
  /\buse\s*\(?\s*(?:[A-Z][\w.]*\s*,\s*:router\b|Phoenix\.Router\b|Plug\.Router\b)|\bimport\s+Phoenix\.Router\b/;
const PLUG_ROUTER = /\buse\s*\(?\s*Plug\.Router\b/;
const ENDPOINT = /\buse\s*\(?\s*Phoenix\.Endpoint\b/;

/** Routes of Phoenix and Plug routers, with full paths: blocks nest inside one file. */
export function readRoutes(context: CallContext): readonly RouteFact[] {
  const { source } = context;
  if (isIn(ENDPOINT, source.file)) return readSockets(context);
  if (!isIn(ROUTER, source.file)) return [];
  const framework = isIn(PLUG_ROUTER, source.file) ? 'plug' : 'phoenix';
  const facts: RouteFact[] = [];
  const frames: Frame[] = [];
  for (const call of source.locals) {
    if (!isRouting(call.name) || source.outline.at(call.start, 'function') !== undefined) continue;
    while (frames.length > 0 && (frames[frames.length - 1]?.end ?? 0) <= call.start) frames.pop();
    const frame = frames[frames.length - 1] ?? TOP;
    const { routes, inner } = readMacro(context, call, frame, framework);
    facts.push(...routes);
    if (inner !== undefined) frames.push(inner);
  }
  return facts;
}

const TOP: Frame = { end: 0, prefix: '', alias: '', through: [] };

/** The routes of one macro, and the frame that it opens. */
interface Read {
  readonly routes: readonly RouteFact[];
  readonly inner?: Frame;
}

function readMacro(context: CallContext, call: LocalCall, frame: Frame, framework: string): Read {
  switch (call.name) {
    case 'scope':
      return { routes: [], inner: scopeFrame(context, call, frame) };
    case 'pipe_through':
      if (frame !== TOP) frame.through.push(...pipelines(context, call));
      return { routes: [] };
    case 'live_session':
      // It has no path; its pipelines hold for what it encloses.
      return { routes: [], inner: { ...frame, end: call.node.endIndex, through: [...frame.through] } };
    case 'resources':
      return readResources(context, call, frame);
    default:
      return { routes: readRoute(context, call, frame, framework) };
  }
}

/** Whether a macro of this name has anything to do with routes. */
function isRouting(name: string): boolean {
  return (
    VERBS.has(name) ||
    /^(scope|pipe_through|live_session|resources|match|live|forward)$/.test(name) ||
    isDashboard(name)
  );
}

/** `live_dashboard "/dashboard"`, `oban_dashboard "/oban"`: macros of libraries that serve pages of their own. */
function isDashboard(name: string): boolean {
  return /^[a-z_]+_dashboard$|^live_storybook$|^live_admin$/.test(name);
}

function scopeFrame(context: CallContext, call: LocalCall, outer: Frame): Frame {
  const given = argumentsOf(call.node);
  const [first, second] = given.positional;
  const path = pathText(context, given, first);
  const aliasNode = given.keywords.find((pair) => pair.key === 'alias')?.value ?? (isModule(first) ? first : second);
  const start = aliasNode?.startIndex ?? 0;
  const isReset = aliasNode?.type === 'boolean' || aliasNode?.type === 'nil';
  const alias = isReset ? '' : isModule(aliasNode) ? joinModule(outer.alias, nameAt(context, start)) : outer.alias;
  return { end: call.node.endIndex, prefix: joinPath(outer.prefix, path ?? ''), alias, through: [...outer.through] };
}

function isModule(node: Arguments['positional'][number] | undefined): boolean {
  return node?.type === 'alias';
}

/** The module as a router means it: aliases of the file apply before the scope's own. */
function nameAt(context: CallContext, index: number): string {
  return context.source.names.resolve(moduleTextAt(context.source.text, index), index);
}

function pathText(
  context: CallContext,
  given: Arguments,
  first: Arguments['positional'][number] | undefined,
): string | undefined {
  const node = given.keywords.find((pair) => pair.key === 'path')?.value ?? first;
  if (node === undefined) return undefined;
  const value = context.values.of(node);
  if (value.t === 'string') return value.v;
  if (value.t === 'template') return value.parts.map((part) => (part.t === 'string' ? part.v : '{}')).join('');
  return undefined;
}

function pipelines(context: CallContext, call: LocalCall): readonly string[] {
  const first = argumentsOf(call.node).positional[0];
  const value = first === undefined ? undefined : context.values.of(first);
  const items = value === undefined ? [] : value.t === 'list' ? value.items : [value];
  return items.flatMap((item) => (item.t === 'ref' ? [item.path.replace(/^:/, '')] : []));
}

function readResources(context: CallContext, call: LocalCall, frame: Frame): Read {
  const given = argumentsOf(call.node);
  const [first, controller] = given.positional;
  const path = pathText(context, given, first);
  if (path === undefined || !isModule(controller)) return { routes: [] };
  const module = joinModule(frame.alias, nameAt(context, controller?.startIndex ?? 0));
  const atoms = (key: string): readonly string[] | undefined => {
    const node = given.keywords.find((pair) => pair.key === key)?.value;
    const value = node === undefined ? undefined : context.values.of(node);
    if (value?.t !== 'list') return undefined;
    return value.items.flatMap((item) => (item.t === 'ref' ? [item.path.replace(/^:/, '')] : []));
  };
  const text = (key: string): string | undefined => {
    const node = given.keywords.find((pair) => pair.key === key)?.value;
    return node === undefined ? undefined : context.values.textOf(node);
  };
  const singleton = given.keywords.find((pair) => pair.key === 'singleton')?.value.text === 'true';
  const options: ResourceOptions = {
    only: atoms('only'),
    except: atoms('except'),
    param: text('param') ?? 'id',
    name: text('name') ?? resourceName(module),
    singleton,
  };
  const prefix = joinPath(frame.prefix, path);
  const { routes, nested } = resourceRoutes(prefix, options);
  return {
    routes: routes.map(([method, full, action]) =>
      route(context, call, frame, { method, path: full, framework: 'phoenix', handler: `${module}.${action}` }),
    ),
    ...(given.block && {
      inner: { end: call.node.endIndex, prefix: nested, alias: frame.alias, through: [...frame.through] },
    }),
  };
}

/** `UserProfileController` is `user_profile`. */
function resourceName(module: string): string {
  const last = module.slice(module.lastIndexOf('.') + 1).replace(/Controller$/, '');
  return last.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

function readRoute(context: CallContext, call: LocalCall, frame: Frame, framework: string): readonly RouteFact[] {
  const given = argumentsOf(call.node);
  const shifted = call.name === 'match' && framework === 'phoenix' ? given.positional.slice(1) : given.positional;
  const [first, second, third] = shifted;
  const path = first?.type === 'string' ? pathText(context, given, first) : undefined;
  if (path === undefined || !(path === '' || path.startsWith('/') || path.startsWith('*') || /^[\w:-]/.test(path))) {
    return [];
  }
  const to = given.keywords.find((pair) => pair.key === 'to')?.value;
  if (framework === 'phoenix' && second === undefined && !isDashboard(call.name) && to === undefined) return [];
  const module = isModule(second) ? second : isModule(to) ? to : undefined;
  const handlerBase = module === undefined ? undefined : joinModule(frame.alias, nameAt(context, module.startIndex));
  const action = third?.type === 'atom' ? `.${third.text.slice(1)}` : '';
  return methodsOf(context, call, given, framework).map((method) =>
    route(context, call, frame, {
      method,
      path: joinPath(frame.prefix, path),
      framework: call.name === 'live' ? 'phoenix-liveview' : framework,
      ...(handlerBase !== undefined && { handler: `${handlerBase}${action}` }),
    }),
  );
}

function methodsOf(context: CallContext, call: LocalCall, given: Arguments, framework: string): readonly string[] {
  if (VERBS.has(call.name)) return [call.name.toUpperCase()];
  if (call.name === 'forward') return ['ANY'];
  if (call.name !== 'match') return ['GET'];
  const via = given.keywords.find((pair) => pair.key === 'via')?.value;
  const node = framework === 'phoenix' ? given.positional[0] : via;
  const value = node === undefined ? undefined : context.values.of(node);
  const items = value === undefined ? [] : value.t === 'list' ? value.items : [value];
  const names = items.flatMap((item) => (item.t === 'ref' ? [item.path.replace(/^:/, '').toUpperCase()] : []));
  return names.length === 0 || names.includes('*') ? ['ANY'] : names;
}

function readSockets(context: CallContext): readonly RouteFact[] {
  return context.source.locals.flatMap((call) => {
    if (call.name !== 'socket') return [];
    const [first, second] = argumentsOf(call.node).positional;
    const path = first === undefined ? undefined : context.values.textOf(first);
    if (path === undefined || !isModule(second) || second === undefined) return [];
    const handler = nameAt(context, second.startIndex);
    return [route(context, call, TOP, { method: 'WS', path: joinPath('', path), framework: 'phoenix', handler })];
  });
}

function route(
  context: CallContext,
  call: LocalCall,
  frame: Frame,
  said: Pick<RouteFact, 'method' | 'path' | 'framework' | 'handler'>,
): RouteFact {
  return {
    kind: 'route',
    ...said,
    ...(frame.through.length > 0 && { through: [...new Set(frame.through)] }),
    range: headOf(call.node),
    ...context.source.scopeAt(call.start),
  };
}

/** `/api` and `users/` are `/api/users`. */
export function joinPath(prefix: string, path: string): string {
  const joined = `/${prefix}/${path}`.replace(/\/{2,}/g, '/');
  return joined.length > 1 ? joined.replace(/\/$/, '') : joined;
}

function joinModule(outer: string, inner: string): string {
  return outer === '' ? inner : `${outer}.${inner}`;
}
