import { groupBy } from '../../index/order';
import type { Keywords } from '../../model/value';
import type { Placed } from './facts-of';
import { code, link, some } from './markdown';

const SHOWN_PLACES = 3;

/** Which way an interceptor is set: `request` or `response`. */
export function sideOf(callee: string): string | undefined {
  return /(?:^|\.)interceptors\.(request|response)\.use$/.exec(callee)?.[1];
}

export function isRequestSetting({ fact }: Placed<'setting'>): boolean {
  if (fact.system !== 'other') return false;
  // What looks at an answer sends nothing but a second try.
  return (fact.path === 'http.Authorization' && fact.when !== 'every response') || fact.path === 'http.401';
}

/** How requests say who asks, and what follows when they are refused; the same in several places once. */
export function requestLines(settings: readonly Placed<'setting'>[]): readonly string[] {
  return [...groupBy(settings, (setting) => doesText(setting)).entries()].map(
    ([text, places]) => `- ${text} (${some(places.map(placeText), SHOWN_PLACES)})`,
  );
}

function doesText({ fact }: Placed<'setting'>): string {
  const entries: Keywords = fact.value.t === 'map' ? fact.value.entries : {};
  const [scheme, store, key, goesTo] = ['scheme', 'store', 'key', 'goesTo'].map((name) => textOf(entries, name));
  const kept = store === undefined || key === undefined ? undefined : `${store} key ${code(key)}`;
  if (fact.path === 'http.Authorization') {
    const from = kept === undefined ? '' : ` from ${kept}`;
    return `Sends ${code(`Authorization: ${scheme ?? ''}`)}${from}${fact.when === undefined ? '' : ` with ${fact.when}`}`;
  }
  const does = [kept === undefined ? '' : `removes ${kept}`, goesTo === undefined ? '' : `goes to ${code(goesTo)}`];
  return `On 401: ${does.filter((text) => text !== '').join(', ')}`;
}

function placeText({ fact, ...place }: Placed<'setting'>): string {
  return `${link(place)}${fact.scope === undefined ? '' : ` in ${code(fact.scope)}`}`;
}

function textOf(entries: Keywords, name: string): string | undefined {
  const value = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return value?.t === 'string' ? value.v : undefined;
}
