import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, some } from './markdown';

const HOOK = /\.on_event$/;
const LIFESPAN = 'lifespan';
const CLOSES = /(?:^|[._])(?:close|aclose|disconnect|dispose|quit|shutdown)(?:_\w+)?$/i;
const OPENS =
  /(?:^|[._])(?:connect|init(?:ialize)?|ping|open|create_all|create_pool|get_(?:client|db|database|store|connection|pool|engine)|(?:connect|init|open)_\w+)$/i;
const OF_DATA =
  /mongo|motor|redis|postgres|psycopg|asyncpg|sqlalchemy|databases?\b|prisma|tortoise|beanie|(?:^|[._])(?:db|database|engine|pool|store|supabase)(?:[._]|$)/i;
const INDEXES = /\.([A-Za-z_]\w*)\.(?:create_index|createIndex|ensure_index)$/;
const SHOWN = 8;

/** What happens to data stores when the program starts and ends, and the indexes that it makes. */
export function lifecycleLines(context: DocumentContext): readonly string[] {
  const { snapshot } = context;
  const calls = factsOf(snapshot, 'call');
  const hooks = calls.flatMap(hookOf);
  const inHooks = calls.flatMap((call) => {
    const hook = hooks.find(({ path, name }) => path === call.path && call.fact.scope === name);
    return hook === undefined || !OF_DATA.test(call.fact.callee) ? [] : [{ call, hook }];
  });
  const texts = inHooks.flatMap(({ call, hook: { name, event } }) => {
    const where = `in ${code(name)} (${link(call)})`;
    if (event !== 'startup' && CLOSES.test(call.fact.callee)) return [`closed at shutdown ${where}`];
    return event !== 'shutdown' && OPENS.test(call.fact.callee) ? [`opened at start-up ${where}`] : [];
  });
  const first = firstOfEach(texts);
  const indexes = calls.flatMap(indexText);
  return [
    ...migrationLines(context),
    ...(first.length === 0 ? [] : [`- Connection: ${first.join(', ')}`]),
    ...(indexes.length === 0 ? [] : [`- Indexes: ${some([...new Set(indexes)], SHOWN)}`]),
  ];
}

/** What `alembic.ini` says of migrations and the database they are for. */
function migrationLines({ snapshot }: DocumentContext): readonly string[] {
  return factsOf(snapshot, 'configFile').flatMap(({ fact, path, line }) => {
    const { migrations, database } = fact.details ?? {};
    if (fact.name !== 'alembic.ini' || migrations === undefined) return [];
    const of = database === undefined ? '' : `, database ${code(database)} unless ${code('env.py')} sets another`;
    return [`- Migrations in ${code(migrations)}${of} (${link({ path, line })})`];
  });
}

interface Hook {
  readonly path: string;
  readonly name: string;
  readonly event: string;
}

function hookOf({ fact, path }: Placed<'call'>): readonly Hook[] {
  const [event] = fact.args;
  if (HOOK.test(fact.callee) && fact.decorates !== undefined && event?.t === 'string') {
    return [{ path, name: fact.decorates, event: event.v }];
  }
  const lifespan = fact.keywords[LIFESPAN];
  if (lifespan?.t !== 'ref' || !/^(?:fastapi|starlette)\b/.test(fact.callee)) return [];
  return [{ path, name: lifespan.path, event: LIFESPAN }];
}

/** One opening and one closing say it. */
function firstOfEach(texts: readonly string[]): readonly string[] {
  const opened = texts.find((text) => text.startsWith('opened'));
  const closed = texts.find((text) => text.startsWith('closed'));
  return [opened, closed].filter((text) => text !== undefined);
}

function indexText(call: Placed<'call'>): readonly string[] {
  const collection = INDEXES.exec(call.fact.callee)?.[1];
  const [first] = call.fact.args;
  const field =
    first?.t === 'string' ? first.v : first?.t === 'map' ? Object.keys(first.entries).join(', ') : undefined;
  return collection === undefined || field === undefined || field === ''
    ? []
    : [`${code(`${collection}.${field}`)} (${link(call)})`];
}
