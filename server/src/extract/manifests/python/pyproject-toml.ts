import type { DependencyFact, Fact } from '../../../model/facts';
import { at, type Data, entriesOf, type Parsed, textOf, textsOf } from '../../data/data';
import { parseToml } from '../../data/parse-toml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { recordOf } from '../record-of';
import { commentedRequirements } from './commented-toml';
import { dependencyTable, groupFor, requirementList } from './python-dependency';

/** Python's manifest in all its dialects: PEP 621, PEP 735, Poetry, uv, PDM, Hatch. */
export const pyprojectReader: Reader = {
  id: 'pyproject.toml',
  endings: ['toml'],
  matches: (path) => baseName(path) === 'pyproject.toml',
  read(file) {
    const parsed = parseToml('pyproject.toml', file.text);
    const root = parsed.roots[0];
    if (root === undefined) return { facts: [], problems: parsed.problems };
    const dependencies = [
      ...standard(parsed, root),
      ...poetry(parsed, at(root, 'tool', 'poetry')),
      ...tools(parsed, at(root, 'tool')),
      ...commentedRequirements(file.text),
    ];
    return { facts: [...manifest(parsed, root), ...dependencies], problems: parsed.problems };
  },
};

/** A file that only configures tools (ruff, pytest) is no manifest. */
function manifest(parsed: Parsed, root: Data): readonly Fact[] {
  const poetryTable = at(root, 'tool', 'poetry');
  const project = at(root, 'project');
  const known = [project, poetryTable, at(root, 'dependency-groups'), at(root, 'tool', 'uv', 'workspace')];
  if (known.every((table) => table === undefined)) return [];
  const nameNode = at(project, 'name') ?? at(poetryTable, 'name');
  const name = textOf(nameNode);
  const scripts = { ...recordOf(at(poetryTable, 'scripts')), ...recordOf(at(project, 'scripts')) };
  const workspaces = textsOf(at(root, 'tool', 'uv', 'workspace', 'members'));
  const includes = textsOf(at(root, 'tool', 'setuptools', 'dynamic', 'dependencies', 'file'));
  return [
    {
      kind: 'manifest',
      ecosystem: 'pypi',
      range: nameNode === undefined ? FILE_START : parsed.range(nameNode.start, nameNode.end),
      ...(name !== undefined && { name }),
      ...(workspaces.length > 0 && { workspaces }),
      ...(Object.keys(scripts).length > 0 && { scripts }),
      ...(includes.length > 0 && { includes }),
    },
  ];
}

function standard(parsed: Parsed, root: Data): readonly DependencyFact[] {
  return [
    ...requirementList(parsed, at(root, 'build-system', 'requires'), 'build'),
    ...requirementList(parsed, at(root, 'project', 'dependencies'), 'runtime'),
    ...entriesOf(at(root, 'project', 'optional-dependencies')).flatMap((entry) =>
      requirementList(parsed, entry.value, groupFor(entry.key, 'optional')),
    ),
    ...entriesOf(at(root, 'dependency-groups')).flatMap((entry) =>
      requirementList(parsed, entry.value, groupFor(entry.key, 'runtime')),
    ),
  ];
}

function poetry(parsed: Parsed, table: Data | undefined): readonly DependencyFact[] {
  return [
    ...dependencyTable(parsed, at(table, 'dependencies'), 'runtime'),
    ...dependencyTable(parsed, at(table, 'dev-dependencies'), 'dev'),
    ...entriesOf(at(table, 'group')).flatMap((entry) => {
      const optional = textOf(at(entry.value, 'optional')) === 'true';
      const group = groupFor(entry.key, optional ? 'optional' : 'runtime');
      return dependencyTable(parsed, at(entry.value, 'dependencies'), group);
    }),
  ];
}

function tools(parsed: Parsed, tool: Data | undefined): readonly DependencyFact[] {
  return [
    ...requirementList(parsed, at(tool, 'uv', 'dev-dependencies'), 'dev'),
    ...entriesOf(at(tool, 'pdm', 'dev-dependencies')).flatMap((entry) => requirementList(parsed, entry.value, 'dev')),
    ...entriesOf(at(tool, 'hatch', 'envs')).flatMap((entry) => [
      ...requirementList(parsed, at(entry.value, 'dependencies'), 'dev'),
      ...requirementList(parsed, at(entry.value, 'extra-dependencies'), 'dev'),
    ]),
  ];
}
