import { unitOfKey } from '../../index/measures';
import { valueText } from '../../index/value-text';
import type { Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, fileLink, link, some } from './markdown';

/** A module of the program's own that stands where others use a service, told by its file's name. */
export interface OwnModule {
  readonly path: string;
  /** Where it is imported, one place a file. */
  readonly users: readonly { readonly path: string; readonly line: number }[];
}

const RATE_LIMIT = /(^|[-_.])(rate[-_]?limit(s|er|ers|ing)?|throttl(e|er|es|ing))([-_.]|$)/i;
/** Pages and what browsers are given as it is; what is run by hand. */
const NO_MODULE = /\.(tsx|jsx|vue|svelte)$|(^|\/)(scripts?|migrations?|docs?|static|public|assets\/vendor)\//;
const SHOWN_MODULES = 8;
const SHOWN_LIMITS = 8;

/** Limits that the program keeps by itself, with the literals of the calls that set them. */
export function ownRateLimitLines(context: DocumentContext, told: ReadonlySet<string>): readonly string[] {
  return ownModules(context, RATE_LIMIT).flatMap((module) => {
    const limits = ownLimitLines(context, module);
    // Of a module that the library's entry names, only its numbers are news.
    return limits.length === 0 && told.has(module.path) ? [] : [moduleLine('Own implementation', module), ...limits];
  });
}

function ownLimitLines(context: DocumentContext, module: OwnModule): readonly string[] {
  const limits = [...ownLimits(context, module), ...limitLines(context, module)];
  return context.isFull ? limits : limits.slice(0, SHOWN_LIMITS);
}

/** Modules of the program's own that a name says are about a matter, most used first. */
export function ownModuleLines(
  context: DocumentContext,
  name: RegExp,
  told: ReadonlySet<string> = new Set(),
  isOwn: (path: string, stem: string) => boolean = () => true,
): readonly string[] {
  const models = new Set(factsOf(context.snapshot, 'model').map(({ path }) => path));
  const modules = ownModules(context, name).filter(
    ({ path }) => !told.has(path) && !models.has(path) && !NO_MODULE.test(path) && isOwn(path, stem(path)),
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

/** Files of the program whose name says what they are about. */
export function ownModules({ snapshot }: DocumentContext, name: RegExp): readonly OwnModule[] {
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

/** A module and who uses it. */
export function moduleLine(title: string, { path, users }: OwnModule): string {
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
  return [...new Set(lines)];
}

/** Names of constants that count requests or the time in which they are counted. */
const COUNTS = /(^|[a-z_.])(max|limit|limits|window|requests|attempts|burst|quota|per_(minute|hour|day))([A-Z_]|$)/i;

/** The limits that the module itself sets: constants, and limiters that it makes by a function of its own. */
function ownLimits({ snapshot }: DocumentContext, { path: own }: OwnModule): readonly string[] {
  const bindings = factsOf(snapshot, 'binding').filter(({ path }) => path === own);
  const names = new Set(bindings.map(({ fact }) => fact.name));
  return bindings.flatMap(({ fact: { name, value }, line }) => {
    if (value.t === 'number' && COUNTS.test(name)) {
      const unit = unitOfKey(name);
      return [`  - ${code(`${name}: ${valueText(value, unit) ?? value.v}`)} (${link({ path: own, line })})`];
    }
    if (value.t !== 'call' || !names.has(value.callee)) return [];
    const text = valueText({ ...value, callee: 'L' })?.replace(/^L(?=\()/, value.callee);
    return text === undefined || !/\d/.test(text)
      ? []
      : [`  - ${code(`${name}: ${text}`)} (${link({ path: own, line })})`];
  });
}

function isTelling(value: Value): boolean {
  return value.t === 'map' || value.t === 'number' || value.t === 'string';
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

/** A file's name without its ending. */
export function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
