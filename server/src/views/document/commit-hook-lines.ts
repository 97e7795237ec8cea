import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, some } from './markdown';

const SHOWN = 12;

/** What runs before a commit, by the ids of the hooks. */
export function commitHookLines({ snapshot }: DocumentContext): readonly string[] {
  return factsOf(snapshot, 'configFile').flatMap(({ fact, path, line }) => {
    const hooks = /^\.?pre-commit-config\.ya?ml$/.test(fact.name) ? fact.details?.['hooks'] : undefined;
    if (hooks === undefined || hooks === '') return [];
    return [`- Hooks: ${some(hooks.split(', ').map(code), SHOWN)} (${link({ path, line })})`];
  });
}
