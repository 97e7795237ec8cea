import type { RouteFact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { type RouteContext, routeFact } from './route-context';

const NAME = '(GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|ALL)';
const EXPORTED = new RegExp(`^export\\s+(?:(?:async\\s+)?function\\s*\\*?|const|let|var)\\s*${NAME}\\b`);
const LISTED = /^export\s*(?:const\s*|let\s*)?\{([^}]*)\}/;
const ENDING = /\.[cm]?[jt]sx?$/;

interface FileRoute {
  readonly framework: string;
  readonly path: string;
  /** Each exported method is a route; else the default export serves them all, or the one that the name says. */
  readonly method?: string;
}

/** Routes that a file is by its place: Next.js, SvelteKit, Nuxt, Astro. */
export function fileRoutes(context: RouteContext): readonly RouteFact[] {
  const route = routeOfPath(context.script.file.path, context.script.text);
  if (route === undefined) return [];
  const { framework, path, method } = route;
  const facts: RouteFact[] = [];
  for (const node of context.script.exports) {
    const { startIndex } = node;
    const head = context.script.text.slice(startIndex, startIndex + 300);
    if (method === undefined) {
      for (const name of exportedMethods(head)) {
        facts.push(routeFact(context, node, { method: name === 'ALL' ? 'ANY' : name, path, framework, handler: name }));
      }
    } else if (/^export\s+default\b/.test(head)) {
      facts.push(routeFact(context, node, { method, path, framework }, node.childForFieldName('value') ?? undefined));
    }
  }
  return facts.length > 0 || method === undefined ? facts : commonRoute(context, route, method);
}

/** `module.exports = handler`. */
function commonRoute(context: RouteContext, route: FileRoute, method: string): readonly RouteFact[] {
  const assigned = context.script.assignments.find(({ name }) => name === 'module.exports');
  const node: SyntaxNode | undefined = assigned?.target;
  return node === undefined ? [] : [routeFact(context, node, { method, path: route.path, framework: route.framework })];
}

function exportedMethods(head: string): readonly string[] {
  const single = EXPORTED.exec(head)?.[1];
  if (single !== undefined) return [single];
  const list = LISTED.exec(head)?.[1];
  if (list === undefined) return [];
  return list.split(',').flatMap((part) => {
    const name = /([\w$]+)\s*$/.exec(part.trim())?.[1] ?? '';
    return new RegExp(`^${NAME}$`).test(name) ? [name] : [];
  });
}

function routeOfPath(path: string, text: string): FileRoute | undefined {
  if (/(^|\/)\+server\.[jt]s$/.test(path)) {
    const inner = /(?:^|\/)src\/routes\/(.*)$/.exec(path)?.[1];
    return inner === undefined ? undefined : { framework: 'sveltekit', path: joined(inner.split('/').slice(0, -1)) };
  }
  if (/(^|\/)route\.[cm]?[jt]sx?$/.test(path)) {
    const inner = (/(?:^|\/)src\/app\/(.*)$/.exec(path) ?? /(?:^|\/)app\/(.*)$/.exec(path))?.[1];
    return inner === undefined ? undefined : { framework: 'next', path: joined(inner.split('/').slice(0, -1)) };
  }
  const pages = /(?:^|\/)pages\/(api\/.*)$/.exec(path)?.[1];
  if (pages !== undefined && ENDING.test(pages) && !/\.(test|spec|d)\./.test(pages)) {
    const isAstro = /(?:^|\/)src\/pages\//.test(path) && /\bAPIRoute\b|\bAPIContext\b|from\s*['"]astro/.test(text);
    const place = joined(withoutIndex(pages.replace(ENDING, '').split('/')));
    return isAstro ? { framework: 'astro', path: place } : { framework: 'next', path: place, method: 'ANY' };
  }
  return nitro(path, text);
}

/** `server/api/users/[id].get.ts`. */
function nitro(path: string, text: string): FileRoute | undefined {
  const match = /(?:^|\/)server\/(api|routes)\/(.*)$/.exec(path);
  if (match === null || !/\b(define)?(Cached)?EventHandler\b|\beventHandler\b/.test(text)) return undefined;
  const parts = (match[2] ?? '').replace(ENDING, '').split('/');
  const last = /^(.*?)(?:\.(get|post|put|patch|delete|head|options))?$/.exec(parts.pop() ?? '');
  const whole = [...(match[1] === 'api' ? ['api'] : []), ...parts, last?.[1] ?? ''];
  return { framework: 'nuxt', path: joined(withoutIndex(whole)), method: last?.[2]?.toUpperCase() ?? 'ANY' };
}

function withoutIndex(parts: readonly string[]): readonly string[] {
  return parts.at(-1) === 'index' ? parts.slice(0, -1) : parts;
}

/** Groups, slots and empty parts are no part of the address. */
function joined(parts: readonly string[]): string {
  return `/${parts.filter((part) => part !== '' && !/^\(.*\)$/.test(part) && !part.startsWith('@')).join('/')}`;
}
