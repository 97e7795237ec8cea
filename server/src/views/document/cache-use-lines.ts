import { groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link } from './markdown';

/** Calls and decorators that say what is kept, by what they keep. */
const KEEPS: readonly (readonly [RegExp, string])[] = [
  [/^django\.views\.decorators\.cache\.cache_page$|^rest_framework_extensions\..*cache_response$/, 'responses'],
  [/^flask_caching\.Cache\.cached$|^fastapi_cache\.decorator\.cache$|^aiocache\.cached$/, 'responses'],
  [/^@nestjs\/cache-manager\.CacheInterceptor$/, 'responses'],
  [/^django\.core\.cache\.(?:cache|caches(?:\.__getitem__)?)\.(?:set|get_or_set|set_many|add)$/, 'data'],
  [/^(?:flask_caching\.Cache|cachex?\b.*|Cachex)\.(?:set|put|memoize|fetch)$/, 'data'],
];

/** What the caches are for: sessions, responses, data. */
export function cacheUseLines({ snapshot }: DocumentContext): readonly string[] {
  const calls = factsOf(snapshot, 'call').flatMap((call) => {
    const what = KEEPS.find(([pattern]) => pattern.test(call.fact.callee))?.[1];
    return what === undefined ? [] : [{ what, call }];
  });
  const uses = [...groupBy(calls, ({ what }) => what)].map(([what, group]) =>
    usedText(
      what,
      group.map(({ call }) => call),
    ),
  );
  const sessions = factsOf(snapshot, 'setting').flatMap(({ fact, path, line }) =>
    fact.path === 'SESSION_ENGINE' &&
    fact.value.t === 'string' &&
    /backends\.cache/.test(fact.value.v) &&
    fact.when !== 'test'
      ? [`sessions (${code('SESSION_ENGINE')}, ${link({ path, line })})`]
      : [],
  );
  const all = [...new Set(sessions.slice(0, 1)), ...uses];
  return all.length === 0 ? [] : [`- Kept in the cache: ${all.join(', ')}`];
}

function usedText(what: string, calls: readonly Placed<'call'>[]): string {
  const [first] = calls;
  const files = new Set(calls.map(({ path }) => path)).size;
  const more = files > 1 ? ` and ${files - 1} more files` : '';
  return first === undefined ? what : `${what} (${link(first)}${more})`;
}
