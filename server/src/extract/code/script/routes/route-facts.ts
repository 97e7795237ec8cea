import type { MountFact, RouteFact } from '../../../../model/facts';
import { fileRoutes } from './file-routes';
import { nestRoutes } from './nest-routes';
import type { RouteContext } from './route-context';
import { routerRoutes } from './router-routes';
import { socketRoutes } from './socket-routes';

/** The routes that a file registers, and the routers that it mounts. Tests ask for routes and register none. */
export function routeFacts(context: RouteContext): readonly (RouteFact | MountFact)[] {
  if (context.script.file.role === 'test') return [];
  return [...routerRoutes(context), ...nestRoutes(context), ...fileRoutes(context), ...socketRoutes(context)];
}
