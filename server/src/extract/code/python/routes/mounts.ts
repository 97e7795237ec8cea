import type { Fact } from '../../../../model/facts';
import { readArguments } from '../arguments';
import { resolveCallee } from '../calls';
import { type PythonContext, placeOf } from '../context';
import { lastName } from '../name-paths';
import { places } from '../parts';
import type { CallSite } from '../source';
import { pathText, targetOf } from './route-values';

const MOUNTING = places<CallSite>();
const MOUNTS = /\.(?:include_router|register_blueprint|mount|add_router|add_namespace|blueprint)$/;
const ROUTERS = /(?:^|\.)(?:APIRouter|Blueprint|APIBlueprint|Namespace|Router|FastAPI|Sanic)$/;

/** `include_router(x, prefix=)`, `register_blueprint(x, url_prefix=)`, `mount("/x", app)`, and routers' own prefixes. */
export function mountFacts(context: PythonContext): readonly Fact[] {
  const { source, text } = context;
  const targets = new Map(source.assigns.map((site) => [site.node.startIndex, site.target]));
  const sites = context.parts.only(source.calls, MOUNTING, (site) => MOUNTS.test(site.text) || ROUTERS.test(site.text));
  return sites.flatMap((site): readonly Fact[] => {
    const dot = site.text.lastIndexOf('.');
    const verb = site.text.slice(dot + 1);
    if (MOUNTS.test(site.text)) return mounted(context, site, site.text.slice(0, dot), verb);
    const path = resolveCallee(context, site)?.path ?? '';
    if (!/^(fastapi|flask|quart|sanic|litestar|ninja|flask_restx|flask_restplus|flask_smorest|apiflask)\b/.test(path))
      return [];
    const args = readArguments(site.args, text);
    const written =
      args.keywords.get('prefix') ??
      args.keywords.get('url_prefix') ??
      args.keywords.get('root_path') ??
      (lastName(path) === 'Namespace' ? args.keywords.get('path') : undefined);
    const prefix =
      args.keywords.has('root_path') && !args.keywords.has('prefix') ? undefined : pathText(context, written);
    const name = targetBefore(context, site, targets);
    if (prefix === undefined || prefix === '' || name === undefined) return [];
    return [{ kind: 'mount', prefix, router: name, target: name, ...placeOf(context, site.node) }];
  });
}

function mounted(context: PythonContext, site: CallSite, router: string, verb: string): readonly Fact[] {
  const args = readArguments(site.args, context.text);
  const isPathFirst = verb === 'mount';
  const target = isPathFirst
    ? (args.positional[1] ?? args.keywords.get('app'))
    : (args.positional[verb === 'add_router' ? 1 : 0] ?? args.keywords.get('router') ?? args.keywords.get('blueprint'));
  const written = isPathFirst
    ? (args.positional[0] ?? args.keywords.get('path'))
    : (args.keywords.get('prefix') ??
      args.keywords.get('url_prefix') ??
      args.keywords.get('path') ??
      (verb === 'add_router' ? args.positional[0] : undefined));
  const prefix = written === undefined ? '' : pathText(context, written);
  const name = target?.type === 'call' ? calledName(context, target.startIndex) : targetOf(context, target);
  if (prefix === undefined || name === undefined || name === router) return [];
  if (isPathFirst && !prefix.startsWith('/')) return [];
  return [{ kind: 'mount', prefix, router, target: name, ...placeOf(context, site.node) }];
}

/** `app.mount("/static", StaticFiles(...))` mounts what the call makes. */
function calledName(context: PythonContext, offset: number): string | undefined {
  const site = context.source.calls.find((found) => found.node.startIndex === offset);
  const path = site === undefined ? undefined : resolveCallee(context, site)?.path;
  if (path === undefined) return undefined;
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, dot)}#${path.slice(dot + 1)}`;
}

function targetBefore(
  context: PythonContext,
  site: CallSite,
  targets: ReadonlyMap<number, string>,
): string | undefined {
  const { positions } = context.source;
  const start = positions.lineStart(positions.lineAt(site.node.startIndex));
  const before = context.text.slice(start, site.node.startIndex);
  const match = /^(\s*)([\w.]+)\s*(?::[^=\n]{1,80})?=\s*$/.exec(before);
  const target = match === null ? undefined : targets.get(start + (match[1] ?? '').length);
  return target === '' ? undefined : target;
}
