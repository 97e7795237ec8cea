import type { Keywords } from '../../model/value';
import type { Placed } from './facts-of';
import { code, link } from './markdown';

/** Which way an interceptor is set: `request` or `response`. */
export function sideOf(callee: string): string | undefined {
  return /(?:^|\.)interceptors\.(request|response)\.use$/.exec(callee)?.[1];
}

export function isRequestSetting({ fact }: Placed<'setting'>): boolean {
  return fact.system === 'other' && (fact.path === 'http.Authorization' || fact.path === 'http.401');
}

/** How requests say who asks, and what follows when they are refused. */
export function requestLine({ fact, path, line }: Placed<'setting'>): string {
  const entries: Keywords = fact.value.t === 'map' ? fact.value.entries : {};
  const [scheme, store, key, goesTo] = ['scheme', 'store', 'key', 'goesTo'].map((name) => textOf(entries, name));
  const kept = store === undefined || key === undefined ? undefined : `${store} key ${code(key)}`;
  const who = fact.when === undefined ? inScope(fact.scope) : ` with ${fact.when}`;
  if (fact.path === 'http.Authorization') {
    const from = kept === undefined ? '' : ` from ${kept}`;
    return `- Sends ${code(`Authorization: ${scheme ?? ''}`)}${from}${who} (${link({ path, line })})`;
  }
  const does = [kept === undefined ? '' : `removes ${kept}`, goesTo === undefined ? '' : `goes to ${code(goesTo)}`];
  return `- On 401${fact.when === undefined ? inScope(fact.scope) : ''}: ${does.filter((text) => text !== '').join(', ')} (${link({ path, line })})`;
}

function inScope(scope: string | undefined): string {
  return scope === undefined ? '' : ` in ${code(scope)}`;
}

function textOf(entries: Keywords, name: string): string | undefined {
  const value = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return value?.t === 'string' ? value.v : undefined;
}
