import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, some } from './markdown';

const SHOWN = 12;

/** What runs before a commit, by the ids of the hooks. */
export function commitHookLines({ snapshot }: DocumentContext): readonly string[] {
  return factsOf(snapshot, 'configFile').flatMap(({ fact, path, line }) => {
    const hooks = /^\.?pre-commit-config\.ya?ml$/.test(fact.name) ? fact.details?.['hooks'] : undefined;
    if (hooks === undefined || hooks === '') return [];
    // A long list ends in words: `a, b and 6 more`.
    const [, names = '', rest = ''] = /^(.*?)( and \d+ more)?$/.exec(hooks) ?? [];
    return [`- Hooks: ${some(names.split(', ').map(code), SHOWN)}${rest} (${link({ path, line })})`];
  });
}
