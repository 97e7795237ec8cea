import { groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { code, fileLink, some } from './markdown';

const SHOWN_MODELS = 40;

/** Models, tables and collections by ORM. */
export function modelLines({ snapshot }: DocumentContext): readonly string[] {
  const models = snapshot.files
    .filter(({ role }) => role === 'source')
    .flatMap((file) => file.facts.filter((fact) => fact.kind === 'model').map((fact) => ({ fact, path: file.path })));
  return [...groupBy(models, ({ fact }) => fact.orm)].map(([orm, members]) => {
    const names = [
      ...new Set(
        members.map(({ fact }) =>
          fact.table === undefined || fact.table === fact.name
            ? code(fact.name)
            : `${code(fact.name)} (${code(fact.table)})`,
        ),
      ),
    ];
    const files = [...new Set(members.map(({ path }) => path))];
    return `- Models (${orm}): ${some(names, SHOWN_MODELS)} in ${some(files.map(fileLink), 4)}`;
  });
}
