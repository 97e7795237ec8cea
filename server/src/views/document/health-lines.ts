import { reachIn } from '../../index/reach';
import type { Value } from '../../model/value';
import type { Route, Snapshot } from '../../model/workspace';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, some } from './markdown';

const HEALTH = /(^|\/)(health|healthz|healthcheck|health-check|livez?|liveness|readyz?|readiness|heartbeat)\/?$/i;
/** Words that say as much below nothing but the API's own prefix: `/billing/status` is another matter. */
const STATUS = /^(?:\/(?:api|internal|system|v\d+))*\/(?:ping|status|up)\/?$/i;
/** Of one of many: `/papers/:id/status`. */
const PARAMETER = /[:{<[*]/;
/** Calls that ask a server for something; a local module that asks is named after what it is. */
const ASKS =
  /^(?:fetch|\$fetch|(?:axios|ky|ofetch|got|superagent)(?:\.\w+)*\.(?:get|head)|(?:axios|ky|ofetch|got)|(?:\.{1,2}|[@~])\/.*(?:api|http|client|request|fetch)[^/]*\.(?:get|head))$/i;
const SHOWN_CALLERS = 3;

/** Routes that tell whether the program is well, and where they are called from. */
export function healthLines({ snapshot }: DocumentContext): readonly string[] {
  const routes = snapshot.routes.filter(({ path, method }) => isHealth(path) && /^(GET|ANY|HEAD)$/.test(method));
  const calls = factsOf(snapshot, 'call').filter(({ fact }) => ASKS.test(fact.callee));
  return routes.map((route) => {
    const callers = calls
      .filter(({ fact }) => asksFor(fact.args[0], route, routes))
      .map((call) => `${callerText(call)}${usersText(snapshot, call)}`);
    const asked = callers.length === 0 ? '' : `, asked by ${some(callers, SHOWN_CALLERS)}`;
    return `- ${route.method} ${code(route.path)} (${link({ path: route.file, line: route.line })})${asked}`;
  });
}

/** Who calls the function that asks, where that is another file: a page that shows how the program is. */
function usersText(snapshot: Snapshot, { fact, path }: Placed<'call'>): string {
  const users = fact.scope === undefined ? [] : reachIn(snapshot).users(path, fact.scope);
  const [user] = users.filter((one) => one.path !== path);
  return user === undefined ? '' : ` for ${link(user)}`;
}

function isHealth(path: string): boolean {
  return !PARAMETER.test(path) && (HEALTH.test(path) || STATUS.test(path));
}

/** The same path, or its end below a base address; a path that two routes end with names none of them. */
function asksFor(url: Value | undefined, { path }: Route, routes: readonly Route[]): boolean {
  const asked = pathOf(url);
  if (asked === undefined || asked.length < 2) return false;
  if (asked === path) return true;
  const ending = new Set(routes.filter((route) => route.path.endsWith(asked)).map((route) => route.path));
  return ending.size === 1 && ending.has(path);
}

/** `/health` of `/health`, and of `${BASE}/health`. */
function pathOf(url: Value | undefined): string | undefined {
  if (url?.t === 'string') return url.v.startsWith('/') ? url.v.replace(/\?.*$/, '') : undefined;
  if (url?.t !== 'template' || url.parts.length !== 2) return undefined;
  const [base, path] = url.parts;
  const isBase = base?.t === 'env' || base?.t === 'ref' || base?.t === 'template';
  return isBase && path?.t === 'string' && path.v.startsWith('/') ? path.v.replace(/\?.*$/, '') : undefined;
}

function callerText({ fact, path, line }: Placed<'call'>): string {
  return `${link({ path, line })}${fact.scope === undefined ? '' : ` in ${code(fact.scope)}`}`;
}
