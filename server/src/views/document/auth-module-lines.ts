import { authPlugLines } from './auth-plug-lines';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { ownModuleLines } from './own-modules';
import { pathsIn } from './places';

const ROLE =
  '([-_.](middleware|plug|guard|strategy|service|utils|helpers?|cookie|token|tokens|backend|backends|provider))?';
const AUTH = `(^|[-_.])(optional[-_.]?|require[-_.]?|custom[-_.]?)?(auth|authentication|jwt|passwords?|permissions?|oauth)${ROLE}$`;
/** Games, chats, browsers and check-outs have sessions as well: the file must have to do with log-ins. */
const SESSION = `^(?:get[-_])?(authorization|sessions?)${ROLE}$`;
const ABOUT_LOGINS = /cookie|jwt|auth(?!or)/i;

/** The program's own modules about log-ins and rights; plugs with the routes that are piped through them. */
export function authModuleLines(context: DocumentContext, told: ReadonlySet<string>): readonly string[] {
  const plugs = authPlugLines(context);
  const known = new Set([...told, ...pathsIn(plugs)]);
  const ofLogins = loginFiles(context);
  const name = new RegExp(`${AUTH}|${SESSION}`, 'i');
  const session = new RegExp(SESSION, 'i');
  const isOwn = (path: string, stem: string): boolean => !session.test(stem) || ofLogins.has(path);
  return [...plugs, ...ownModuleLines(context, name, known, isOwn)];
}

/** Files that use a library for log-ins, take in what is named after them, or keep a token in the browser. */
function loginFiles({ of, snapshot }: DocumentContext): ReadonlySet<string> {
  const used = [...of('auth'), ...of('auth-libraries')].flatMap(({ evidence }) => evidence);
  const stores = factsOf(snapshot, 'call').filter(({ fact }) => /(?:local|session)Storage\.\w+Item$/.test(fact.callee));
  const importing = factsOf(snapshot, 'import').filter(({ fact }) =>
    [fact.module, ...fact.names.map(({ name }) => name)].some((name) => ABOUT_LOGINS.test(name)),
  );
  return new Set([
    ...importing.map(({ path }) => path),
    ...used.filter(({ status }) => status === 'called' || status === 'imported').map(({ path }) => path),
    ...stores.map(({ path }) => path),
  ]);
}
