import type { Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, some } from './markdown';

/** Registrations of what answers when a request fails, by the libraries that have them. */
const BY_DECORATOR =
  /^(?:fastapi|starlette|flask|quart|sanic|litestar|ninja)\b.*\.(?:exception_handler|(?:app_)?errorhandler|exception)$/;
const BY_CALL = /^(?:fastapi|starlette|flask|quart|sanic)\b.*\.(?:add_exception_handler|register_error_handler)$/;
const OF_ALL =
  /^(?:hono\.Hono|@hono\/[\w.-]+|elysia\.Elysia)\.onError$|^fastify\b.*\.setErrorHandler$|\.useGlobalFilters$/;
const CATCHES = '@nestjs/common.Catch';
const SHOWN = 6;

/** What the program answers when something fails: which error, and the function that answers. */
export function errorHandlerLines({ snapshot }: DocumentContext): readonly string[] {
  const calls = factsOf(snapshot, 'call');
  const handlers = calls.flatMap((call) => handlerText(call, calls) ?? []);
  const settings = factsOf(snapshot, 'setting').flatMap(({ fact, path, line }) =>
    fact.path === 'REST_FRAMEWORK.EXCEPTION_HANDLER' && fact.value.t === 'string'
      ? [`all of Django REST framework in ${code(fact.value.v)} (${link({ path, line })})`]
      : [],
  );
  const texts = [...new Set([...handlers, ...settings])];
  return texts.length === 0 ? [] : [`- Handled: ${some(texts, SHOWN)}`];
}

function handlerText(call: Placed<'call'>, calls: readonly Placed<'call'>[]): string | undefined {
  const { fact } = call;
  const place = `(${link(call)})`;
  const [first, second] = fact.args;
  if (OF_ALL.test(fact.callee)) return `all errors by ${code(fact.callee.split('.').at(-1) ?? '')} ${place}`;
  if (fact.callee === CATCHES && fact.decorates !== undefined) {
    return `${first === undefined ? 'all errors' : errorText(first)} in ${code(fact.decorates)} ${place}`;
  }
  const handler = BY_DECORATOR.test(fact.callee)
    ? fact.decorates
    : BY_CALL.test(fact.callee) && second?.t === 'ref'
      ? second.path
      : undefined;
  const error = first === undefined ? undefined : errorText(first);
  if (handler === undefined || error === undefined) return undefined;
  return `${error} in ${code(lastName(handler))}${answerText(call, lastName(handler), calls)} ${place}`;
}

function errorText(value: Value): string | undefined {
  if (value.t === 'number') return code(String(value.v));
  return value.t === 'ref' ? code(lastName(value.path)) : undefined;
}

/** The status that a handler of the same file answers with, where it is a number. */
function answerText({ path }: Placed<'call'>, handler: string, calls: readonly Placed<'call'>[]): string {
  const statuses = calls.flatMap(({ fact, path: other }) => {
    const status = fact.keywords['status_code'];
    const isOfHandler = other === path && fact.scope?.split('.').at(-1) === handler;
    return isOfHandler && status?.t === 'number' ? [status.v] : [];
  });
  return new Set(statuses).size === 1 ? `, answers ${statuses[0]}` : '';
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
