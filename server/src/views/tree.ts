import { groupBy } from '../index/order';
import { type Category, type Evidence, type Integration, STATUSES } from '../model/integration';
import type { EnvDeclaration, EnvRead, EnvVariable, Snapshot, Unrecognised } from '../model/workspace';
import { categoryIcon, statusWord } from './icons';
import { madeOnce } from './made-once';
import type { TreeNode } from './tree-node';
import { count, requirementWords } from './words';

/** The sidebar's rows for one workspace folder. A section that has nothing to say is left out. */
export function treeOf(snapshot: Snapshot): readonly TreeNode[] {
  const { categories } = snapshot;
  const services = snapshot.integrations.filter(({ type }) => type === 'service');
  const libraries = snapshot.integrations.filter(({ type }) => type === 'library');
  return [
    section('services', 'Services', 'cloud', categoryNodes('services', services, categories), services.length, true),
    section('libraries', 'Libraries', 'library', categoryNodes('libraries', libraries, categories), libraries.length),
    section('env', 'Environment variables', 'symbol-variable', variableNodes(snapshot), snapshot.env.length),
    section('notDetected', 'Not detected', 'circle-slash', notDetectedNodes(snapshot), snapshot.notDetected.length),
    section('unrecognised', 'Unrecognised', 'question', unrecognisedNodes(snapshot), snapshot.unrecognised.length),
    section('problems', 'Problems', 'warning', problemNodes(snapshot), snapshot.problems.length),
  ].filter((node) => (node.children?.length ?? 0) > 0);
}

function section(
  id: string,
  label: string,
  icon: string,
  children: readonly TreeNode[],
  count: number,
  expanded = false,
): TreeNode {
  return { id, label, icon, kind: 'section', description: String(count), expanded, children };
}

function categoryNodes(
  parent: string,
  integrations: readonly Integration[],
  categories: readonly Category[],
): readonly TreeNode[] {
  return categories.flatMap((category): TreeNode[] => {
    const members = integrations.filter((integration) => integration.category === category.id);
    if (members.length === 0) return [];
    const id = `${parent}/${category.id}`;
    return [
      {
        id,
        label: category.title,
        description: String(members.length),
        icon: categoryIcon(category.id),
        kind: 'category',
        expanded: parent === 'services',
        children: members.map((integration) => integrationNode(id, integration)),
      },
    ];
  });
}

const integrationNode = madeOnce((parent: string, integration: Integration): TreeNode => {
  const id = `${parent}/${integration.id}`;
  const first = integration.packages.find((use) => use.commentedOut !== true) ?? integration.packages[0];
  const version = first === undefined ? '' : `${first.name} ${first.resolved ?? first.version}`.trim();
  return {
    id,
    label: integration.name,
    description: [version, integration.status === 'called' ? '' : statusWord(integration.status)]
      .filter((text) => text !== '')
      .join(' · '),
    tooltip: integrationTooltip(integration),
    icon: categoryIcon(integration.category),
    kind: 'integration',
    copy: first?.name ?? integration.name,
    ...(integration.docs !== undefined && { docs: integration.docs }),
    children: byWorth(integration.evidence).map((evidence) => evidenceNode(id, evidence)),
  };
});

