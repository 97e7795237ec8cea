import { reachIn } from '../../index/reach';
import type { Integration } from '../../model/integration';
import type { Value } from '../../model/value';
import type { Route, Snapshot } from '../../model/workspace';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, plain, someLines } from './markdown';
import { webhookEvents } from './webhook-events';

const POSTS = /(?:^|\.)post!?$|^\$?fetch$|^node-fetch$/;
const SHOWN_OUTGOING = 10;
const CALLED_BACK = /webhook|callback|(^|\/)hooks?(\/|$)/i;

/** Routes that others call back: by their path, and by a signature checked in their file. */
export function incomingLines({ snapshot }: DocumentContext): readonly string[] {
  const checked = signatureChecks(snapshot);
  const reaching = signatureRoutes(snapshot);
  const managed = managedHooks(snapshot.routes);
  const incoming = snapshot.routes.filter(
    ({ path, file, method }) =>
      (CALLED_BACK.test(path) && !managed.has(path) && !MANAGES.test(path) && !CHANGES.test(method)) ||
      (checked.has(file) && method === 'POST' && onlyRouteOf(snapshot, file)) ||
      (reaching.has(keyOf({ method, path })) && method === 'POST'),
  );
  return incoming.map((route) => {
    const events =
      /hook/i.test(route.path) || checked.has(route.file) ? webhookEvents(snapshot).ofRoute(route, incoming) : '';
    const service = reaching.get(keyOf(route)) ?? checked.get(route.file);
    const note = service === undefined ? '' : `, signature checked (${serviceText(service)})`;
    return `- ${route.method} ${code(route.path)} (${link({ path: route.file, line: route.line })})${note}${events}${providersText(snapshot, route)}`;
  });
}

/** Somebody else's call sends something or asks for a proof; it changes no entry. */
const CHANGES = /^(?:PUT|PATCH|DELETE)$/;
const MANAGES =
  /(?:^|[/_-])(?:add|create|new|edit|delete|remove|list|manage)[_-]?(?:web)?hooks?(?:\/|$)|hooks?\/(?:new|edit|create|add)\/?$/i;
const HOOK = /(?:^|[/_-])(?:web)?hooks?\/?$/i;

/** Lists of the users' own webhooks: `/webhooks` beside `/webhooks/:id` is where they are kept, not what is called. */
function managedHooks(routes: readonly Route[]): ReadonlySet<string> {
  const managed = new Set<string>();
  for (const { path } of routes) {
    const [, list, entry] = /^(.*)\/([:{[<*][^/]*)\/?$/.exec(path) ?? [];
    if (list === undefined || entry === undefined || !HOOK.test(list)) continue;
    const siblings = routes.filter((route) => route.path.replace(/\/$/, '') === list);
    // An entry without its list may well be what is called: `/hooks/:token`.
    if (siblings.length === 0) continue;
    managed.add(path);
    for (const sibling of siblings) managed.add(sibling.path);
  }
  return managed;
}

/** Requests to an address that a variable gives and that is called a webhook's. */
export function outgoingLines({ snapshot }: DocumentContext): readonly string[] {
  const known = new Set(snapshot.env.map(({ name }) => name));
  const lines = factsOf(snapshot, 'call').flatMap(({ fact, path, line }) => {
    if (!POSTS.test(fact.callee)) return [];
    const name = variableOf(fact.args[0] ?? fact.keywords['url']);
    if (name === undefined || !known.has(name) || !/WEBHOOK/.test(name)) return [];
    const where = fact.scope === undefined ? '' : ` in ${code(fact.scope)}`;
    return [`- Request to the address in ${code(name)} (${link({ path, line })}${where})`];
  });
  return someLines([...new Set([...lines, ...pixelLines(snapshot)])], SHOWN_OUTGOING);
}

/** Pictures in messages that go out, and the route that serves them. */
function pixelLines(snapshot: Snapshot): readonly string[] {
  return factsOf(snapshot, 'pixel').flatMap(({ fact, path, line }) => {
    const base = variableOfBase(snapshot, path, fact.base) ?? lastName(fact.base);
    // A page that shows the address sends no message.
    if (snapshot.env.some(({ name, publicPrefix }) => name === base && publicPrefix !== undefined)) return [];
    const route = snapshot.routes.find((one) => one.path.endsWith(fact.path) && one.method === 'GET');
    const served = route === undefined ? '' : `, served by GET ${code(route.path)}`;
    return [`- Tracking pixel in messages: ${code(`{${base}}${fact.path}`)} (${link({ path, line })})${served}`];
  });
}

/** The variable that a name of a file was read from: `self.tracking_base_url`. */
function variableOfBase(snapshot: Snapshot, path: string, base: string): string | undefined {
  const name = lastName(base);
  const reads = snapshot.files
    .filter((file) => file.path === path)
    .flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        fact.kind === 'envRead' && fact.boundTo !== undefined && lastName(fact.boundTo) === name ? [fact.name] : [],
      ),
    );
  return reads[0];
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The variable that a whole value is, in place or by its name. */
function variableOf(value: Value | undefined): string | undefined {
  if (value?.t === 'env') return value.name;
  if (value?.t === 'ref') return value.path.slice(value.path.lastIndexOf('.') + 1);
  return undefined;
}

const SIGNING = /WEBHOOK_?(?:SIGNING_)?(?:SECRET|KEY|TOKEN)|SIGNING_(?:SECRET|KEY)/;

/** The service, and the variable that its signatures are checked with. */
function serviceText({ name, env }: Integration): string {
  const secrets = env.filter((variable) => SIGNING.test(variable));
  return [plain(name), ...secrets.map(code)].join(', ');
}

function keyOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** The routes whose handlers get to where a signature is checked, in whichever file that is. */
function signatureRoutes(snapshot: Snapshot): ReadonlyMap<string, Integration> {
  const routes = new Map<string, Integration>();
  for (const integration of snapshot.integrations) {
    const checks = integration.evidence.filter(
      ({ role, status }) => role === 'webhook-signature' && status === 'called',
    );
    if (checks.length === 0) continue;
    for (const route of reachIn(snapshot).routes(checks)) routes.set(keyOf(route), integration);
  }
  return routes;
}

/** The service whose signature is checked in a file. */
function signatureChecks(snapshot: Snapshot): ReadonlyMap<string, Integration> {
  const checked = new Map<string, Integration>();
  for (const integration of snapshot.integrations) {
    for (const { role, path, status } of integration.evidence) {
      if (role === 'webhook-signature' && status === 'called') checked.set(path, integration);
    }
  }
  return checked;
}

function onlyRouteOf(snapshot: Snapshot, file: string): boolean {
  return snapshot.routes.filter((route) => route.file === file).length === 1;
}

/** A route for any log-in provider serves the configured ones: their addresses are what a provider is told. */
function providersText(snapshot: Snapshot, { path }: Route): string {
  const hole = /:provider|\{provider\}|\[provider\]|<(?:str:)?provider>/.exec(path)?.[0];
  if (hole === undefined) return '';
  const names = factsOf(snapshot, 'setting')
    .filter(({ fact }) => fact.system === 'phoenix' && /Ueberauth.*providers/.test(fact.path))
    .flatMap(({ fact }) => {
      const tail = /providers\.(\w+)$/.exec(fact.path)?.[1];
      if (tail !== undefined) return [tail];
      return fact.value.t === 'map' ? Object.keys(fact.value.entries) : [];
    });
  const paths = [...new Set(names)].map((name) => code(path.replace(hole, name)));
  return paths.length === 0 ? '' : `: ${paths.join(', ')}`;
}
