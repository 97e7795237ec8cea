import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, type Parsed, textOf, walk } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { distinctFacts } from '../distinct-facts';
import { envDeclarations } from '../env-facts';

const ENV_KEY = /^(env|envs|extraEnv|extraEnvVars|envVars|environment|secretEnv)$/;

/** Values of a Helm chart: images that are given in parts, and environments. */
export const helmValuesReader: Reader = {
  id: 'helm-values',
  endings: ['yaml', 'yml'],
  matches: (path) => /^values([-_.][\w-]+)?\.ya?ml$/i.test(baseName(path)),
  read(file) {
    if (!/\brepository:/.test(file.text) && !/(^|\/)(charts?|helm)\//i.test(file.path)) return { facts: [] };
    const parsed = parseYaml(baseName(file.path), file.text);
    const facts: Fact[] = [];
    for (const root of parsed.roots) {
      walk(root, (data) => {
        for (const { key, value } of entriesOf(data)) {
          if (/image$/i.test(key)) facts.push(...imageFact(parsed, value));
          if (ENV_KEY.test(key)) facts.push(...envDeclarations(parsed, upperCaseOnly(value), 'kubernetes'));
        }
      });
    }
    return { facts: distinctFacts(facts), problems: parsed.problems };
  },
};

/** Below `env` charts keep options as well; variables are in capitals. */
function upperCaseOnly(data: Data): Data {
  if (data.t !== 'map') return data;
  return { ...data, entries: data.entries.filter((entry) => /^[A-Z][A-Z0-9_]*$/.test(entry.key)) };
}

function imageFact(parsed: Parsed, image: Data): readonly Fact[] {
  const repository = at(image, 'repository');
  const name = textOf(repository);
  if (repository === undefined || name === undefined) return [];
  const registry = textOf(at(image, 'registry'));
  const tag = textOf(at(image, 'tag'));
  return [
    {
      kind: 'image',
      image: `${registry === undefined ? '' : `${registry}/`}${name}${tag === undefined ? '' : `:${tag}`}`,
      source: 'kubernetes',
      range: parsed.range(repository.start, repository.end),
    },
  ];
}
