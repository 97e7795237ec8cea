import { valueText } from '../../index/value-text';
import type { Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, fileLink, link, some } from './markdown';

/** A module of the program's own that stands where others use a service, told by its file's name. */
interface OwnModule {
  readonly path: string;
  /** Where it is imported, one place a file. */
  readonly users: readonly { readonly path: string; readonly line: number }[];
}

const RATE_LIMIT = /(^|[-_.])(rate[-_]?limit(s|er|ers|ing)?|throttl(e|er|es|ing))([-_.]|$)/i;
const AUDIT = /(^|[-_.])(audit[-_]?(log|logs|logger|trail|service)?)([-_.]|$)/i;
const SHOWN_MODULES = 8;
const SHOWN_ACTIONS = 40;

/** Limits that the program keeps by itself, with the literals of the calls that set them. */
export function ownRateLimitLines(context: DocumentContext): readonly string[] {
  return ownModules(context, RATE_LIMIT).flatMap((module) => [
    moduleLine('Own implementation', module),
    ...limitLines(context, module),
  ]);
}

/** What is written to an audit log: the actions of the calls that write it. */
export function auditLines(context: DocumentContext): readonly string[] {
  const actions = new Map<string, { readonly path: string; readonly line: number }>();
  for (const { fact, path, line } of factsOf(context.snapshot, 'call')) {
    if (!/audit/i.test(fact.callee)) continue;
    for (const value of [...fact.args, { t: 'map' as const, entries: fact.keywords }]) {
      for (const action of actionsIn(value)) if (!actions.has(action)) actions.set(action, { path, line });
    }
  }
  const modules = ownModules(context, AUDIT);
  if (actions.size === 0) return [];
  return [
    ...modules.map((module) => moduleLine('Implementation', module)),
    `- Tracked actions: ${some([...actions.keys()].sort().map(code), SHOWN_ACTIONS)}`,
  ];
}

/** Modules of the program's own that a name says are about a matter, most used first. */
export function ownModuleLines(context: DocumentContext, name: RegExp): readonly string[] {
  const modules = ownModules(context, name).filter(
    ({ path }) => !/\.(tsx|jsx|vue|svelte)$|(^|\/)(scripts?|migrations?|docs?)\//.test(path),
  );
  if (modules.length === 0) return [];
  const sorted = [...modules].sort((a, b) => b.users.length - a.users.length);
  return [
    `- Own modules: ${some(
      sorted.map(({ path }) => fileLink(path)),
      SHOWN_MODULES,
    )}`,
  ];
}

function ownModules({ snapshot }: DocumentContext, name: RegExp): readonly OwnModule[] {
  const imports = factsOf(snapshot, 'import');
  return snapshot.files
    .filter((file) => file.role === 'source' && file.language !== undefined && name.test(stem(file.path)))
    .map(({ path }) => ({
      path,
      users: imports
        .filter(
          (found) =>
            found.path !== path && stem(lastPart(found.fact.module)) === stem(path) && isLocal(found.fact.module),
        )
        .map((found) => ({ path: found.path, line: found.line })),
    }));
}

function moduleLine(title: string, { path, users }: OwnModule): string {
  return `- ${title}: ${fileLink(path)}${users.length === 0 ? '' : `, used by ${some(users.map(link), 3)}`}`;
}

/** `createRateLimiter({ windowMs: 60000, max: 10 })`: the numbers that a reader asks for. */
function limitLines({ snapshot }: DocumentContext, { path: own }: OwnModule): readonly string[] {
  const lines = factsOf(snapshot, 'call').flatMap(({ fact, path, line }) => {
    const isOurs = stem(lastPart(fact.module)) === stem(own) && isLocal(fact.module);
    if (!isOurs) return [];
    const texts = [
      ...fact.args.filter(isTelling),
      ...(Object.keys(fact.keywords).length > 0 ? [{ t: 'map' as const, entries: fact.keywords }] : []),
    ]
      .map((value) => valueText(value))
      .filter((text) => text !== undefined && /\d/.test(text));
    return texts.length === 0
      ? []
      : [`  - ${code(`${lastName(fact.callee)}(${texts.join(', ')})`)} (${link({ path, line })})`];
  });
  return lines.slice(0, 8);
}

function isTelling(value: Value): boolean {
  return value.t === 'map' || value.t === 'number' || value.t === 'string';
}

function actionsIn(value: Value): readonly string[] {
  if (value.t !== 'map') return [];
  return Object.entries(value.entries).flatMap(([key, entry]) => {
    if (!/^(action|event|event_?type|action_?type)$/i.test(key)) return [];
    const options = entry.t === 'either' ? entry.options : [entry];
    return options.flatMap((option) => (option.t === 'string' && /^[\w.:-]{3,60}$/.test(option.v) ? [option.v] : []));
  });
}

function isLocal(module: string): boolean {
  return /^[.@~]/.test(module) || module.includes('.') || module.startsWith('src/');
}

function lastPart(module: string): string {
  const path = module.replace(/\.(js|ts|jsx|tsx|mjs)$/, '');
  return path.includes('/') ? path.slice(path.lastIndexOf('/') + 1) : path.slice(path.lastIndexOf('.') + 1);
}

function lastName(callee: string): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}

function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
