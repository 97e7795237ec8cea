import { at, type Data, entriesOf, itemsOf, textOf, textsOf } from '../../data/data';
import { listed } from '../config-file';

/** What starts a workflow, as a person says it: `push (main)`, `schedule 0 8 * * *`, `release (published)`. */
export function githubTriggers(on: Data | undefined): readonly string[] {
  if (on?.t !== 'map') return textsOf(on);
  return entriesOf(on).flatMap(({ key, value }) => {
    if (key === 'schedule') {
      return itemsOf(value).flatMap((item) => {
        const cron = textOf(at(item, 'cron'));
        return cron === undefined ? [] : [`schedule ${cron}`];
      });
    }
    // A run of another workflow is told by that one's name; its branches say nothing more.
    const filters =
      key === 'workflow_run'
        ? textsOf(at(value, 'workflows'))
        : [
            ...textsOf(at(value, 'branches')),
            ...textsOf(at(value, 'tags')).map((tag) => `tags ${tag}`),
            ...(key === 'pull_request' ? [] : textsOf(at(value, 'types'))),
          ];
    return [filters.length === 0 ? key : `${key} (${listed(filters)})`];
  });
}
