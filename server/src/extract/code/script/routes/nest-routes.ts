import type { MountFact, RouteFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { decoratorNames, type ResolvedCall } from '../calls';
import { codeChildren, stringOf } from '../unwrap';
import { methodName, mountFact, option, type RouteContext, routeFact, slashed } from './route-context';

const METHOD = /^@nestjs\/common\.(Get|Post|Put|Patch|Delete|All|Options|Head|Sse)$/;

/** NestJS: a controller states its prefix, its methods their paths. */
export function nestRoutes(context: RouteContext): readonly (RouteFact | MountFact)[] {
  const calls = context.calls.filter(({ resolved }) => resolved.module.startsWith('@nestjs/'));
  if (calls.length === 0) return [];
  const decorated = decoratorNames(context.script);
  return calls.flatMap((call): readonly (RouteFact | MountFact)[] => {
    const { path } = call.resolved;
    const name = decorated.get(call.node.startIndex);
    const method = METHOD.exec(path)?.[1];
    if (method !== undefined && name !== undefined) return methodRoutes(context, call, method, name);
    if (path === '@nestjs/common.Controller' && name !== undefined) return controller(context, call, name);
    if (path === '@nestjs/websockets.WebSocketGateway') return gateway(context, call);
    if (/^@nestjs\/core\.NestFactory\.create\.setGlobalPrefix$/.test(path)) return globalPrefix(context, call);
    return [];
  });
}

function texts(node: SyntaxNode | undefined): readonly string[] {
  if (node === undefined) return [''];
  const list = node.type === 'array' ? codeChildren(node) : [node];
  return list.map(stringOf).filter((text) => text !== undefined);
}

function methodRoutes(context: RouteContext, call: ResolvedCall, method: string, name: string): readonly RouteFact[] {
  let span = context.script.frames.at(call.node.startIndex);
  while (span !== undefined && span.data.kind !== 'class') span = span.parent;
  const router = span?.data.name;
  return texts(codeChildren(call.args)[0]).map((path) =>
    routeFact(context, call.node, {
      method: method === 'Sse' ? 'GET' : methodName(method.toLowerCase()),
      path: slashed(path),
      framework: 'nestjs',
      router,
      handler: router === undefined ? name : `${router}.${name}`,
    }),
  );
}

function controller(context: RouteContext, call: ResolvedCall, name: string): readonly MountFact[] {
  const [first] = codeChildren(call.args);
  const version = stringOf(option(first, 'version'));
  const paths = first?.type === 'object' ? texts(option(first, 'path')) : texts(first);
  return paths
    .map((path) => (version === undefined ? slashed(path) : `/v${version}${slashed(path)}`))
    .filter((prefix) => prefix !== '/')
    .map((prefix) => mountFact(context, call.node, { prefix, router: name, target: name }));
}

function gateway(context: RouteContext, call: ResolvedCall): readonly RouteFact[] {
  const options = codeChildren(call.args).find((argument) => argument.type === 'object');
  const path = stringOf(option(options, 'namespace')) ?? stringOf(option(options, 'path')) ?? '/';
  return [routeFact(context, call.node, { method: 'WS', path: slashed(path), framework: 'nestjs' })];
}

/** The prefix of the whole application has no router of its own: both names are empty. */
function globalPrefix(context: RouteContext, call: ResolvedCall): readonly MountFact[] {
  const prefix = stringOf(codeChildren(call.args)[0]);
  return prefix === undefined
    ? []
    : [mountFact(context, call.node, { prefix: slashed(prefix), router: '', target: '' })];
}
