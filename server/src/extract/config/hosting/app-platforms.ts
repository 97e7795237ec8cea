import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf } from '../../data/data';
import { counted, listed } from '../config-file';
import { declaration, envDeclarations } from '../env-facts';
import { registriesIn } from '../pipelines/registries';
import { command, hostingReader, job, keysOf, setting } from './hosting-reader';

export const flyReader = hostingReader('fly', /(^|\/)fly(\.[\w-]+)?\.toml$/, (root, parsed) => ({
  name: 'fly.toml',
  details: {
    app: textOf(at(root, 'app')),
    region: textOf(at(root, 'primary_region')),
    release: textOf(at(root, 'deploy', 'release_command')),
    processes: listed(entriesOf(at(root, 'processes')).map(({ key, value }) => `${key}: ${textOf(value) ?? ''}`)),
    port:
      textOf(at(root, 'http_service', 'internal_port')) ??
      textOf(at(itemsOf(at(root, 'services'))[0], 'internal_port')),
    'health check': listed(checksOf(root)),
    mounts: listed(itemsOf(at(root, 'mounts')).flatMap((mount) => textOf(at(mount, 'destination')) ?? [])),
    machine: machineOf(root),
  },
  facts: [
    ...envDeclarations(parsed, at(root, 'env'), 'hosting'),
    ...envDeclarations(parsed, at(root, 'build', 'args'), 'hosting'),
    ...buildImage(parsed, at(root, 'build', 'image')),
  ],
}));

function checksOf(root: Data): readonly string[] {
  return [at(root, 'http_service'), ...itemsOf(at(root, 'services'))].flatMap((service) =>
    [...itemsOf(at(service, 'checks')), ...itemsOf(at(service, 'http_checks'))].flatMap(
      (check) => textOf(at(check, 'path')) ?? [],
    ),
  );
}

function machineOf(root: Data): string | undefined {
  const machine = itemsOf(at(root, 'vm'))[0];
  const parts = [textOf(at(machine, 'size')), textOf(at(machine, 'memory'))].flatMap((part) => part ?? []);
  return parts.length === 0 ? undefined : parts.join(', ');
}

function buildImage(parsed: Parsed, node: Data | undefined): readonly Fact[] {
  const image = textOf(node);
  if (node === undefined || image === undefined) return [];
  return [{ kind: 'image', image, source: 'hosting', range: parsed.range(node.start, node.end) }];
}

export const renderReader = hostingReader('render', /(^|\/)render\.ya?ml$/, (root, parsed) => {
  const services = [...itemsOf(at(root, 'services')), ...projectServices(root)];
  const databases = itemsOf(at(root, 'databases'));
  if (!['services', 'databases', 'envVarGroups', 'projects'].some((key) => at(root, key) !== undefined))
    return undefined;
  return {
    name: 'render.yaml',
    details: {
      services: listed(services.map((service) => labelled(service, 'name', 'type'))),
      databases: listed(databases.map((database) => labelled(database, 'name', 'plan'))),
      runtime: listed(
        services.flatMap((service) => textOf(at(service, 'runtime')) ?? textOf(at(service, 'env')) ?? []),
      ),
      region: listed(services.flatMap((service) => textOf(at(service, 'region')) ?? [])),
      build: listed(services.flatMap((service) => textOf(at(service, 'buildCommand')) ?? [])),
      start: listed(services.flatMap((service) => textOf(at(service, 'startCommand')) ?? [])),
      'health check': listed(services.flatMap((service) => textOf(at(service, 'healthCheckPath')) ?? [])),
    },
    facts: [
      ...[...services, ...itemsOf(at(root, 'envVarGroups'))].flatMap((place) =>
        envDeclarations(parsed, at(place, 'envVars'), 'hosting'),
      ),
      ...services.flatMap((service) => job(parsed, 'render', textOf(at(service, 'name')), at(service, 'schedule'))),
      ...services.flatMap((service) => setting(parsed, 'render.service', at(service, 'type'))),
      ...databases.flatMap((database) => setting(parsed, 'render.database', at(database, 'name'))),
    ],
  };
});

function projectServices(root: Data): readonly Data[] {
  return itemsOf(at(root, 'projects')).flatMap((project) =>
    itemsOf(at(project, 'environments')).flatMap((environment) => itemsOf(at(environment, 'services'))),
  );
}

function labelled(data: Data, name: string, label: string): string {
  const extra = textOf(at(data, label));
  return `${textOf(at(data, name)) ?? '?'}${extra === undefined ? '' : ` (${extra})`}`;
}

export const railwayReader = hostingReader('railway', /(^|\/)railway\.(json|toml)$/, (root, parsed) => ({
  details: {
    builder: textOf(at(root, 'build', 'builder')),
    build: textOf(at(root, 'build', 'buildCommand')),
    dockerfile: textOf(at(root, 'build', 'dockerfilePath')),
    'before deploy': command(at(root, 'deploy', 'preDeployCommand')),
    start: textOf(at(root, 'deploy', 'startCommand')),
    'health check': textOf(at(root, 'deploy', 'healthcheckPath')),
    restart: textOf(at(root, 'deploy', 'restartPolicyType')),
    replicas: textOf(at(root, 'deploy', 'numReplicas')),
    cron: textOf(at(root, 'deploy', 'cronSchedule')),
  },
  facts: [
    ...job(parsed, 'railway', textOf(at(root, 'deploy', 'startCommand')), at(root, 'deploy', 'cronSchedule')),
    ...envDeclarations(parsed, at(root, 'variables'), 'hosting'),
  ],
}));

