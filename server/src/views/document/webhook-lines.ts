import type { Route, Snapshot } from '../../model/workspace';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link } from './markdown';
import { webhookEvents } from './webhook-events';

const CALLED_BACK = /webhook|callback|(^|\/)hooks?(\/|$)/i;

/** Routes that others call back: by their path, and by a signature checked in their file. */
export function incomingLines({ snapshot }: DocumentContext): readonly string[] {
  const checked = signatureChecks(snapshot);
  const incoming = snapshot.routes.filter(
    ({ path, file, method }) =>
      CALLED_BACK.test(path) || (checked.has(file) && method === 'POST' && onlyRouteOf(snapshot, file)),
  );
  return incoming.map((route) => {
    const events =
      /hook/i.test(route.path) || checked.has(route.file) ? webhookEvents(snapshot).ofRoute(route, incoming) : '';
    const service = checked.get(route.file);
    const note = service === undefined ? '' : `, signature checked (${service})`;
    return `- ${route.method} ${code(route.path)} (${link({ path: route.file, line: route.line })})${note}${events}${providersText(snapshot, route)}`;
  });
}

/** The service whose signature is checked in a file. */
function signatureChecks(snapshot: Snapshot): ReadonlyMap<string, string> {
  const checked = new Map<string, string>();
  for (const integration of snapshot.integrations) {
    for (const { role, path, status } of integration.evidence) {
      if (role === 'webhook-signature' && status === 'called') checked.set(path, integration.name);
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
