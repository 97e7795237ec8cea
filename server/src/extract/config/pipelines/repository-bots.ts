import { at, itemsOf, textOf } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { configFile, listed } from '../config-file';

/** What runs beside the pipelines: hooks before a commit, bots that update dependencies. */
export const repositoryBotsReader: Reader = {
  id: 'repository-bots',
  endings: ['yaml', 'yml'],
  matches: (path) => /^\.?(pre-commit-config|dependabot)\.ya?ml$/.test(baseName(path)),
  read(file) {
    const parsed = parseYaml(baseName(file.path), file.text);
    const root = parsed.roots[0];
    const repos = itemsOf(at(root, 'repos'));
    const details = baseName(file.path).includes('pre-commit')
      ? {
          repositories: listed(
            repos.flatMap((repo) => textOf(at(repo, 'repo'))?.replace(/^https?:\/\/github\.com\//, '') ?? []),
          ),
          hooks: listed(
            repos.flatMap((repo) => itemsOf(at(repo, 'hooks')).flatMap((hook) => textOf(at(hook, 'id')) ?? [])),
          ),
        }
      : {
          ecosystems: listed(
            itemsOf(at(root, 'updates')).flatMap((update) => textOf(at(update, 'package-ecosystem')) ?? []),
          ),
        };
    return { facts: [configFile(file.path, details)], problems: parsed.problems };
  },
};
