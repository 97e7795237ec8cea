import { valueText } from '../../index/value-text';
import type { Keywords, Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link } from './markdown';

const SHOWN = 12;
const CLIENT = /^(axios|ky|ofetch|got)(\.default)?\.(create|extend)$/;
const BASE_URL_NAME = /^(api|backend|server|base)?_?(api)?_?(base)?_?(url|uri|host|endpoint)$/i;

/** How the front end reaches its own back end: base addresses, development proxies, what happens around requests. */
export function apiClientLines({ snapshot }: DocumentContext): readonly string[] {
  const lines = [
    ...factsOf(snapshot, 'call').flatMap(callLines),
    ...factsOf(snapshot, 'binding').flatMap(baseUrlLines),
    ...factsOf(snapshot, 'setting').flatMap(proxyLines),
  ];
  return [...new Set(lines)].slice(0, SHOWN);
}

function callLines({ fact, path, line }: Placed<'call'>): readonly string[] {
  const side = /(?:^|\.)interceptors\.(request|response)\.use$/.exec(fact.callee)?.[1];
  if (side !== undefined) return [`- Interceptor of every ${side} (${link({ path, line })})`];
  const base = CLIENT.test(fact.callee) ? baseUrlOf(fact.args) : undefined;
  return base === undefined ? [] : [`- Base URL ${code(base)} (${fact.module}, ${link({ path, line })})`];
}

function baseUrlLines({ fact, path, line }: Placed<'binding'>): readonly string[] {
  if (!BASE_URL_NAME.test(fact.name) || !isScript(path) || !hasEnv(fact.value)) return [];
  const text = valueText(fact.value);
  return text === undefined ? [] : [`- Base URL ${code(text)} (${code(fact.name)}, ${link({ path, line })})`];
}

function proxyLines({ fact, path, line }: Placed<'setting'>): readonly string[] {
  const proxied = fact.system === 'vite' ? /^server\.proxy\.([^.]+)(?:\.target)?$/.exec(fact.path)?.[1] : undefined;
  const target = proxied === undefined ? undefined : targetOf(fact.value);
  if (proxied === undefined || target === undefined) return [];
  return [`- Development proxy: ${code(proxied)} to ${code(target)} (${link({ path, line })})`];
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

function targetOf(value: Value): string | undefined {
  return value.t === 'map' ? valueText(own(value.entries, 'target') ?? { t: 'other' }) : valueText(value);
}