function integrationTooltip(integration: Integration): string {
  const lines = [
    `**${integration.name}**: ${integration.purpose}`,
    `Status: ${statusWord(integration.status)}, in ${integration.applications.join(', ')}`,
    ...(integration.env.length > 0 ? [`Variables: ${integration.env.map((name) => `\`${name}\``).join(', ')}`] : []),
  ];
  return lines.join('\n\n');
}

const EVIDENCE_ICONS: Readonly<Record<Evidence['kind'], string>> = {
  dependency: 'package',
  import: 'symbol-namespace',
  call: 'symbol-method',
  env: 'symbol-variable',
  url: 'globe',
  image: 'server',
  action: 'play',
  setting: 'settings-gear',
  config: 'file-code',
  workflow: 'play-circle',
};

const WORTH: readonly Evidence['kind'][] = [
  'call',
  'url',
  'import',
  'setting',
  'config',
  'image',
  'action',
  'workflow',
  'env',
  'dependency',
];

/** What a reader wants to see first: use before configuration before declaration. */
function byWorth(evidence: readonly Evidence[]): readonly Evidence[] {
  const groups = groupBy(evidence, ({ status, kind }) => STATUSES.indexOf(status) * WORTH.length + WORTH.indexOf(kind));
  return [...groups].sort(([a], [b]) => a - b).flatMap(([, group]) => group);
}

/** The row is narrow: the file's name is enough, the tooltip has its whole path. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const evidenceNode = madeOnce((parent: string, evidence: Evidence): TreeNode => {
  const note =
    evidence.status === 'test-only' || evidence.status === 'commented-out' ? `${statusWord(evidence.status)} · ` : '';
  return {
    id: `${parent}/${evidence.kind}:${evidence.path}:${evidence.line}`,
    label: evidence.text,
    description: `${note}${baseName(evidence.path)}:${evidence.line + 1}`,
    tooltip: `${evidence.text}\n\n${evidence.kind}${evidence.scope === undefined ? '' : ` in \`${evidence.scope}\``}, ${evidence.path}:${evidence.line + 1}`,
    icon: EVIDENCE_ICONS[evidence.kind],
    kind: 'evidence',
    location: { path: evidence.path, line: evidence.line, column: evidence.column, endColumn: evidence.endColumn },
  };
});

function variableNodes({ env, integrations }: Snapshot): readonly TreeNode[] {
  const names = new Map(integrations.map(({ id, name }) => [id, name]));
  // An integration that the project leaves out is told by its id.
  return env.map((variable) =>
    variableNode(variable.integrations.map((id) => names.get(id) ?? id).join(' · '), variable),
  );
}

const variableNode = madeOnce((services: string, variable: EnvVariable): TreeNode => {
  const id = `env/${variable.name}`;
  return {
    id,
    label: variable.name,
    copy: variable.name,
    description: [requirementWords(variable), services].filter((text) => text !== '').join(' · '),
    ...(variable.purpose !== undefined && { tooltip: variable.purpose }),
    icon: variable.required === true ? 'symbol-variable' : 'symbol-constant',
    kind: 'variable',
    children: [
      ...variable.reads.map((read) =>
        placeNode(id, 'read', read, `read by ${read.accessor}${read.test ? ' (test)' : ''}`),
      ),
      ...variable.declarations.map((declaration) =>
        placeNode(
          id,
          'declaration',
          declaration,
          declaration.commentedOut ? 'declared, commented out' : `declared (${declaration.source})`,
        ),
      ),
    ],
  };
});

function placeNode(
  parent: string,
  kind: 'read' | 'declaration',
  place: EnvRead | EnvDeclaration,
  label: string,
): TreeNode {
  return {
    id: `${parent}/${kind}:${place.path}:${place.line}:${place.column}`,
    label,
    description: `${baseName(place.path)}:${place.line + 1}`,
    tooltip: `${place.path}:${place.line + 1}`,
    icon: kind === 'read' ? 'arrow-small-left' : 'symbol-key',
    kind,
    location: { path: place.path, line: place.line, column: place.column, endColumn: place.endColumn },
  };
}

function notDetectedNodes(snapshot: Snapshot): readonly TreeNode[] {
  return snapshot.notDetected.map(({ category, title, rules }) => ({
    id: `notDetected/${category}`,
    label: title,
    description: `${rules} ${rules === 1 ? 'rule' : 'rules'}, ${snapshot.stats.files} files`,
    icon: 'circle-slash',
    kind: 'notDetected',
  }));
}

/** What lies outside and is in no entry of the catalog. */
function unrecognisedNodes(snapshot: Snapshot): readonly TreeNode[] {
  return snapshot.unrecognised.map((one) => unrecognisedNode('unrecognised', one));
}

const unrecognisedNode = madeOnce((parent: string, { kind, name, places }: Unrecognised): TreeNode => {
  const id = `${parent}/${kind}:${name}`;
  return {
    id,
    label: name,
    copy: name,
    description: `${kind}, ${count(places.length, 'place')}`,
    tooltip: `The catalog knows no service of this ${kind}. One of your own can be defined in \`.integration-atlas.json\`.`,
    icon: kind === 'host' ? 'globe' : 'package',
    kind: 'unrecognised',
    children: places.map(({ path, line, scope }) => ({
      id: `${id}/${path}:${line}`,
      label: scope ?? baseName(path),
      description: `${baseName(path)}:${line + 1}`,
      tooltip: `${path}:${line + 1}`,
      icon: 'symbol-method',
      kind: 'evidence',
      location: { path, line, column: 0, endColumn: 0 },
    })),
  };
});

function problemNodes(snapshot: Snapshot): readonly TreeNode[] {
  return snapshot.problems.map(({ path, message, line }, index) => ({
    id: `problems/${path}:${line ?? 0}:${index}`,
    label: path,
    description: message,
    tooltip: message,
    icon: 'warning',
    kind: 'problem',
    location: { path, line: line ?? 0, column: 0, endColumn: 0 },
  }));
}
