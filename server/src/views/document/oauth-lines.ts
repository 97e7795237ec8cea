import type { Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, plain } from './markdown';

const PROVIDER = /Ueberauth\.providers(?:\.(\w+))?$/;
const HOLE = /:provider|\{provider\}|\[provider\]|<(?:str:)?provider>/;

/** What Ueberauth asks each provider for, and where a log-in starts and comes back. */
export function oauthLines({ snapshot }: DocumentContext): readonly string[] {
  const routes = snapshot.routes.filter(({ path, method }) => HOLE.test(path) && method !== 'WS');
  const start = routes.find(({ path, method }) => method === 'GET' && /(?::provider|\{provider\})\/?$/.test(path));
  const back = routes.find(({ path }) => /callback/.test(path));
  return factsOf(snapshot, 'setting')
    .filter(({ fact }) => fact.system === 'phoenix')
    .flatMap(providersOf)
    .map(({ name, scope, place }) => {
      const scopeText = scope === undefined ? '' : `: scope ${code(scope)}`;
      const startText =
        start === undefined ? '' : `, starts at ${start.method} ${code(start.path.replace(HOLE, name))}`;
      const backText = back === undefined ? '' : `, comes back to ${code(back.path.replace(HOLE, name))}`;
      return `- Log-in with ${plain(name)}${scopeText}${startText}${backText} (${link(place)})`;
    });
}

interface Provider {
  readonly name: string;
  readonly scope?: string;
  readonly place: Placed<'setting'>;
}

function providersOf(place: Placed<'setting'>): readonly Provider[] {
  const match = PROVIDER.exec(place.fact.path);
  if (match === null) return [];
  const { value } = place.fact;
  const one = (name: string, of: Value): Provider => {
    const scope = scopeIn(of, 0);
    return { name, place, ...(scope !== undefined && { scope }) };
  };
  if (match[1] !== undefined) return [one(match[1], value)];
  return value.t === 'map' ? Object.entries(value.entries).map(([name, of]) => one(name, of)) : [];
}

/** `{Ueberauth.Strategy.Github, [default_scope: "user:email"]}` */
function scopeIn(value: Value, depth: number): string | undefined {
  if (depth > 4) return undefined;
  if (value.t === 'map') {
    const scope = value.entries['default_scope'];
    if (scope?.t === 'string') return scope.v;
  }
  const inner =
    value.t === 'list'
      ? value.items
      : value.t === 'map'
        ? Object.values(value.entries)
        : value.t === 'call'
          ? [...value.args, ...Object.values(value.keywords)]
          : [];
  return inner.map((one) => scopeIn(one, depth + 1)).find((scope) => scope !== undefined);
}
