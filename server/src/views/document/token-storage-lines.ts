import { groupBy } from '../../index/order';
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
