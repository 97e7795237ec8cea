import { byText, groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, some } from './markdown';

const LIMITS = /limit|throttl/i;
/** Sizes of uploads are another matter. */
const OTHERS = /size|body|upload|file|parser/i;
const USES = /^(?:express|hono|koa|fastify|@hono|@koa)\b.*\.use$/;
const SHOWN = 8;

/** Which routes a limit stands before. */
export function limitedRouteLines({ snapshot }: DocumentContext): readonly string[] {
  const single = snapshot.routes.flatMap(({ method, path, through }) =>
    (through ?? []).filter(isLimit).map((name) => ({ name, text: `${method} ${code(path)}` })),
  );
  const prefixes = factsOf(snapshot, 'call').flatMap((call) => {
    const [first, ...others] = call.fact.args;
    if (!USES.test(call.fact.callee) || first?.t !== 'string') return [];
    const names = others.flatMap((arg) => (arg.t === 'ref' ? [arg.path] : arg.t === 'call' ? [arg.callee] : []));
    const text = `all below ${code(first.v.replace(/\/?\*$/, '') || '/')} (${link(call)})`;
    return names
      .map(lastName)
      .filter(isLimit)
      .map((name) => ({ name, text }));
  });
  const groups = groupBy([...single, ...prefixes], ({ name }) => name);
  return [...groups]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, uses]) => `- ${code(name)}: ${some([...new Set(uses.map(({ text }) => text))], SHOWN)}`);
}

function isLimit(name: string): boolean {
  return LIMITS.test(name) && !OTHERS.test(name);
}

function lastName(path: string): string {
  return /[A-Za-z_$][\w$]*$/.exec(path)?.[0] ?? '';
}
