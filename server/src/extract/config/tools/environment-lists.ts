import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf, walk } from '../../data/data';
import { defaultText } from '../../redact';
import { listed } from '../config-file';
import { declaration, envDeclarations, isEnvName } from '../env-facts';
import { hostingReader, keysOf } from '../hosting/hosting-reader';

/** Turborepo names the variables that its tasks depend on: they are wanted, and set elsewhere. */
export const turboReader = hostingReader('turbo', /(^|\/)turbo\.jsonc?$/, (root, parsed) => {
  const facts: Fact[] = [];
  walk(root, (data) => {
    for (const { key, value } of entriesOf(data)) {
      if (/^(globalEnv|env|globalPassThroughEnv|passThroughEnv)$/.test(key)) facts.push(...wanted(parsed, value));
    }
  });
  const tasks = at(root, 'tasks') ?? at(root, 'pipeline');
  return { name: 'turbo.json', details: { tasks: listed(keysOf(tasks)) }, facts };
});

/** Wildcards and exclusions are patterns, no names. */
function wanted(parsed: Parsed, list: Data): readonly Fact[] {
  return itemsOf(list).flatMap((item) =>
    declaration(parsed, 'schema', textOf(item) ?? '', item.start, item.end, false),
  );
}

/** mise sets variables and installs tools for whoever works in a folder. */
export const miseReader = hostingReader('mise', /(^|\/)\.?mise(\.[\w-]+)?\.toml$/, (root, parsed) => ({
  name: 'mise.toml',
  details: {
    tools: listed(entriesOf(at(root, 'tools')).map(({ key, value }) => `${key} ${textOf(value) ?? ''}`.trim())),
    tasks: listed(keysOf(at(root, 'tasks'))),
  },
  facts: envDeclarations(parsed, withoutDirectives(at(root, 'env')), 'shell'),
}));

/** `_` holds mise's own directives. */
function withoutDirectives(env: Data | undefined): Data | undefined {
  return env?.t === 'map' ? { ...env, entries: env.entries.filter((entry) => entry.key !== '_') } : undefined;
}

/** Nixpacks sets variables for the build and the program. */
export const nixpacksReader = hostingReader('nixpacks', /(^|\/)nixpacks\.(toml|json)$/, (root, parsed) => ({
  details: {},
  facts: envDeclarations(parsed, at(root, 'variables'), 'hosting'),
}));

/** Task: variables of all tasks and of single ones. */
export const taskfileReader = hostingReader('taskfile', /(^|\/)Taskfile(\.dist)?\.ya?ml$/i, (root, parsed) => ({
  name: 'taskfile.yml',
  details: {},
  facts: [root, ...entriesOf(at(root, 'tasks')).map(({ value }) => value)].flatMap((place) =>
    envDeclarations(parsed, at(place, 'env'), 'shell'),
  ),
}));

/** Development containers. */
export const devcontainerReader = hostingReader('devcontainer', /(^|\/)\.?devcontainer\.json$/, (root, parsed) => {
  const node = at(root, 'image');
  const image = textOf(node);
  return {
    name: 'devcontainer.json',
    details: { image, features: listed(keysOf(at(root, 'features'))) },
    facts: [
      ...(node === undefined || image === undefined
        ? []
        : [{ kind: 'image' as const, image, source: 'hosting' as const, range: parsed.range(node.start, node.end) }]),
      ...envDeclarations(parsed, at(root, 'containerEnv'), 'hosting'),
      ...envDeclarations(parsed, at(root, 'remoteEnv'), 'hosting'),
      ...machineReads(parsed),
    ],
  };
});

/** `${localEnv:NAME}` and `${localEnv:NAME:default}`: variables of whoever opens the container. */
function machineReads(parsed: Parsed): readonly Fact[] {
  return [...parsed.text.matchAll(/\$\{localEnv:([A-Za-z_]\w*)(:[^}\n]*)?\}/g)].flatMap((match) => {
    const [, name = '', given] = match;
    if (!isEnvName(name)) return [];
    const start = match.index + '${localEnv:'.length;
    const text = given === undefined ? undefined : defaultText(name, given.slice(1));
    return [
      {
        kind: 'envRead' as const,
        name,
        accessor: 'localEnv',
        presence: text === undefined ? ('passed' as const) : ('default' as const),
        ...(text !== undefined && { default: text }),
        range: parsed.range(start, start + name.length),
      },
    ];
  });
}
