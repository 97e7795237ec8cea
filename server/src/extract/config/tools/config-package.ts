import type { EnvReadFact } from '../../../model/facts';
import { at, type Data, entriesOf, type Parsed, textOf } from '../../data/data';
import { parseJson } from '../../data/parse-json';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { isEnvName } from '../env-facts';

const DEEPEST = 12;

/** The file that tells the npm package `config` which variables stand in for which settings, where they are set. */
export const configPackageReader: Reader = {
  id: 'custom-environment-variables',
  endings: ['json', 'json5', 'yaml', 'yml'],
  matches: (path) => /(^|\/)custom-environment-variables\.(json5?|ya?ml)$/.test(path),
  read({ path, text }) {
    const name = baseName(path);
    const parsed = /\.ya?ml$/.test(name) ? parseYaml(name, text) : parseJson(name, text, true);
    const root = parsed.roots[0];
    return { facts: root === undefined ? [] : readsIn(parsed, root, ''), problems: parsed.problems };
  },
};

function readsIn(parsed: Parsed, data: Data, setting: string, depth = 0): readonly EnvReadFact[] {
  if (data.t === 'map') {
    const named = at(data, '__name');
    if (named !== undefined) return readAt(parsed, named, setting, textOf(at(data, '__format')));
    if (depth > DEEPEST) return [];
    return entriesOf(data).flatMap(({ key, value }) =>
      readsIn(parsed, value, setting === '' ? key : `${setting}.${key}`, depth + 1),
    );
  }
  return readAt(parsed, data, setting, undefined);
}

function readAt(parsed: Parsed, data: Data, setting: string, format: string | undefined): readonly EnvReadFact[] {
  const name = textOf(data);
  if (name === undefined || setting === '' || !isEnvName(name)) return [];
  return [
    {
      kind: 'envRead',
      name,
      accessor: 'config',
      presence: 'guarded',
      boundTo: setting,
      range: parsed.range(data.start, data.end),
      ...(format !== undefined && { cast: format === 'boolean' ? 'bool' : format }),
    },
  ];
}
