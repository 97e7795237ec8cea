import type { Fact } from '../../../model/facts';
import { at, type Data, itemsOf, type Parsed, textOf, textsOf } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { FILE_START } from '../../text-index';
import { distinctFacts } from '../distinct-facts';
import { envDeclarations } from '../env-facts';
import { deployCommands } from './deploy-commands';

/** Keys of a pipeline's top level that are no jobs. */
const RESERVED = new Set(
  'default include stages variables workflow image services before_script after_script cache pages_config spec'.split(
    ' ',
  ),
);

export const gitlabCiReader: Reader = {
  id: 'gitlab-ci',
  endings: ['yaml', 'yml'],
  matches: (path) => /^(.*\.)?\.?gitlab-ci([-_.][\w-]+)?\.ya?ml$/i.test(baseName(path)),
  read(file) {
    const parsed = parseYaml(baseName(file.path), file.text);
    const root = parsed.roots.find((document) => at(document, 'spec') === undefined) ?? parsed.roots[0];
    if (root?.t !== 'map') return { facts: [], problems: parsed.problems };
    const jobs = root.entries.filter(
      ({ key, value }) => !RESERVED.has(key) && !key.startsWith('.') && value.t === 'map',
    );
    const places = [root, at(root, 'default'), ...root.entries.map((entry) => entry.value)];
    const scripts = jobs.flatMap((job) => textsOf(at(job.value, 'script')));
    const commands = deployCommands(scripts);
    const facts: Fact[] = [
      {
        kind: 'workflow',
        system: 'gitlab-ci',
        triggers: triggersOf(
          root,
          jobs.map((job) => job.value),
        ),
        jobs: jobs.map((job) => job.key),
        ...(commands.length > 0 && { commands }),
        range: FILE_START,
      },
    ];
    for (const place of places) {
      facts.push(...imageFact(parsed, at(place, 'image')));
      for (const service of itemsOf(at(place, 'services'))) facts.push(...imageFact(parsed, service, true));
      facts.push(...envDeclarations(parsed, at(place, 'variables'), 'workflow'));
    }
    return { facts: distinctFacts(facts), problems: parsed.problems };
  },
};

/** `image: node:20`, `image: {name: ...}`, `services: [{name: postgres:16, alias: db}]`. */
function imageFact(parsed: Parsed, data: Data | undefined, isService = false): readonly Fact[] {
  const node = data?.t === 'map' ? at(data, 'name') : data;
  const image = textOf(node);
  if (node === undefined || image === undefined || image.startsWith('$')) return [];
  const service = textOf(at(data, 'alias')) ?? (isService ? image.replace(/^.*\/|:.*$/g, '') : undefined);
  const range = parsed.range(node.start, node.end);
  return [{ kind: 'image', image, source: 'workflow', ...(service !== undefined && { service }), range }];
}

/** Branch names of `only`, and what rules ask of `$CI_PIPELINE_SOURCE`. */
function triggersOf(root: Data, jobs: readonly Data[]): readonly string[] {
  const rules = [at(root, 'workflow'), ...jobs].flatMap((place) => itemsOf(at(place, 'rules')));
  const conditions = rules.flatMap((rule) => textOf(at(rule, 'if')) ?? []).join('\n');
  const sources = [...conditions.matchAll(/\$CI_PIPELINE_SOURCE\s*==\s*["']([\w-]+)["']/g)].map(
    (match) => match[1] ?? '',
  );
  const branches = [...conditions.matchAll(/\$CI_COMMIT_BRANCH\s*==\s*["']([\w./-]+)["']/g)].map(
    (match) => match[1] ?? '',
  );
  const only = jobs.flatMap((job) => {
    const list = at(job, 'only');
    return textsOf(list?.t === 'map' ? at(list, 'refs') : list);
  });
  return [...new Set([...sources, ...branches.map((branch) => `push (${branch})`), ...only])];
}
