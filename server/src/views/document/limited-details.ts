import { reachIn } from '../../index/reach';
import type { Detail, Integration } from '../../model/integration';
import type { Route } from '../../model/workspace';
import type { DocumentContext } from './context';

/** A limit is said to stand before a function, or in one; a reader looks for the route that it holds for. */
export function withLimitedRoutes(context: DocumentContext, integration: Integration): Integration {
  if (integration.category !== 'rate-limiting') return integration;
  return { ...integration, details: integration.details.map((detail) => limitedDetail(context, detail)) };
}

function limitedDetail({ snapshot }: DocumentContext, detail: Detail): Detail {
  const [, limit, handler] = /^(.+) - (\w+)$/.exec(detail.text) ?? [];
  if (limit !== undefined) {
    return onRoute(
      detail,
      limit,
      snapshot.routes.filter(
        (route) =>
          route.file === detail.path && (route.handler === handler || route.handler === `${detail.scope}.${handler}`),
      ),
    );
  }
  const isNumber = detail.label === 'Limit' && detail.scope !== undefined && /\d/.test(detail.text);
  return isNumber ? onRoute(detail, detail.text, reachIn(snapshot).routes([detail])) : detail;
}

function onRoute(detail: Detail, limit: string, routes: readonly Route[]): Detail {
  const [route] = routes;
  return route === undefined || routes.length > 1
    ? detail
    : { ...detail, text: `${limit} on ${route.method} ${route.path}` };
}
