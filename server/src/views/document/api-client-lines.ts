import { groupBy } from '../../index/order';
import { publicPrefixOf } from '../../index/public-prefix';
import { valueText } from '../../index/value-text';
import type { Keywords, Value } from '../../model/value';
import type { DocumentContext } from './context';
import { devProxyLines } from './dev-proxy-lines';
import { factsOf, type Placed } from './facts-of';
import { code, link, someLines } from './markdown';
import { isRequestSetting, requestLines, sideOf } from './request-lines';
import { valueSpans } from './value-spans';

const SHOWN = 16;
const CLIENT = /^(axios|ky|ofetch|got)(\.default)?\.(create|extend)$/;
const SENDS = /^(?:fetch|\$fetch|(?:axios|ky|ofetch)(?:\.default)?(?:\.(?:get|post|put|patch|delete|request))?)$/;
const BASE_URL_NAME = /^(api|backend|server|base)?_?(api)?_?(base)?_?(url|uri|host|endpoint)$/i;

/** A path that a function is given; what else follows a path, `/api/list${query}`, belongs to it. */
const HANDED_OVER = /(?:^|\.)(?:path|pathname|url|uri|endpoint|route|resource)$/i;

interface BaseUrl {
  readonly path: string;
  readonly line: number;
  /** What tells one base from another. */
  readonly text: string;
  readonly by: string;
}

/** How the front end reaches its own back end: base addresses, development proxies, what happens around requests. */
export function apiClientLines({ snapshot }: DocumentContext): readonly string[] {
  const calls = factsOf(snapshot, 'call');
  const settings = factsOf(snapshot, 'setting');
  const bases = [
    ...calls.flatMap(clientBase),
    ...calls.flatMap(requestBase),
    ...factsOf(snapshot, 'binding').flatMap(namedBase),
  ];
  const requests = settings.filter(isRequestSetting);
  const interceptors = calls.filter(({ fact }) => sideOf(fact.callee) !== undefined);
  const clients = new Set([...bases, ...interceptors].map(({ path }) => path));
  const told = requests.filter(({ path }) => clients.has(path));
  const isTold = ({ fact, path }: Placed<'call'>): boolean =>
    told.some((request) => request.path === path && request.fact.when === `every ${sideOf(fact.callee)}`);
  const lines = [
    ...baseLines(firstOfEach(bases)),
    ...requestLines(told),
    ...interceptors
      .filter((call) => !isTold(call))
      .map(({ fact, ...place }) => `- Interceptor of every ${sideOf(fact.callee)} (${link(place)})`),
    ...devProxyLines(settings),
  ];
  return someLines([...new Set(lines)], SHOWN);
}

/** Each address once, with all that use it. */
function baseLines(bases: readonly BaseUrl[]): readonly string[] {
  return [...groupBy(bases, ({ text }) => text)].map(
    ([text, users]) =>
      `- Base URL ${valueSpans(text)} (${users.map(({ by, ...place }) => `${by}, ${link(place)}`).join('; ')})`,
  );
}

/** A base is told once a file: where a client is made of it, else where it is used first, and by its whole path. */
function firstOfEach(bases: readonly BaseUrl[]): readonly BaseUrl[] {
  const seen = new Set<string>();
  return bases.filter(({ path, text }) => {
    const key = `${path}\n${text}`;
    const isPart = bases.some((other) => other.path === path && other.text.startsWith(`${text}/`));
    if (isPart || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function clientBase({ fact, path, line }: Placed<'call'>): readonly BaseUrl[] {
  const text = CLIENT.test(fact.callee) ? baseUrlOf(fact.args) : undefined;
  return text === undefined ? [] : [{ path, line, text, by: fact.module }];
}

/** `fetch(BASE + path)`: what comes first is the base, where it can only be the program's own. */
function requestBase({ fact, path, line }: Placed<'call'>): readonly BaseUrl[] {
  const [url] = fact.args;
  if (!SENDS.test(fact.callee) || !isScript(path) || url?.t !== 'template') return [];
  const [first, ...rest] = url.parts;
  if (first === undefined || rest.length === 0 || !isOwnBase(first, rest)) return [];
  const text = valueText(first)?.replace(/(?<=.)\/$/, '');
  if (text === undefined) return [];
  const client = fact.module === '' ? 'native fetch' : fact.module;
  // A function that is given the path sends all requests that go to this base.
  const isWrapper = fact.scope !== undefined && rest.length === 1 && rest[0]?.t === 'ref';
  return [{ path, line, text, by: isWrapper ? `${client} in ${code(fact.scope ?? '')}` : client }];
}

/** An address that the browser is given, or a path of the page's own host before a path that is handed over. */
function isOwnBase(first: Value, rest: readonly Value[]): boolean {
  if (first.t === 'template') return first.parts[0] !== undefined && isOwnBase(first.parts[0], rest);
  if (first.t === 'env') return publicPrefixOf(first.name) !== undefined || isPath(first.default);
  const [path] = rest;
  return isPath(first) && rest.length === 1 && path?.t === 'ref' && HANDED_OVER.test(path.path);
}

/** What ends in a slash before a hole is a list whose entry is asked for, not a base. */
function isPath(value: Value | undefined): boolean {
  return value?.t === 'string' && /^\/(?:[\w/-]*[\w-])?$/.test(value.v);
}

function namedBase({ fact, path, line }: Placed<'binding'>): readonly BaseUrl[] {
  if (!BASE_URL_NAME.test(fact.name) || !isScript(path) || !hasEnv(fact.value)) return [];
  const text = valueText(fact.value);
  return text === undefined ? [] : [{ path, line, text, by: code(fact.name) }];
}

function isScript(path: string): boolean {
  return /\.(m?[jt]sx?|vue|svelte)$/.test(path);
}

function hasEnv(value: Value): boolean {
  return (
    value.t === 'env' ||
    (value.t === 'either' && value.options.some(hasEnv)) ||
    (value.t === 'template' && value.parts.some(hasEnv))
  );
}

function baseUrlOf(args: readonly Value[]): string | undefined {
  for (const arg of args) {
    if (arg.t !== 'map') continue;
    const value = own(arg.entries, 'baseURL') ?? own(arg.entries, 'baseUrl') ?? own(arg.entries, 'prefixUrl');
    const text = value === undefined ? undefined : valueText(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

function own(entries: Keywords, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
