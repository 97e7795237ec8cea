import type { DependencyFact, Fact } from '../../../model/facts';
import { at, type Data, entriesOf, type Parsed, textOf, textsOf } from '../../data/data';
import { parseJson } from '../../data/parse-json';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { redactText } from '../../redact';
import { FILE_START } from '../../text-index';
import { recordOf } from '../record-of';
import { moduleAliases } from './module-aliases';

const GROUPS: Readonly<Record<string, DependencyFact['group']>> = {
  dependencies: 'runtime',
  devDependencies: 'dev',
  peerDependencies: 'peer',
  optionalDependencies: 'optional',
};

/** npm's manifest. `overrides` and `resolutions` ask for nothing by themselves and are left out. */
export const packageJsonReader: Reader = {
  id: 'package.json',
  endings: ['json'],
  matches: (path) => baseName(path) === 'package.json',
  read(file) {
    const parsed = parseJson('package.json', file.text);
    const root = parsed.roots[0];
    if (root?.t !== 'map') return { facts: [], problems: parsed.problems };
    const facts: Fact[] = [manifest(parsed, root)];
    for (const { key, value } of root.entries) {
      const group = Object.hasOwn(GROUPS, key) ? GROUPS[key] : undefined;
      if (group !== undefined) facts.push(...dependencies(parsed, value, group));
    }
    facts.push(...moduleAliases(parsed, at(root, 'imports')), ...proxy(parsed, root));
    return { facts, problems: parsed.problems };
  },
};

function manifest(parsed: Parsed, root: Data): Fact {
  const nameNode = at(root, 'name');
  const name = textOf(nameNode);
  const members = at(root, 'workspaces');
  const workspaces = textsOf(members?.t === 'map' ? at(members, 'packages') : members);
  const scripts = recordOf(at(root, 'scripts'));
  const places = entriesOf(at(root, 'scripts')).map((entry) => [entry.key, parsed.range(entry.keyStart, entry.keyEnd)]);
  const catalogs = catalogsOf(members?.t === 'map' ? members : root);
  return {
    kind: 'manifest',
    ecosystem: 'npm',
    range: nameNode === undefined ? FILE_START : parsed.range(nameNode.start, nameNode.end),
    ...(name !== undefined && { name }),
    ...(workspaces.length > 0 && { workspaces }),
    ...(scripts && { scripts, scriptRanges: Object.fromEntries(places) }),
    ...(catalogs && { catalogs }),
  };
}

function dependencies(parsed: Parsed, section: Data, group: DependencyFact['group']): readonly DependencyFact[] {
  return entriesOf(section).flatMap((entry) => {
    if (entry.value.t !== 'scalar' || entry.key === '') return [];
    return [
      {
        kind: 'dependency' as const,
        ecosystem: 'npm' as const,
        name: entry.key,
        version: redactText(entry.value.text),
        group,
        range: parsed.range(entry.keyStart, entry.keyEnd),
      },
    ];
  });
}

/** Create React App's development server hands on what it does not know itself. */
function proxy(parsed: Parsed, root: Data): readonly Fact[] {
  const entry = entriesOf(root).find(({ key }) => key === 'proxy');
  const target = textOf(entry?.value);
  const isCreated = ['dependencies', 'devDependencies'].some((group) => at(root, group, 'react-scripts') !== undefined);
  if (entry === undefined || target === undefined || target === '' || !isCreated) return [];
  return [
    {
      kind: 'setting',
      system: 'other',
      path: 'proxy',
      value: { t: 'string', v: redactText(target) },
      range: parsed.range(entry.keyStart, entry.keyEnd),
    },
  ];
}

/** The versions that pnpm, bun and yarn keep in one place: `catalog` is the unnamed one, `catalogs` the named ones. */
export function catalogsOf(
  root: Data | undefined,
): Readonly<Record<string, Readonly<Record<string, string>>>> | undefined {
  const unnamed = recordOf(at(root, 'catalog'));
  const named = entriesOf(at(root, 'catalogs')).flatMap((entry) => {
    const versions = recordOf(entry.value);
    return versions === undefined ? [] : [[entry.key, versions] as const];
  });
  const all = [...(unnamed === undefined ? [] : [['default', unnamed] as const]), ...named];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}
