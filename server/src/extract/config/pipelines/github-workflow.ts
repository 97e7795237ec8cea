import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf, walk } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { shortText } from '../../short-text';
import { FILE_START } from '../../text-index';
import { distinctFacts } from '../distinct-facts';
import { declaration, envDeclarations } from '../env-facts';
import { shellReads } from '../tools/shell-script';
import { deployCommands } from './deploy-commands';
import { envFileDeclarations } from './github-env-file';
import { githubTriggers } from './github-triggers';
import { registryFacts } from './registries';

const WORKFLOW = /(^|\/)\.(github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(^|\/)action\.ya?ml$/;
const EXPRESSION = /\$\{\{(?:(?!\}\}).){1,500}\}\}/g;
/** `secrets.X`, `vars["X"]`; not `needs.vars.outputs`, where the word names a job. */
const STORED = /(?<![\w.-])(secrets|vars)(?:\.|\[\s?['"])([A-Za-z_][A-Za-z0-9_]*)/g;

/** GitHub's workflows and composite actions; Gitea and Forgejo read the same language. */
export const githubWorkflowReader: Reader = {
  id: 'github-workflow',
  endings: ['yaml', 'yml'],
  matches: (path) => WORKFLOW.test(path) || ACTION.test(path),
  read(file) {
    const parsed = parseYaml(baseName(file.path), file.text);
    const root = parsed.roots[0];
    const isWorkflow = WORKFLOW.test(file.path);
    if (root === undefined || (!isWorkflow && at(root, 'runs') === undefined)) {
      return { facts: [], problems: parsed.problems };
    }
    const facts: Fact[] = isWorkflow ? [workflow(parsed, root, file.path)] : [];
    if (isWorkflow) facts.push(...calledWith(parsed, root));
    walk(root, (data) => {
      if (data.t === 'map')
        facts.push(
          ...mapFacts(parsed, data),
          ...registryFacts(parsed, data),
          ...envFileDeclarations(parsed, data),
          ...scriptReads(parsed, data),
        );
      if (data.t === 'scalar') facts.push(...storedNames(parsed, data.start, data.end));
    });
    for (const job of entriesOf(at(root, 'jobs'))) facts.push(...jobImages(parsed, job.value));
    return { facts: distinctFacts(facts), problems: parsed.problems };
  },
};

function workflow(parsed: Parsed, root: Data, path: string): Fact {
  const nameNode = at(root, 'name');
  const name = textOf(nameNode);
  const commands = deployCommands(
    entriesOf(at(root, 'jobs')).flatMap((job) =>
      itemsOf(at(job.value, 'steps')).flatMap((step) => textOf(at(step, 'run')) ?? []),
    ),
  );
  return {
    kind: 'workflow',
    system: `${/\.(github|gitea|forgejo)\//.exec(path)?.[1] ?? 'github'}-actions`,
    ...(name !== undefined && { name: shortText(name) }),
    triggers: githubTriggers(at(root, 'on')),
    jobs: entriesOf(at(root, 'jobs')).map((job) => job.key),
    ...(commands.length > 0 && { commands }),
    range: nameNode === undefined ? FILE_START : parsed.range(nameNode.start, nameNode.end),
  };
}

/** What a step's script asks of its environment: `${X:?}`, `[ -z "$X" ]`. GitHub's own variables are left out. */
function scriptReads(parsed: Parsed, step: Data): readonly Fact[] {
  const run = at(step, 'run');
  if (
    run?.t !== 'scalar' ||
    !/\$/.test(run.text) ||
    /^(?:pwsh|powershell|python|node)/.test(textOf(at(step, 'shell')) ?? '')
  )
    return [];
  const { line, column } = parsed.range(run.start, run.start);
  const place = (at: number, row: number): number => (row === 0 ? at + column : at);
  return shellReads(
    parsed.text.slice(run.start, run.end).replace(/\$\{\{[^}\n]*\}\}/g, (hole) => ' '.repeat(hole.length)),
  )
    .filter(({ name }) => !/^(?:GITHUB|RUNNER|CI|ACTIONS)(?:_|$)/.test(name))
    .map(({ range, ...fact }) => ({
      ...fact,
      range: {
        line: range.line + line,
        column: place(range.column, range.line),
        endLine: range.endLine + line,
        endColumn: place(range.endColumn, range.endLine),
      },
    }));
}

/** What any map of a workflow may hold: `uses` of a step or a job, and `env` at every level. */
function mapFacts(parsed: Parsed, data: Data): readonly Fact[] {
  const facts: Fact[] = [];
  const node = at(data, 'uses');
  const uses = textOf(node);
  if (node !== undefined && uses !== undefined && !uses.startsWith('.')) {
    const range = parsed.range(node.start, node.end);
    if (uses.startsWith('docker://')) {
      facts.push({ kind: 'image', image: uses.slice('docker://'.length), source: 'workflow', range });
    } else facts.push({ kind: 'action', uses, range });
  }
  const condition = at(data, 'if');
  if (condition?.t === 'scalar' && !condition.text.includes('${{')) {
    facts.push(...storedIn(parsed, parsed.text.slice(condition.start, condition.end), condition.start));
  }
  const env = at(data, 'env');
  if (env?.t === 'map') facts.push(...envDeclarations(parsed, env, 'workflow'));
  return facts;
}

function jobImages(parsed: Parsed, job: Data): readonly Fact[] {
  const container = at(job, 'container');
  return [
    ...imageFact(parsed, container),
    ...entriesOf(at(job, 'services')).flatMap((service) => imageFact(parsed, service.value, service.key)),
  ];
}

/** `container: node:20`, or a map with `image` and `ports`. */
function imageFact(parsed: Parsed, container: Data | undefined, service?: string): readonly Fact[] {
  const node = container?.t === 'map' ? at(container, 'image') : container;
  const image = textOf(node);
  if (node === undefined || image === undefined || image.includes('${{')) return [];
  const ports = itemsOf(at(container, 'ports')).flatMap((port) => textOf(port) ?? []);
  return [
    {
      kind: 'image',
      image,
      source: 'workflow',
      ...(service !== undefined && { service }),
      ...(ports.length > 0 && { ports }),
      range: parsed.range(node.start, node.end),
    },
  ];
}

/** `${{ secrets.X }}` and `${{ vars.X }}`: names that the repository's settings are asked for. */
function storedNames(parsed: Parsed, start: number, end: number): readonly Fact[] {
  const slice = parsed.text.slice(start, end);
  if (!slice.includes('${{')) return [];
  return [...slice.matchAll(EXPRESSION)].flatMap(({ 0: written, index }) => storedIn(parsed, written, start + index));
}

/** The names in one expression; a condition is one without the braces. */
function storedIn(parsed: Parsed, expression: string, start: number): readonly Fact[] {
  return [...expression.matchAll(STORED)].flatMap((match) => {
    const [all, store = '', name = ''] = match;
    const to = start + match.index + all.length;
    return declaration(parsed, 'workflow', name, to - name.length, to, true, store === 'secrets');
  });
}

/** A reusable workflow: the secrets that it asks its callers for, and those that a job hands to another one. */
function calledWith(parsed: Parsed, root: Data): readonly Fact[] {
  const asked = entriesOf(at(root, 'on', 'workflow_call', 'secrets'));
  const handed = entriesOf(at(root, 'jobs')).flatMap((job) => entriesOf(at(job.value, 'secrets')));
  return [...asked, ...handed].flatMap(({ key, keyStart, keyEnd }) =>
    declaration(parsed, 'workflow', key, keyStart, keyEnd, true, true),
  );
}
