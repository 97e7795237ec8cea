import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, fileLink, link, some } from './markdown';

/** Names of plugs that let somebody in or turn them away. */
const ABOUT_ACCESS =
  /(^|_)(auth\w*|signed|logged|login|users?|admins?|sessions?|tokens?|jwt|permissions?|roles?|access|api_?keys?)(_|$)/;
const SHOWN = 3;

/** Modules of a `plugs` folder that routes are piped through, by names that speak of users and access. */
export function authPlugLines({ snapshot }: DocumentContext): readonly string[] {
  const files = snapshot.files.filter(({ path, role }) => role === 'source' && /(^|\/)plugs\/[\w/]+\.ex$/.test(path));
  if (files.length === 0) return [];
  const routers = new Set(factsOf(snapshot, 'route').map(({ path }) => path));
  const uses = factsOf(snapshot, 'call').filter(({ fact, path }) => fact.callee.endsWith('.plug') && routers.has(path));
  return files.flatMap(({ path }) => {
    const stem = path.slice(path.lastIndexOf('/') + 1, -'.ex'.length);
    if (!ABOUT_ACCESS.test(stem)) return [];
    const places = uses.filter(({ fact }) => isModuleOf(fact, path, stem));
    const [first] = places;
    if (first === undefined) return [];
    return [
      `- Plug ${code(first.fact.module)}: ${fileLink(path)}, routes are piped through it at ${some(places.map(link), SHOWN)}`,
    ];
  });
}

/** `MyAppWeb.Plugs.SignedIn` stands in `my_app_web/plugs/signed_in.ex`. */
function isModuleOf({ module }: Placed<'call'>['fact'], path: string, stem: string): boolean {
  const parts = module.split('.').map(snakeCase);
  if (parts.at(-1) !== stem) return false;
  return parts.length > 1 && path.endsWith(`/${parts.slice(-2).join('/')}.ex`);
}

function snakeCase(name: string): string {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .toLowerCase();
}
