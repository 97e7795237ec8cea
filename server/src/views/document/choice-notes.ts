import { byText, groupBy } from '../../index/order';
import { reachIn, type Site } from '../../index/reach';
import type { LocalCall } from '../../model/facts';
import type { DocumentContext } from './context';
import { code, link, some } from './markdown';
import type { Place } from './places';

const SHOWN_USERS = 5;

/** The class or function at the top of the file; in Elixir its module. */
export function topOf(path: string, scope: string): string {
  const parts = scope.split('.');
  return /\.exs?$/.test(path) ? parts.filter((part) => /^[A-Z]/.test(part)).join('.') : (parts[0] ?? '');
}

/** Who uses a class or function: `EmailService`, `PostService`. */
export function usersText({ snapshot }: DocumentContext, path: string, name: string): string {
  const sites = reachIn(snapshot)
    .users(path, name)
    .filter((site): site is Site & { readonly scope: string } => site.scope !== undefined && site.scope !== '');
  const groups = groupBy(sites, (site) => `${site.path}\n${topOf(site.path, site.scope)}`);
  const users = [...groups.values()].flatMap(([first]) => first ?? []).sort((a, b) => byText(a.path, b.path));
  return some(
    users.map((site) => `${code(topOf(site.path, site.scope))} (${link(site)})`),
    SHOWN_USERS,
  );
}

/** What is left when no key is set: a class that is made where those of the services are and is named like them. */
export function fallbackOf(
  { snapshot }: DocumentContext,
  { path }: Place,
  scope: string,
  services: ReadonlySet<string>,
): string | undefined {
  const file = snapshot.files.find((one) => one.path === path);
  const made = (file?.facts ?? [])
    .flatMap((fact) => (fact.kind === 'localCalls' ? fact.calls : []))
    .filter((call) => (call.from === scope || call.from.startsWith(`${scope}.`)) && isClass(call.to));
  const known = made.filter((call) => services.has(classOf(call)));
  const others = made.filter((call) => !services.has(classOf(call)) && known.some((one) => isNamedLike(call, one)));
  const [only] = others;
  const isLast = only !== undefined && known.length > 1 && known.every(({ line }) => line < only.line);
  return isLast && others.length === 1 ? classOf(only) : undefined;
}

function isClass(name: string): boolean {
  return /^[A-Z]\w*(?:\.(?:__init__|constructor))?$/.test(name);
}

function classOf({ to }: LocalCall): string {
  return to.split('.', 1)[0] ?? '';
}

function isNamedLike(a: LocalCall, b: LocalCall): boolean {
  const lastWord = (call: LocalCall): string => /[A-Z][a-z0-9]*$/.exec(classOf(call))?.[0] ?? '';
  return lastWord(a) !== '' && lastWord(a) === lastWord(b);
}
