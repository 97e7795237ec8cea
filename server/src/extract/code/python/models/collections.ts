import type { ModelFact } from '../../../../model/facts';
import { resolveCallee } from '../calls';
import { type PythonContext, placeAt, type placeOf } from '../context';
import { plainString } from '../literals';

const METHODS =
  'find|find_one|insert_one|insert_many|update_one|update_many|replace_one|delete_one|delete_many|find_one_and_update|find_one_and_replace|find_one_and_delete|count_documents|estimated_document_count|aggregate|distinct|create_index|create_indexes|bulk_write|drop|watch';
/** Methods that nothing but a document collection has. */
const CERTAIN =
  /\.(insert_one|insert_many|update_one|update_many|replace_one|delete_one|delete_many|find_one|find_one_and_\w+|count_documents)$/;
const CLIENT = /^(?:pymongo|motor)\b.*Client\.\w+/;
const BY_NAME = new RegExp(
  `(?:^|\\.)(?:\\w*db|\\w*database|mongo\\w*)(?:\\.([a-z_]\\w*)|\\[["']([\\w.-]+)["']\\])\\.(?:${METHODS})$`,
  'i',
);

/** Collections of a document database, told by their use: `db.users.find(...)`, `db["users"]`. */
export function collectionFacts(context: PythonContext): readonly ModelFact[] {
  const { source, names } = context;
  if (!/mongo|motor|insert_one|find_one|count_documents/i.test(context.text)) return [];
  const found = new Map<string, ModelFact>();
  const add = (name: string | undefined, start: number, end: number): void => {
    if (name === undefined || found.has(name) || /^(command|client|name|admin)$/.test(name)) return;
    found.set(name, { kind: 'model', orm: 'mongodb', name, table: name, ...placeAt(context, start, end) });
  };
  for (const site of source.calls) {
    const { text, node } = site;
    if (/\.(get_collection|create_collection)$/.test(text)) {
      const path = resolveCallee(context, site)?.path ?? '';
      const first = site.args.namedChild(0);
      if (CLIENT.test(path) && first?.type === 'string') add(plainString(first.text), ...ends(context, node));
      continue;
    }
    const match = BY_NAME.exec(text);
    if (match === null) continue;
    const path = resolveCallee(context, site)?.path;
    const isMongo = path !== undefined && CLIENT.test(path);
    if (isMongo || (CERTAIN.test(text) && !/sqlalchemy|^django|tortoise|peewee/.test(path ?? ''))) {
      add(match[1] ?? match[2], ...ends(context, node));
    }
  }
  for (const { node, text } of source.subscripts) {
    const owner = names.resolve(text, node.startIndex);
    // The client's own subscript names a database, the database's a collection.
    if (owner?.made !== true || !CLIENT.test(owner.path) || /\.(?:find|aggregate)\b/.test(owner.path)) continue;
    const key = node.childForFieldName('subscript');
    if (key?.type === 'string') add(plainString(key.text), ...ends(context, node));
  }
  return [...found.values()];
}

function ends(context: PythonContext, node: Parameters<typeof placeOf>[1]): [number, number] {
  const newline = context.text.indexOf('\n', node.startIndex);
  return [node.startIndex, Math.min(node.endIndex, newline === -1 ? node.endIndex : newline)];
}
