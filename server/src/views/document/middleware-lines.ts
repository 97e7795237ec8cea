import type { Snapshot } from '../../model/workspace';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, plain, someLines } from './markdown';

const ADDED = /^(?:fastapi|starlette)\b.*\.add_middleware$/;
const DECORATED = /^(?:fastapi|starlette)\b.*\.middleware$/;
const USED = /^(?:express|hono|koa|fastify|@koa|@hono)\b.*\.use$/;
/** Of what scripts pass requests through, what watches them: who may come in is told elsewhere. */
const WATCHES = /log|tim(?:e|ing)|metric|monitor|perf|trac(?:e|ing)|audit/i;
const SHOWN = 8;

/** Middleware of the program's own. */
export function middlewareLines({ snapshot }: DocumentContext): readonly string[] {
  const lines = [...djangoLines(snapshot), ...calledLines(snapshot)];
  return someLines([...new Set(lines)], SHOWN);
}

function djangoLines(snapshot: Snapshot): readonly string[] {
  return factsOf(snapshot, 'setting').flatMap(({ fact, path, line }) => {
    if (fact.system !== 'django' || fact.path !== 'MIDDLEWARE[]' || fact.value.t !== 'string') return [];
    if (fact.commentedOut === true || fact.when === 'test' || !isOwn(snapshot, fact.value.v)) return [];
    const when = fact.when === undefined ? '' : ` (${plain(fact.when)})`;
    return [`- ${code(fact.value.v)}${when} (${link({ path, line })})`];
  });
}

function calledLines(snapshot: Snapshot): readonly string[] {
  return factsOf(snapshot, 'call').flatMap((call) => {
    const { callee, args, decorates } = call.fact;
    if (DECORATED.test(callee) && decorates !== undefined) return [`- ${code(decorates)} (${link(call)})`];
    const [first] = args;
    if (ADDED.test(callee) && first?.t === 'ref' && (!first.path.includes('.') || isOwn(snapshot, first.path))) {
      return [`- ${code(lastName(first.path))} (${link(call)})`];
    }
    if (!USED.test(callee)) return [];
    return args.flatMap((arg) => {
      const path = arg.t === 'ref' ? arg.path : arg.t === 'call' ? arg.callee : '';
      const isLocal = /^\.{1,2}\/|^[@~]\//.test(path) || /^\w+$/.test(path);
      return isLocal && WATCHES.test(lastName(path)) ? [`- ${code(lastName(path))} (${link(call)})`] : [];
    });
  });
}

/** `orders.timing.RequestTimingMiddleware` stands in `orders/timing.py`. */
function isOwn({ files }: Snapshot, name: string): boolean {
  const module = name.replace(/^\.+/, '').split('.').slice(0, -1).join('/');
  if (module === '') return false;
  return files.some(({ path }) => path === `${module}.py` || path.endsWith(`/${module}.py`));
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
