import type { ModelFact } from '../../../../model/facts';
import { isIn } from '../../scan';
import { resolveCallee } from '../calls';
import { type PythonContext, placeAt, type placeOf } from '../context';
import { plainString } from '../literals';
import { places } from '../parts';
import type { CallSite, SubscriptSite } from '../source';

const SIGNS = /mongo|motor|insert_one|find_one|count_documents/i;
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

const TAKES = /\.(get_collection|create_collection)$/;
const CALLED = places<CallSite>();
const TAKEN = places<SubscriptSite>();

/** Collections of a document database, told by their use: `db.users.find(...)`, `db["users"]`. */
export function collectionFacts(context: PythonContext): readonly ModelFact[] {
  if (!isIn(SIGNS, context.source.file)) return [];
  const found = new Map<string, ModelFact>();
  for (const { name, node } of [...calledCollections(context), ...takenCollections(context)]) {
    if (name === undefined || found.has(name) || /^(command|client|name|admin)$/.test(name)) continue;
    found.set(name, { kind: 'model', orm: 'mongodb', name, table: name, ...placeAt(context, ...ends(context, node)) });
  }
  return [...found.values()];
}

interface Collection {
  readonly name: string | undefined;
  readonly node: Parameters<typeof placeOf>[1];
}

/** `db.get_collection("users")`, `db.users.find(...)`. */
function calledCollections(context: PythonContext): readonly Collection[] {
  const { parts, source } = context;
  const sites = parts.only(source.calls, CALLED, ({ text }) => TAKES.test(text) || BY_NAME.test(text));
  return sites.flatMap((site): readonly Collection[] => {
    const { text, node } = site;
    if (TAKES.test(text)) {
      const path = resolveCallee(context, site)?.path ?? '';
      const first = site.args.namedChild(0);
      return CLIENT.test(path) && first?.type === 'string' ? [{ name: plainString(first.text), node }] : [];
    }
    const match = BY_NAME.exec(text);
    if (match === null) return [];
    const path = resolveCallee(context, site)?.path ?? '';
    const isMongo = CLIENT.test(path) || (CERTAIN.test(text) && !/sqlalchemy|^django|tortoise|peewee/.test(path));
    return isMongo ? [{ name: match[1] ?? match[2], node }] : [];
  });
}

/** `db["users"]`: the client's own subscript names a database, the database's a collection. */
function takenCollections(context: PythonContext): readonly Collection[] {
  const { names, parts, source } = context;
  const isMade = ({ node, text }: SubscriptSite): boolean => names.resolve(text, node.startIndex)?.made === true;
  return parts.only(source.subscripts, TAKEN, isMade).flatMap(({ node, text }): readonly Collection[] => {
    const owner = context.names.resolve(text, node.startIndex);
    if (owner?.made !== true || !CLIENT.test(owner.path) || /\.(?:find|aggregate)\b/.test(owner.path)) return [];
    const key = node.childForFieldName('subscript');
    return key?.type === 'string' ? [{ name: plainString(key.text), node }] : [];
  });
}

function ends(context: PythonContext, node: Parameters<typeof placeOf>[1]): [number, number] {
  const newline = context.text.indexOf('\n', node.startIndex);
  return [node.startIndex, Math.min(node.endIndex, newline === -1 ? node.endIndex : newline)];
}
