import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf, textsOf, walk } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { distinctFacts } from '../distinct-facts';
import { declaration, envDeclarations, isEnvName } from '../env-facts';
import { deployCommands } from './deploy-commands';

interface Pipeline {
  readonly system: string;
  readonly file: RegExp;
  readonly triggers: (root: Data) => readonly string[];
  readonly jobs: (root: Data) => readonly string[];
}

const PIPELINES: readonly Pipeline[] = [
  {
    system: 'circleci',
    file: /(^|\/)\.circleci\/config\.ya?ml$/,
    triggers: (root) => [
      'push',
      ...entriesOf(at(root, 'workflows')).flatMap(({ value }) =>
        itemsOf(at(value, 'triggers')).flatMap((trigger) => cron(at(trigger, 'schedule', 'cron'))),
      ),
    ],
    jobs: (root) => entriesOf(at(root, 'jobs')).map((job) => job.key),
  },
  {
    system: 'azure-pipelines',
    file: /(^|\/)\.?azure-pipelines?([-_.][\w-]+)?\.ya?ml$/i,
    triggers: (root) => [
      ...branchTriggers('push', at(root, 'trigger')),
      ...branchTriggers('pull request', at(root, 'pr')),
      ...itemsOf(at(root, 'schedules')).flatMap((schedule) => cron(at(schedule, 'cron'))),
    ],
    jobs: (root) => [
      ...named(at(root, 'jobs'), 'job', 'deployment'),
      ...itemsOf(at(root, 'stages')).flatMap((stage) => named(at(stage, 'jobs'), 'job', 'deployment')),
    ],
  },
  {
    system: 'bitbucket-pipelines',
    file: /(^|\/)bitbucket-pipelines\.ya?ml$/,
    triggers: (root) =>
      entriesOf(at(root, 'pipelines')).flatMap(({ key, value }) => {
        if (value.t !== 'map') return [key === 'default' ? 'push' : key];
        return [
          `${key} (${entriesOf(value)
            .map((entry) => entry.key)
            .join(', ')})`,
        ];
      }),
    jobs: (root) => {
      const steps: string[] = [];
      walk(root, (data) =>
        steps.push(...(textOf(at(data, 'step', 'name')) === undefined ? [] : [textOf(at(data, 'step', 'name')) ?? ''])),
      );
      return [...new Set(steps)];
    },
  },
  presence('travis-ci', /(^|\/)\.travis\.ya?ml$/),
  presence('drone', /(^|\/)\.drone\.ya?ml$/),
  presence('woodpecker', /(^|\/)\.woodpecker(\.ya?ml|\/[^/]+\.ya?ml)$/),
  presence('buildkite', /(^|\/)\.buildkite\/[^/]+\.ya?ml$/),
  presence('appveyor', /(^|\/)\.?appveyor\.ya?ml$/),
  presence('semaphore', /(^|\/)\.semaphore\/[^/]+\.ya?ml$/),
  presence('codemagic', /(^|\/)codemagic\.ya?ml$/),
];

/** Pipelines of other systems than GitHub's and GitLab's. */
export const otherPipelinesReader: Reader = {
  id: 'pipelines',
  endings: ['yaml', 'yml'],
  matches: (path) => PIPELINES.some((pipeline) => pipeline.file.test(path)),
  read(file) {
    const pipeline = PIPELINES.find((candidate) => candidate.file.test(file.path));
    const parsed = parseYaml(baseName(file.path), file.text);
    const root = parsed.roots[0];
    if (pipeline === undefined || root === undefined) return { facts: [], problems: parsed.problems };
    const facts: Fact[] = [];
    const scripts: string[] = [];
    walk(root, (data) => {
      facts.push(...mapFacts(parsed, data));
      if (data.t === 'map') scripts.push(...scriptsOf(data));
    });
    if (pipeline.system === 'azure-pipelines') facts.push(...azureReads(parsed));
    const commands = deployCommands(scripts);
    const workflow: Fact = {
      kind: 'workflow',
      system: pipeline.system,
      triggers: pipeline.triggers(root),
      jobs: pipeline.jobs(root),
      ...(commands.length > 0 && { commands }),
      range: FILE_START,
    };
    return { facts: distinctFacts([workflow, ...facts]), problems: parsed.problems };
  },
};

