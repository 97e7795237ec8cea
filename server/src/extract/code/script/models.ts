import type { ModelFact } from '../../../model/facts';
import { table } from '../../table';
import { headOf } from '../ranges';
import { decoratorNames, type ResolvedCall } from './calls';
import { option } from './routes/route-context';
import { type Script, scopeAt } from './script';
import { codeChildren, stringOf } from './unwrap';

type Model = Pick<ModelFact, 'orm' | 'name' | 'table'>;

/** Models, tables and collections that a file declares or asks for. */
export function modelFacts(script: Script, calls: readonly ResolvedCall[]): readonly ModelFact[] {
  const decorated = decoratorNames(script);
  const facts: ModelFact[] = [];
  const seen = new Set<string>();
  for (const call of calls) {
    const model = modelOf(call, decorated.get(call.node.startIndex));
    if (model === undefined) continue;
    // Queries name the same table again and again; the first place in a file is enough.
    const key = `${model.orm} ${model.name} ${model.table ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const scope = scopeAt(script, call.node.startIndex);
    facts.push({ kind: 'model', ...model, range: headOf(call.node), ...(scope !== undefined && { scope }) });
  }
  return facts;
}

function modelOf(call: ResolvedCall, decorates: string | undefined): Model | undefined {
  const { path } = call.resolved;
  const args = (): readonly ReturnType<typeof codeChildren>[number][] => codeChildren(call.args);
  const first = (): string | undefined => stringOf(args()[0]);
  if (/^drizzle-orm\/\w+-core\.(pgTable|mysqlTable|sqliteTable|singlestoreTable|pgSchema\.table)$/.test(path)) {
    const table = first();
    return table === undefined ? undefined : { orm: 'drizzle', name: call.result ?? table, table };
  }
  if (path === 'mongoose.model') return named('mongoose', first(), stringOf(args()[2]));
  if (path === 'dynamoose.model') return named('dynamoose', first());
  if (/^(sequelize(\.Sequelize)?|@sequelize\/core\.Sequelize)\.define$/.test(path)) return named('sequelize', first());
  if (decorates !== undefined) return decoratedModel(path, decorates, () => args()[0]);
  if (/^(mongodb\.|mongoose\.connection\.).*\bcollection$/.test(path)) return named('mongodb', first());
  if (/^(firebase-admin|@google-cloud\/firestore|firebase-admin\/firestore)\b.*\.collection$/.test(path)) {
    return named('firestore', first());
  }
  if (path === 'firebase/firestore.collection') return named('firestore', stringOf(args()[1]));
  if (/^@supabase\/.*[^e]\.from$|(?:^|\.)supabase\w*\.from$/i.test(path) && !/storage\.from$/.test(path)) {
    return named('supabase', first());
  }
  return undefined;
}

function named(orm: string, name: string | undefined, table?: string): Model | undefined {
  return name === undefined || name === '' ? undefined : { orm, name, ...(table !== undefined && { table }) };
}

const DECORATORS = table({
  'typeorm.Entity': 'typeorm',
  'typeorm.ViewEntity': 'typeorm',
  '@mikro-orm/core.Entity': 'mikro-orm',
  'sequelize-typescript.Table': 'sequelize',
  '@nestjs/mongoose.Schema': 'mongoose',
});

function decoratedModel(
  path: string,
  name: string,
  first: () => ReturnType<typeof codeChildren>[number] | undefined,
): Model | undefined {
  const orm = DECORATORS[path];
  if (orm === undefined) return undefined;
  const argument = first();
  const table =
    stringOf(argument) ??
    stringOf(option(argument, 'name')) ??
    stringOf(option(argument, 'tableName')) ??
    stringOf(option(argument, 'collection'));
  return named(orm, name, table);
}
