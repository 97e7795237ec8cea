import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf, textsOf } from '../../data/data';
import { table } from '../../table';
import { listed } from '../config-file';
import { declaration, envDeclarations } from '../env-facts';
import { hostingReader, job, setting } from './hosting-reader';

/** Kinds of bindings that are lists of maps, with the key that names the binding in code. */
const LISTS = table({
  kv_namespaces: 'binding',
  r2_buckets: 'binding',
  d1_databases: 'binding',
  vectorize: 'binding',
  hyperdrive: 'binding',
  services: 'binding',
  analytics_engine_datasets: 'binding',
  workflows: 'binding',
  pipelines: 'binding',
  mtls_certificates: 'binding',
  dispatch_namespaces: 'binding',
  send_email: 'name',
  secrets_store_secrets: 'binding',
});
const SINGLES = ['ai', 'browser', 'images', 'version_metadata', 'assets'];

/** Cloudflare Workers: what a worker is bound to, under which name, and when it runs. */
export const wranglerReader = hostingReader('wrangler', /(^|\/)wrangler(\.[\w-]+)?\.(toml|jsonc?)$/, (root, parsed) => {
  const environments = entriesOf(at(root, 'env'));
  const places = [root, ...environments.map((environment) => environment.value)];
  const bound = places.flatMap((place) => bindings(parsed, place));
  const crons = places.flatMap((place) => itemsOf(at(place, 'triggers', 'crons')));
  const queues = places.flatMap((place) => itemsOf(at(place, 'queues', 'consumers')));
  return {
    name: 'wrangler.toml',
    details: {
      worker: textOf(at(root, 'name')),
      main: textOf(at(root, 'main')),
      'compatibility date': textOf(at(root, 'compatibility_date')),
      environments: listed(environments.map((environment) => environment.key)),
      bindings: listed(bound.flatMap((fact) => (fact.kind === 'setting' ? nameOf(fact) : []))),
      crons: listed(crons.flatMap((cron) => textOf(cron) ?? [])),
      routes: listed(places.flatMap((place) => routesOf(place))),
    },
    facts: [
      ...places.flatMap((place) => envDeclarations(parsed, at(place, 'vars'), 'hosting')),
      ...places.flatMap((place) =>
        itemsOf(at(place, 'secrets', 'required')).flatMap((name) =>
          declaration(parsed, 'hosting', textOf(name) ?? '', name.start, name.end, true, true),
        ),
      ),
      ...bound,
      ...crons.flatMap((cron) => job(parsed, 'cloudflare', 'scheduled', cron)),
      ...queues.flatMap((queue) => {
        const node = at(queue, 'queue');
        const name = textOf(node);
        if (node === undefined || name === undefined) return [];
        const range = parsed.range(node.start, node.end);
        return [{ kind: 'job' as const, system: 'cloudflare-queues', name, queue: name, range }];
      }),
    ],
  };
});

/** Each binding is a setting (`wrangler.r2_buckets`) and a name that code reads from its environment. */
function bindings(parsed: Parsed, place: Data): readonly Fact[] {
  const bind = (kind: string, node: Data | undefined): readonly Fact[] => [
    ...setting(parsed, `wrangler.${kind}`, node),
    ...(node === undefined ? [] : declaration(parsed, 'hosting', textOf(node) ?? '', node.start, node.end, true)),
  ];
  return [
    ...Object.entries(LISTS).flatMap(([kind, key]) =>
      itemsOf(at(place, kind)).flatMap((item) => bind(kind, at(item, key))),
    ),
    ...itemsOf(at(place, 'queues', 'producers')).flatMap((item) => bind('queues', at(item, 'binding'))),
    ...itemsOf(at(place, 'queues', 'consumers')).flatMap((item) =>
      setting(parsed, 'wrangler.queues', at(item, 'queue')),
    ),
    ...itemsOf(at(place, 'durable_objects', 'bindings')).flatMap((item) => bind('durable_objects', at(item, 'name'))),
    ...SINGLES.flatMap((kind) => bind(kind, at(place, kind, 'binding'))),
  ];
}

function nameOf(fact: Extract<Fact, { kind: 'setting' }>): string {
  const name = fact.value.t === 'string' ? fact.value.v : '';
  return `${name} (${fact.path.replace(/^wrangler\./, '').replace(/_/g, ' ')})`;
}

function routesOf(place: Data): readonly string[] {
  const one = at(place, 'route');
  return [
    ...textsOf(one?.t === 'map' ? at(one, 'pattern') : one),
    ...itemsOf(at(place, 'routes')).flatMap((route) => textOf(route) ?? textOf(at(route, 'pattern')) ?? []),
  ];
}
