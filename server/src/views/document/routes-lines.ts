import { groupBy } from '../../index/order';
import type { Route } from '../../model/workspace';
import type { DocumentContext } from './context';
import { code, fileLink, some } from './markdown';

const SHOWN_GROUPS = 60;
/** Above this, groups of one route are told with others of their kind: each would cost a line. */
const MANY_GROUPS = 25;
const SHOWN_FILES = 3;

/** Routes by the first parts of their path, each full path printed. */
export function routeLines({ snapshot }: DocumentContext): readonly string[] {
  const groups = groupsOf(snapshot.routes);
  const lines = groups.slice(0, SHOWN_GROUPS).map(([prefix, routes]) => {
    const files = [...new Set(routes.map(({ file }) => file))];
    return `- ${code(prefix)} (${some(files.map(fileLink), SHOWN_FILES)}): ${routesText(routes)}`;
  });
  const rest = groups.slice(SHOWN_GROUPS).reduce((sum, [, routes]) => sum + routes.length, 0);
  return rest > 0 ? [...lines, `- and ${rest} more routes`] : lines;
}

function groupsOf(routes: readonly Route[]): readonly (readonly [string, readonly Route[]])[] {
  const groups = groupBy(routes, (route) => prefixOf(route.path));
  if (groups.size <= MANY_GROUPS) return [...groups];
  const isAlone = (prefix: string): boolean => new Set(groups.get(prefix)?.map(({ path }) => path)).size === 1;
  return [
    ...groupBy(routes, ({ path }) => {
      const prefix = prefixOf(path);
      return isAlone(prefix) ? parentOf(prefix) : prefix;
    }),
  ];
}

function parentOf(prefix: string): string {
  return prefix.slice(0, Math.max(prefix.lastIndexOf('/'), 1));
}

function routesText(routes: readonly Route[]): string {
  const byPath = groupBy(routes, ({ path }) => path);
  return [...byPath].map(([path, same]) => `${methodsText(same)} ${code(path)}`).join(', ');
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Reading before writing, as documents of APIs do. */
function methodsText(routes: readonly Route[]): string {
  const rank = (method: string): number => (METHODS.includes(method) ? METHODS.indexOf(method) : METHODS.length);
  return [...new Set(routes.map(({ method }) => method))].sort((a, b) => rank(a) - rank(b)).join('/');
}

/** `/api/users/:id` belongs to `/api/users`: two parts at most, stopping before a parameter. */
function prefixOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const depth = parts[0] === 'api' || /^v\d+$/.test(parts[0] ?? '') ? (/^v\d+$/.test(parts[1] ?? '') ? 3 : 2) : 1;
  const fixed: string[] = [];
  for (const part of parts.slice(0, depth)) {
    if (/[:{[<*]/.test(part)) break;
    fixed.push(part);
  }
  return `/${fixed.join('/')}`;
}
