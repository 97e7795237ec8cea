import { byText, groupBy } from '../../index/order';
import type { Route } from '../../model/workspace';
import type { DocumentContext } from './context';
import { code, fileLink, some, someLines } from './markdown';

const SHOWN_GROUPS = 60;
/** Above this, groups of one route are told with others of their kind: each would cost a line. */
const MANY_GROUPS = 25;
const SHOWN_FILES = 3;
const HOLE = /[:{[<*]/;
/** Characters of all paths together: above, each group shows its first ones. */
const MOST_TEXT = 4000;
const LEAST_SHOWN = 4;
/** Of so many groups a page is full however few each shows. */
const VERY_MANY_GROUPS = 40;
const LEAST_SHOWN_OF_MANY = 3;

/** Routes by the first parts of their path, each full path printed; of very many the first of each group. */
export function routeLines({ snapshot }: DocumentContext): readonly string[] {
  const groups = groupsOf(snapshot.routes).map(([prefix, routes]) => ({ prefix, routes, texts: routeTexts(routes) }));
  const lengths = groups.map(({ texts }) => texts.map(({ length }) => length));
  const most = mostShown(lengths);
  const files = lengths.some(({ length }) => length > most) ? 1 : SHOWN_FILES;
  const lines = groups.map(
    ({ prefix, routes, texts }) => `- ${code(prefix)} (${some(filesOf(routes), files)}): ${some(texts, most)}`,
  );
  return someLines(lines, SHOWN_GROUPS, 'groups of routes');
}

/** Those that say most of the routes first. */
function filesOf(routes: readonly Route[]): readonly string[] {
  const byFile = [...groupBy(routes, ({ file }) => file)];
  return byFile.sort(([, a], [, b]) => b.length - a.length).map(([file]) => fileLink(file));
}

/** How many routes each group may show so that all together stay readable. */
function mostShown(groups: readonly (readonly number[])[]): number {
  const most = Math.max(0, ...groups.map(({ length }) => length));
  const least = groups.length > VERY_MANY_GROUPS ? LEAST_SHOWN_OF_MANY : LEAST_SHOWN;
  for (let shown = most; shown > least; shown -= 1) {
    const length = groups.reduce((sum, texts) => sum + texts.slice(0, shown).reduce((own, text) => own + text, 0), 0);
    if (length <= MOST_TEXT) return shown;
  }
  return least;
}

function groupsOf(routes: readonly Route[]): readonly (readonly [string, readonly Route[]])[] {
  const groups = groupBy(routes, (route) => prefixOf(route.path));
  if (groups.size <= MANY_GROUPS) return [...groups];
  const isAlone = (prefix: string): boolean => new Set(groups.get(prefix)?.map(({ path }) => path)).size === 1;
  const alone = groupBy([...groups.keys()].filter(isAlone), parentOf);
  const gathered = groupBy(routes, ({ path }) => {
    const prefix = prefixOf(path);
    const parent = parentOf(prefix);
    const isWithOthers = isAlone(prefix) && ((alone.get(parent)?.length ?? 0) > 1 || groups.has(parent));
    return isWithOthers ? parent : prefix;
  });
  return [...gathered].sort(([a], [b]) => byText(a, b));
}

function parentOf(prefix: string): string {
  return prefix.slice(0, Math.max(prefix.lastIndexOf('/'), 1));
}

function routeTexts(routes: readonly Route[]): readonly string[] {
  const byPath = groupBy(routes, ({ path }) => path);
  return [...byPath].map(([path, same]) => `${methodsText(same)} ${code(path)}`);
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
  // A prefix that the code makes up, or a language, stands before all routes: `/{prefix}/accounts`.
  if (parts.length > 2 && HOLE.test(parts[0] ?? '') && !HOLE.test(parts[1] ?? '')) fixed.push(parts.shift() ?? '');
  for (const part of parts.slice(0, depth)) {
    if (HOLE.test(part)) break;
    fixed.push(part);
  }
  return `/${fixed.join('/')}`;
}