/** `app.json` is Heroku's, Expo's or React Native's; each says so by its keys. */
export const appJsonReader = hostingReader('app.json', /(^|\/)app\.json$/, (root, parsed) => {
  const expo = at(root, 'expo');
  if (expo !== undefined) {
    return {
      name: 'app.json (expo)',
      details: {
        app: textOf(at(expo, 'name')),
        plugins: listed(
          itemsOf(at(expo, 'plugins')).flatMap((plugin) => textOf(plugin) ?? textOf(itemsOf(plugin)[0]) ?? []),
        ),
        'iOS bundle': textOf(at(expo, 'ios', 'bundleIdentifier')),
        'Android package': textOf(at(expo, 'android', 'package')),
        updates: textOf(at(expo, 'updates', 'url')),
      },
    };
  }
  const heroku = ['buildpacks', 'addons', 'formation', 'stack', 'env'].some((key) => at(root, key) !== undefined);
  if (!heroku) return undefined;
  const addons = itemsOf(at(root, 'addons')).flatMap((addon) =>
    addon.t === 'map' ? (at(addon, 'plan') ?? []) : addon,
  );
  return {
    details: {
      addons: listed(addons.flatMap((addon) => textOf(addon) ?? [])),
      buildpacks: listed(itemsOf(at(root, 'buildpacks')).flatMap((pack) => textOf(at(pack, 'url')) ?? [])),
      processes: listed(keysOf(at(root, 'formation'))),
      'after deploy': textOf(at(root, 'scripts', 'postdeploy')),
    },
    facts: [
      ...herokuEnv(parsed, at(root, 'env')),
      ...entriesOf(at(root, 'environments')).flatMap(({ value }) => herokuEnv(parsed, at(value, 'env'))),
      ...addons.flatMap((addon) => setting(parsed, 'heroku.addons', addon)),
    ],
  };
});

/** A variable's description says what it is for. */
function herokuEnv(parsed: Parsed, env: Data | undefined): readonly Fact[] {
  return entriesOf(env).flatMap((entry) => {
    const value = textOf(entry.value) ?? textOf(at(entry.value, 'value'));
    const secret = textOf(at(entry.value, 'generator')) === 'secret';
    const comment = textOf(at(entry.value, 'description'));
    return declaration(
      parsed,
      'hosting',
      entry.key,
      entry.keyStart,
      entry.keyEnd,
      value !== undefined || secret,
      secret,
    ).map((fact) => ({ ...fact, ...(comment !== undefined && { comment }) }));
  });
}

export const herokuYmlReader = hostingReader('heroku.yml', /(^|\/)heroku\.ya?ml$/, (root, parsed) => {
  const addons = itemsOf(at(root, 'setup', 'addons')).flatMap((addon) => at(addon, 'plan') ?? []);
  return {
    name: 'heroku.yml',
    details: {
      addons: listed(addons.flatMap((addon) => textOf(addon) ?? [])),
      processes: listed(entriesOf(at(root, 'run')).map(({ key, value }) => `${key}: ${command(value) ?? ''}`)),
      release: command(at(root, 'release', 'command')),
      images: counted(keysOf(at(root, 'build', 'docker')).length),
    },
    facts: [
      ...envDeclarations(parsed, at(root, 'setup', 'config'), 'hosting'),
      ...envDeclarations(parsed, at(root, 'build', 'config'), 'hosting'),
      ...addons.flatMap((addon) => setting(parsed, 'heroku.addons', addon)),
    ],
  };
});

export const kamalReader = hostingReader('kamal', /(^|\/)config\/deploy(\.[\w-]+)?\.ya?ml$/, (root, parsed) => {
  if (at(root, 'service') === undefined && at(root, 'servers') === undefined) return undefined;
  const accessories = entriesOf(at(root, 'accessories'));
  const environments = [at(root, 'env'), ...accessories.map((accessory) => at(accessory.value, 'env'))];
  return {
    name: 'config/deploy.yml',
    details: {
      service: textOf(at(root, 'service')),
      image: textOf(at(root, 'image')),
      registry: textOf(at(root, 'registry', 'server')),
      host: textOf(at(root, 'proxy', 'host')),
      accessories: listed(accessories.map((accessory) => accessory.key)),
    },
    facts: [
      ...environments.flatMap((env) => [
        ...envDeclarations(parsed, at(env, 'clear') ?? (at(env, 'secret') === undefined ? env : undefined), 'hosting'),
        ...secrets(parsed, at(env, 'secret')),
      ]),
      ...secrets(parsed, at(root, 'registry', 'password')),
      ...registriesIn(parsed, at(root, 'registry', 'server')),
      ...accessories.flatMap(({ key, value }) => {
        const node = at(value, 'image');
        const image = textOf(node);
        if (node === undefined || image === undefined) return [];
        const range = parsed.range(node.start, node.end);
        return [{ kind: 'image' as const, image, source: 'hosting' as const, service: key, range }];
      }),
    ],
  };
});

/** A list of names alone: `NAME`, or `NAME:STORED_NAME`. */
function secrets(parsed: Parsed, list: Data | undefined): readonly Fact[] {
  return (list?.t === 'list' ? list.items : []).flatMap((item) => {
    const name = /^\w+/.exec(textOf(item) ?? '')?.[0] ?? '';
    return declaration(parsed, 'hosting', name, item.start, item.start + name.length, true, true);
  });
}
