import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf } from '../../data/data';
import { declaration, envDeclarations } from '../env-facts';
import { hostingReader } from './hosting-reader';

/** AWS CodeBuild: variables of its own, and those that it takes from stores. */
export const buildspecReader = hostingReader('buildspec', /(^|\/)buildspec([-_.][\w-]+)?\.ya?ml$/, (root, parsed) => ({
  name: 'buildspec.yml',
  details: {},
  facts: [
    ...envDeclarations(parsed, at(root, 'env', 'variables'), 'hosting'),
    ...secretsIn(parsed, at(root, 'env', 'parameter-store')),
    ...secretsIn(parsed, at(root, 'env', 'secrets-manager')),
  ],
}));

/** AWS App Runner. */
export const appRunnerReader = hostingReader('apprunner', /(^|\/)apprunner\.ya?ml$/, (root, parsed) => ({
  name: 'apprunner.yaml',
  details: {},
  facts: ['build', 'run'].flatMap((part) => [
    ...envDeclarations(parsed, at(root, part, 'env'), 'hosting'),
    ...namedSecrets(parsed, at(root, part, 'secrets')),
  ]),
}));

/** Task definitions of Amazon ECS. */
export const taskDefinitionReader = hostingReader(
  'task-definition',
  /(^|\/)[\w.-]*task-?def(?:inition)?s?[\w.-]*\.json$/i,
  (root, parsed) => {
    const containers = itemsOf(at(root, 'containerDefinitions') ?? at(root, 'taskDefinition', 'containerDefinitions'));
    if (containers.length === 0) return undefined;
    return {
      name: 'task-definition.json',
      details: {},
      facts: containers.flatMap((container) => [
        ...envDeclarations(parsed, at(container, 'environment'), 'hosting'),
        ...namedSecrets(parsed, at(container, 'secrets')),
      ]),
    };
  },
);

function secretsIn(parsed: Parsed, data: Data | undefined): readonly Fact[] {
  return entriesOf(data).flatMap(({ key, keyStart, keyEnd }) =>
    declaration(parsed, 'hosting', key, keyStart, keyEnd, true, true),
  );
}

function namedSecrets(parsed: Parsed, list: Data | undefined): readonly Fact[] {
  return itemsOf(list).flatMap((item) => {
    const name = at(item, 'name');
    return name === undefined
      ? []
      : declaration(parsed, 'hosting', textOf(name) ?? '', name.start, name.end, true, true);
  });
}
