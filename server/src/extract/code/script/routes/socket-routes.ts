import type { RouteFact } from '../../../../model/facts';
import { codeChildren, stringOf } from '../unwrap';
import { option, type RouteContext, routeFact, slashed } from './route-context';

/** Socket servers that a file starts. */
export function socketRoutes(context: RouteContext): readonly RouteFact[] {
  const facts: RouteFact[] = [];
  for (const call of context.calls) {
    const { path } = call.resolved;
    const framework = call.construct && path === 'socket.io.Server' ? 'socket.io' : undefined;
    const isPlain = call.construct && /^ws\.(WebSocketServer|Server)$/.test(path);
    if (framework === undefined && !isPlain) continue;
    const options = codeChildren(call.args).find((argument) => argument.type === 'object');
    const own = stringOf(option(options, 'path'));
    if (option(options, 'noServer') !== undefined && own === undefined) continue;
    facts.push(
      routeFact(context, call.node, {
        method: 'WS',
        path: slashed(own ?? (isPlain ? '/' : '/socket.io')),
        framework: framework ?? 'ws',
      }),
    );
  }
  return facts;
}
