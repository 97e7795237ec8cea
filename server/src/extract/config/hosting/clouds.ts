import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf, textsOf, walk } from '../../data/data';
import { listed } from '../config-file';
import { declaration, envDeclarations, isEnvName } from '../env-facts';
import { hostingReader, job, keysOf } from './hosting-reader';

/** App Engine's `app.yaml`; DigitalOcean's has the same name and other keys. */
export const appYamlReader = hostingReader(
  'app.yaml',
  /(^|\/)(\.do\/)?app(\.[\w-]+)?\.ya?ml$/,
  (root, parsed, path) => {
    if (textOf(at(root, 'runtime')) !== undefined) {
      return {
        name: 'app.yaml',
        details: {
          runtime: textOf(at(root, 'runtime')),
          service: textOf(at(root, 'service')),
          instance: textOf(at(root, 'instance_class')),
          start: textOf(at(root, 'entrypoint')),
        },
        facts: envDeclarations(parsed, at(root, 'env_variables'), 'hosting'),
      };
    }
    const kinds = ['services', 'workers', 'jobs', 'static_sites', 'functions'];
    const components = kinds.flatMap((kind) => itemsOf(at(root, kind)));
    if (!/(^|\/)\.do\//.test(path) || components.length === 0) return undefined;
    return {
      name: '.do/app.yaml',
      details: {
        app: textOf(at(root, 'name')),
        region: textOf(at(root, 'region')),
        components: listed(components.flatMap((component) => textOf(at(component, 'name')) ?? [])),
        databases: listed(itemsOf(at(root, 'databases')).flatMap((database) => textOf(at(database, 'engine')) ?? [])),
      },
      facts: [root, ...components].flatMap((place) => envDeclarations(parsed, at(place, 'envs'), 'hosting')),
    };
  },
);

export const serverlessReader = hostingReader('serverless', /(^|\/)serverless(\.[\w-]+)?\.ya?ml$/, (root, parsed) => {
  if (at(root, 'provider') === undefined) return undefined;
  const functions = entriesOf(at(root, 'functions'));
  const facts: Fact[] = [
    ...envDeclarations(parsed, at(root, 'provider', 'environment'), 'hosting'),
    ...functions.flatMap((one) => envDeclarations(parsed, at(one.value, 'environment'), 'hosting')),
    ...functions.flatMap((one) =>
      itemsOf(at(one.value, 'events')).flatMap((event) => {
        const schedule = at(event, 'schedule');
        return job(parsed, 'serverless', one.key, schedule?.t === 'map' ? itemsOf(at(schedule, 'rate'))[0] : schedule);
      }),
    ),
  ];
  walk(root, (data) => {
    if (data.t === 'scalar') facts.push(...serverlessReads(parsed, data.start, data.end));
  });
  return {
    name: 'serverless.yml',
    details: {
      service: textOf(at(root, 'service')),
      provider: textOf(at(root, 'provider', 'name')),
      runtime: textOf(at(root, 'provider', 'runtime')),
      region: textOf(at(root, 'provider', 'region')),
      functions: listed(functions.map((one) => one.key)),
      plugins: listed(textsOf(at(root, 'plugins'))),
    },
    facts,
  };
});

/** `${env:NAME}` fails without the variable, `${env:NAME, 'x'}` does not. */
function serverlessReads(parsed: Parsed, start: number, end: number): readonly Fact[] {
  const slice = parsed.text.slice(start, end);
  return [...slice.matchAll(/\$\{env:([A-Za-z_]\w*)(\s*,)?/g)].flatMap((match) => {
    const [, name = '', comma] = match;
    if (!isEnvName(name)) return [];
    const at = start + match.index + '${env:'.length;
    return [
      {
        kind: 'envRead' as const,
        name,
        accessor: 'serverless env',
        presence: comma === undefined ? ('raises' as const) : ('default' as const),
        range: parsed.range(at, at + name.length),
      },
    ];
  });
}

export const cloudBuildReader = hostingReader(
  'cloudbuild',
  /(^|\/)cloudbuild([-_.][\w-]+)?\.(ya?ml|json)$/,
  (root, parsed) => {
    const steps = itemsOf(at(root, 'steps'));
    if (steps.length === 0) return undefined;
    const secretLists = [
      ...steps.map((step) => at(step, 'secretEnv')),
      ...itemsOf(at(root, 'availableSecrets', 'secretManager')).map((secret) => at(secret, 'env')),
    ];
    return {
      name: 'cloudbuild.yaml',
      details: {
        steps: listed(steps.flatMap((step) => textOf(at(step, 'name')) ?? [])),
        images: listed(textsOf(at(root, 'images'))),
        substitutions: listed(keysOf(at(root, 'substitutions'))),
      },
      facts: [
        ...steps.flatMap((step) => envDeclarations(parsed, at(step, 'env'), 'hosting')),
        ...secretLists.flatMap((list) =>
          itemsOf(list).flatMap((item) =>
            declaration(parsed, 'hosting', textOf(item) ?? '', item.start, item.end, true, true),
          ),
        ),
      ],
    };
  },
);

export const firebaseReader = hostingReader('firebase', /(^|\/)firebase\.json$/, (root) => ({
  details: {
    features: listed(keysOf(root).filter((key) => !key.startsWith('$') && key !== 'emulators')),
    hosting: listed(itemsOf(at(root, 'hosting')).flatMap((site) => textOf(at(site, 'public')) ?? [])),
    functions: listed(itemsOf(at(root, 'functions')).flatMap((one) => textOf(at(one, 'source')) ?? [])),
    emulators: listed(keysOf(at(root, 'emulators')).filter((key) => !/^(ui|hub|logging|singleProjectMode)$/.test(key))),
  },
}));

export const amplifyReader = hostingReader('amplify', /(^|\/)amplify\.ya?ml$/, (root) => {
  const applications = [root, ...itemsOf(at(root, 'applications'))];
  const phases = (place: Data): readonly string[] =>
    ['frontend', 'backend'].flatMap((side) => textsOf(at(place, side, 'phases', 'build', 'commands')));
  return { name: 'amplify.yml', details: { build: listed(applications.flatMap(phases)) } };
});
