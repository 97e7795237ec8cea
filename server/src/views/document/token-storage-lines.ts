import { groupBy } from '../../index/order';
import { HIDDEN } from '../../model/value';
import type { Snapshot } from '../../model/workspace';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, some } from './markdown';

const STORE =
  /^(?:window\.)?(localStorage|sessionStorage)\.setItem$|^(expo-secure-store|js-cookie|universal-cookie)(?:\.default)?\.(setItemAsync|set)$/;
const AUTH_KEY = /token|jwt|auth|session|user|refresh|access/i;

/** What the front end keeps of a log-in, where, and under which key. */
export function tokenStorageLines({ snapshot }: DocumentContext): readonly string[] {
  const stored = factsOf(snapshot, 'call').flatMap(({ fact, path, line }) => {
    const match = STORE.exec(fact.callee);
    const key = fact.args[0];
    if (match === null || key?.t !== 'string' || !AUTH_KEY.test(key.v)) return [];
    return [{ store: match[1] ?? match[2] ?? '', key: key.v, place: { path, line } }];
  });
  return [...storedLines(stored), ...cookieLines(snapshot)];
}

/** The cookie in which Phoenix keeps a session. */
function cookieLines(snapshot: Snapshot): readonly string[] {
  return factsOf(snapshot, 'call').flatMap((call) => {
    const { callee, args, keywords } = call.fact;
    if (callee !== 'Plug.Session.plug') return [];
    const options = args[0]?.t === 'map' ? args[0].entries : keywords;
    const { key, same_site: site } = options;
    if (key?.t !== 'string' || key.v === HIDDEN) return [];
    const sameSite = site?.t === 'string' ? `, SameSite ${code(site.v)}` : '';
    return [`- Session cookie ${code(key.v)}${sameSite} (${link(call)})`];
  });
}

interface Stored {
  readonly store: string;
  readonly key: string;
  readonly place: { readonly path: string; readonly line: number };
}

function storedLines(stored: readonly Stored[]): readonly string[] {
  return [...groupBy(stored, ({ store, key }) => `${store}\n${key}`).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [
          `- ${first.store} key ${code(first.key)} (${some(
            same.map(({ place }) => link(place)),
            2,
          )})`,
        ];
  });
}
