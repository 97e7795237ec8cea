import type { Evidence, Integration } from '../../model/integration';
import type { Route, Snapshot } from '../../model/workspace';
import { factsOf } from './facts-of';
import { importedFiles } from './imported-files';
import { code, some } from './markdown';

/** An event that code asks for by name. */
interface HandledEvent {
  readonly path: string;
  readonly name: string;
  readonly scope: string;
}

const EVENT = /^[a-z][\w-]*(?:\.[\w-]+)+$/i;
/** Names with dots that are no events: modules, hosts, files. */
const CHOICE = /provider|backend|driver|strategy|engine|mode\b/i;
const SHOWN_EVENTS = 12;

export interface WebhookEvents {
  /** `, events ...` for a route that is called back; empty where its files ask for none. */
  ofRoute(route: Route, incoming: readonly Route[]): string;
  ofIntegration(integration: Integration): string;
}

const known = new WeakMap<Snapshot, WebhookEvents>();

/** The events that webhooks handle: compared with in the route's file, or in a file that it hands the event to. */
export function webhookEvents(snapshot: Snapshot): WebhookEvents {
  const before = known.get(snapshot);
  if (before !== undefined) return before;
  const made = eventsIn(snapshot);
  known.set(snapshot, made);
  return made;
}

function eventsIn(snapshot: Snapshot): WebhookEvents {
  const events = factsOf(snapshot, 'case')
    .filter(({ fact }) => EVENT.test(fact.value) && !CHOICE.test(fact.subject))
    .map(({ fact, path }): HandledEvent => ({ path, name: fact.value, scope: fact.scope ?? '' }));
  const imported = importedFiles(snapshot);
  const inFile = (path: string): readonly HandledEvent[] => events.filter((event) => event.path === path);
  const around = (path: string): readonly HandledEvent[] =>
    events.length === 0 ? [] : imported(path).flatMap((other) => inFile(other));

  return {
    ofRoute(route, incoming) {
      if (events.length === 0 || /^(GET|HEAD|OPTIONS)$/.test(route.method)) return '';
      const handler = lastName(route.handler ?? '');
      const home = handlerFile(snapshot, imported(route.file), route);
      if (home !== undefined && home !== route.file) {
        const own = inFile(home).filter(({ scope }) => scope.split('.').includes(handler));
        return eventsText([...own, ...named(route, around(home))]);
      }
      const isAlone = new Set(incoming.filter(({ file }) => file === route.file).map(({ path }) => path)).size <= 1;
      if (isAlone) return eventsText([...inFile(route.file), ...around(route.file)]);
      // Several in one file: only what the names tell apart.
      const own = inFile(route.file).filter(({ scope }) => handler !== '' && scope.split('.').includes(handler));
      return eventsText([...own, ...named(route, around(route.file))]);
    },

    ofIntegration(integration) {
      const checks = integration.evidence.filter(isCheck);
      if (events.length === 0 || checks.length === 0) return '';
      return eventsText(
        checks.flatMap(({ path, scope }) => {
          const checkers = snapshot.integrations.filter(({ evidence }) =>
            evidence.some((one) => isCheck(one) && one.path === path),
          );
          if (checkers.length > 1) return inFile(path).filter((event) => event.scope === (scope ?? ''));
          return [...inFile(path), ...around(path), ...eventsOfUsers(path)];
        }),
      );
    },
  };

  /** A file that asks a helper to check signatures handles the events itself. */
  function eventsOfUsers(helper: string): readonly HandledEvent[] {
    const files = new Set(
      snapshot.routes.filter(({ path }) => /webhook|(^|\/)hooks?(\/|$)/i.test(path)).map(({ file }) => file),
    );
    return [...files]
      .filter((file) => imported(file).includes(helper))
      .flatMap((file) => [...inFile(file), ...around(file)]);
  }
}

/** The file of a handler that is told by its module or class: `.views.hook`, `AppWeb.HookController.create`. */
function handlerFile(snapshot: Snapshot, imported: readonly string[], { file, handler }: Route): string | undefined {
  const owners = (handler ?? '').split('.').slice(0, -1).map(snakeCase);
  const last = owners.at(-1);
  if (last === undefined) return undefined;
  const near = imported.find((path) => owners.includes(stemOf(path)));
  if (near !== undefined || !/\.exs?$/.test(file)) return near;
  const [only, ...others] = snapshot.files.filter(({ path, role }) => role === 'source' && stemOf(path) === last);
  return others.length === 0 ? only?.path : undefined;
}

const COMMON_WORD =
  /^(?:api|app|v\d+|web|https?|events?|handlers?|handle|callbacks?|receive|post|create|notify|.*hooks?)$/;

/** Events of files that share a telling word with the route: a service's name in both paths. */
function named(route: Route, events: readonly HandledEvent[]): readonly HandledEvent[] {
  const words = snakeCase(`${route.path}_${lastName(route.handler ?? '')}`)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3 && !COMMON_WORD.test(word));
  return events.filter(({ path }) => words.some((word) => stemOf(path).includes(word)));
}

function stemOf(path: string): string {
  return snakeCase(path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''));
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}

function isCheck({ role, status }: Evidence): boolean {
  return role === 'webhook-signature' && status === 'called';
}

function eventsText(events: readonly HandledEvent[]): string {
  const names = [...new Set(events.map(({ name }) => name))];
  return names.length === 0 ? '' : `, events ${some(names.map(code), SHOWN_EVENTS)}`;
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('#'), path.lastIndexOf(':')) + 1);
}
