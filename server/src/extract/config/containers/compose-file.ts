import type { ConfigFileFact, Fact, ImageFact } from '../../../model/facts';
import { at, type Data, type Entry, entriesOf, itemsOf, type Parsed, textOf, textsOf, walk } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { redactText } from '../../redact';
import { configFile, listed } from '../config-file';
import { distinctFacts } from '../distinct-facts';
import { envDeclarations, interpolationReads, isEnvName } from '../env-facts';
import { withDefaults } from '../interpolations';
import { withoutValues } from './without-values';

/** Compose files: images, ports, what containers are given and what is asked of the environment. */
export const composeReader: Reader = {
  id: 'compose',
  endings: ['yaml', 'yml'],
  matches: (path) => /^(docker-)?compose([-_.][\w.-]+)?\.ya?ml$/i.test(baseName(path)),
  read(file) {
    const parsed = parseYaml(baseName(file.path), file.text);
    const facts: Fact[] = [];
    const services: string[] = [];
    const envFiles: string[] = [];
    const commands: Command[] = [];
    for (const root of parsed.roots) {
      for (const service of servicesOf(root)) {
        services.push(service.key);
        envFiles.push(...envFilesOf(service.value));
        facts.push(...serviceFacts(parsed, service));
        commands.push(...commandsOf(parsed, service.value));
      }
      for (const key of ['secrets', 'configs']) facts.push(...fromEnvironment(parsed, at(root, key)));
      walk(root, (data) => {
        if (data.t === 'scalar') facts.push(...interpolationReads(parsed, data.start, data.end, 'docker-compose'));
      });
    }
    const details = { services: listed(services), 'env files': listed(envFiles) };
    return {
      facts: [
        { ...configFile(file.path, details, 'docker-compose.yml'), ...(commands.length > 0 && { commands }) },
        ...distinctFacts(facts),
      ],
      problems: parsed.problems,
    };
  },
};

/** `secrets: { key: { environment: "KEY" } }`: a file in the container, filled from a variable. */
function fromEnvironment(parsed: Parsed, secrets: Data | undefined): readonly Fact[] {
  return entriesOf(secrets).flatMap(({ value }): readonly Fact[] => {
    const node = at(value, 'environment');
    const name = textOf(node);
    if (node === undefined || name === undefined || !isEnvName(name)) return [];
    const range = parsed.range(node.start, node.end);
    return [{ kind: 'envRead', name, accessor: 'docker-compose', presence: 'raises', range }];
  });
}

/** In the oldest form services stand at the top. */
function servicesOf(root: Data): readonly Entry[] {
  const services = at(root, 'services');
  if (services !== undefined) return entriesOf(services);
  return entriesOf(root).filter(({ value }) => at(value, 'image') !== undefined || at(value, 'build') !== undefined);
}

function serviceFacts(parsed: Parsed, service: Entry): readonly Fact[] {
  const build = at(service.value, 'build');
  return [
    ...imageFact(parsed, service),
    ...envDeclarations(parsed, at(service.value, 'environment'), 'compose'),
    ...envDeclarations(parsed, at(build, 'args'), 'compose'),
  ];
}

type Command = NonNullable<ConfigFileFact['commands']>[number];

/** What a service starts: `celery -A app flower`, as a text or as a list of its words. */
function commandsOf(parsed: Parsed, service: Data): readonly Command[] {
  return ['entrypoint', 'command'].flatMap((key) => {
    const node = at(service, key);
    const line = textOf(node) ?? textsOf(node).join(' ');
    if (node === undefined || line === '') return [];
    return [{ line: redactText(withoutValues(line)), range: parsed.range(node.start, node.end) }];
  });
}

function imageFact(parsed: Parsed, service: Entry): readonly ImageFact[] {
  const node = at(service.value, 'image');
  const image = textOf(node);
  if (node === undefined || image === undefined) return [];
  const ports = itemsOf(at(service.value, 'ports')).flatMap((port) => portOf(port) ?? []);
  const envFiles = at(service.value, 'build') === undefined ? envFilesOf(service.value) : [];
  return [
    {
      kind: 'image',
      image: withDefaults(image, (written) => written),
      source: 'compose',
      service: service.key,
      ...(ports.length > 0 && { ports }),
      ...(envFiles.length > 0 && { envFiles }),
      range: parsed.range(node.start, node.end),
    },
  ];
}

function portOf(port: Data): string | undefined {
  if (port.t !== 'map') return withDefaults(textOf(port) ?? '', (written) => written) || undefined;
  const target = textOf(at(port, 'target'));
  const published = textOf(at(port, 'published'));
  return published === undefined || target === undefined ? target : `${published}:${target}`;
}

function envFilesOf(service: Data): readonly string[] {
  return itemsOf(at(service, 'env_file')).flatMap((file) => textOf(file) ?? textsOf(at(file, 'path')));
}