/** Images, reusable steps and variables stand under the same few keys everywhere. */
function mapFacts(parsed: Parsed, data: Data): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { key, value } of entriesOf(data)) {
    const text = textOf(value);
    const range = (): Fact['range'] => parsed.range(value.start, value.end);
    if (key === 'image' && text !== undefined && /^[\w./-]+(:[\w.-]+)?(@\S+)?$/.test(text)) {
      facts.push({ kind: 'image', image: text, source: 'workflow', range: range() });
    }
    if ((key === 'pipe' || key === 'task') && text !== undefined && /^[\w./-]+[:@][\w.]+$/.test(text)) {
      facts.push({ kind: 'action', uses: text, range: range() });
    }
    if (key === 'orbs') {
      for (const orb of entriesOf(value)) {
        const uses = textOf(orb.value);
        const place = parsed.range(orb.value.start, orb.value.end);
        if (uses !== undefined) facts.push({ kind: 'action', uses, range: place });
      }
    }
    if (/^(env|environment|variables)$/.test(key)) facts.push(...envDeclarations(parsed, value, 'workflow'));
  }
  return facts;
}

function scriptsOf(data: Data): readonly string[] {
  return ['script', 'run', 'command', 'commands', 'bash'].flatMap((key) => {
    const value = at(data, key);
    return value?.t === 'map' ? textsOf(at(value, 'command')) : textsOf(value);
  });
}

function cron(data: Data | undefined): readonly string[] {
  const text = textOf(data);
  return text === undefined ? [] : [`schedule ${text}`];
}

/** `trigger: none`, `trigger: [main]`, `trigger: {branches: {include: [main]}}`. */
function branchTriggers(event: string, data: Data | undefined): readonly string[] {
  if (data === undefined || textOf(data) === 'none') return [];
  const branches = textsOf(data.t === 'map' ? at(data, 'branches', 'include') : data);
  return [branches.length === 0 ? event : `${event} (${branches.join(', ')})`];
}

function named(list: Data | undefined, ...keys: readonly string[]): readonly string[] {
  return itemsOf(list).flatMap((item) => keys.flatMap((key) => textOf(at(item, key)) ?? []));
}

/** Systems of which it is told that they run, and with which images and variables. */
function presence(system: string, file: RegExp): Pipeline {
  return { system, file, triggers: () => [], jobs: (root) => named(at(root, 'steps'), 'name', 'label') };
}

/** `$(NAME)` in Azure's pipelines, and the variables that a script sets for what follows. */
function azureReads(parsed: Parsed): readonly Fact[] {
  const reads = [...parsed.text.matchAll(/\$\(([A-Z][A-Z0-9_]*)\)/g)].flatMap((match): readonly Fact[] => {
    const name = match[1] ?? '';
    const start = match.index + 2;
    if (!isEnvName(name) || isCommented(parsed.text, start)) return [];
    const range = parsed.range(start, start + name.length);
    return [{ kind: 'envRead', name, accessor: '$()', presence: 'passed', range }];
  });
  const set = [...parsed.text.matchAll(/##vso\[task\.setvariable\s+variable=([A-Za-z_]\w*)/g)].flatMap((match) => {
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return declaration(parsed, 'workflow', match[1] ?? '', start, start + (match[1] ?? '').length, true);
  });
  return [...reads, ...set];
}

function isCommented(text: string, index: number): boolean {
  return /^\s*#/.test(text.slice(text.lastIndexOf('\n', index) + 1, index));
}
