import type { CallFact, Fact } from '../../../model/facts';
import { onItsOwn } from '../../on-its-own';
import { factsFurther } from '../facts-further';
import { type PythonContext, placeAt, placeOf } from './context';
import { useOfCall } from './env/use-of-call';
import { lastName } from './name-paths';
import type { Resolved } from './names';
import { concern, places } from './parts';
import { withRequestArguments } from './request-arguments';
import type { CallSite } from './source';
import { dottedAt } from './source';
import { withClaims } from './token-payloads';

/** Parts of the standard library whose calls say nothing about what a program talks to. */
const PLUMBING = new Set(
  `__future__ abc argparse array ast asyncio atexit base64 bisect builtins calendar collections colorsys concurrent
  contextlib contextvars copy csv dataclasses datetime decimal difflib dis enum errno filecmp fnmatch fractions functools
  gc glob graphlib heapq html importlib inspect io ipaddress itertools json keyword linecache locale math mimetypes
  multiprocessing numbers operator os pathlib pickle pkgutil platform pprint queue random re reprlib shlex shutil signal
  stat statistics string struct sys sysconfig tempfile textwrap threading time timeit token tokenize traceback types
  typing typing_extensions unicodedata unittest uuid warnings weakref zoneinfo`.split(/\s+/),
);

const NO_ARGUMENTS: Pick<CallFact, 'args' | 'keywords'> = { args: [], keywords: {} };
/** Lines for a logger of the project's own: a library's set-up is worth telling, each line is not. */
const LOG_LINE = /(?:^|[._])log(?:ger|ging)?\.(?:debug|info|warn|warning|error|exception|critical|log|success|trace)$/i;
/** Test tools: their calls are many and say nothing. */
const TEST_TOOLS = /^(pytest|unittest|factory|faker|model_bakery|hypothesis|nose)\b/;
/** Declarations of columns, fields and responses: there are thousands, and nobody asks for their arguments. */
const SCHEMA =
  /^(?:django\.(?:db\.(?:models|migrations)|forms|urls|shortcuts|http|utils|test)\.(?!.*(?:File|Image)Field)|rest_framework\.(?:serializers|response|exceptions)\.|sqlalchemy\.(?:orm\.)?(?:[A-Z]\w*|mapped_column|relationship|select|func\.\w+|and_|or_|desc|text)$|alembic\.op\.|pydantic\.(?:Field|ConfigDict)$|fastapi\.HTTPException$)/;

/** Calls that would drown all others. */
function isNoise(resolved: Resolved): boolean {
  return isPlumbing(resolved.module) || TEST_TOOLS.test(resolved.path) || LOG_LINE.test(resolved.path);
}

function isSchema(path: string): boolean {
  return SCHEMA.test(path);
}

export function isPlumbing(module: string): boolean {
  return PLUMBING.has(module.split('.', 1)[0] ?? '');
}

export function callFacts(context: PythonContext): readonly Fact[] {
  const { source, text } = context;
  if (isMigration(context.path)) return [];
  const decorators = new Map(source.decorators.map((site) => [site.node.startIndex, site.decorates]));
  const targets = new Map(source.assigns.map((site) => [site.node.startIndex, site.target]));
  const calls = context.parts.each(source.calls, CALLS, (site): readonly CallFact[] => {
    const resolved = resolveCallee(context, site);
    if (resolved === undefined || isNoise(resolved)) return NONE;
    const start = site.node.startIndex;
    const at = text[start - 1] === '@' ? decorators.get(start - 1) : undefined;
    const result = at === undefined ? resultOf(context, start, targets) : undefined;
    const fact: CallFact = {
      kind: 'call',
      callee: resolved.path,
      module: resolved.module,
      ...argumentsOf(context, resolved.path, site),
      ...placeOf(context, site.node),
      ...(/^_*[A-Z]/.test(lastName(resolved.path)) && { construct: true }),
      ...(result !== undefined && { result }),
      ...(at !== undefined && { decorates: at }),
      ...useOf(context, site),
    };
    return [fact];
  });
  return [...calls, ...bareDecorators(context)];
}

const NONE: readonly CallFact[] = [];
const DECORATING = places<CallSite>();
const CALLS = concern<CallFact>(factsFurther, onItsOwn);

/** Calls that decorate: `@app.task(queue="x")`. */
export function decoratingCalls({ parts, source, text }: PythonContext): readonly CallSite[] {
  return parts.only(source.calls, DECORATING, ({ node }) => text[node.startIndex - 1] === '@');
}

/** Django's migrations are many, and call its fields alone. */
export function isMigration(path: string): boolean {
  return /(^|\/)migrations\/\d{4}_\w+\.py$/.test(path);
}

/** Decorators that are not called: `@app.task`. */
function bareDecorators(context: PythonContext): readonly CallFact[] {
  const { source, text } = context;
  return source.decorators.flatMap(({ node, decorates }): readonly CallFact[] => {
    const start = node.startIndex + 1;
    const name = dottedAt(text, start);
    if (name === '' || /[([.]/.test(text[start + name.length] ?? '')) return [];
    const resolved = context.names.resolve(name, start);
    if (resolved === undefined || isNoise(resolved)) return [];
    const { path: callee, module } = resolved;
    const place = placeAt(context, start, start + name.length);
    return [{ kind: 'call', callee, module, ...NO_ARGUMENTS, decorates, ...place }];
  });
}

/** What is done with the result of a call that may ask for a variable. */
function useOf(context: PythonContext, site: CallSite): Pick<CallFact, 'use'> {
  const { startIndex } = site.args;
  const asks = /^\(\s*["'][A-Z][A-Z0-9_]+["']/.test(context.text.slice(startIndex, startIndex + 80));
  const use = asks ? useOfCall(context, site) : undefined;
  return use === undefined ? {} : { use };
}

function argumentsOf(context: PythonContext, callee: string, site: CallSite): Pick<CallFact, 'args' | 'keywords'> {
  // What tests pass proves nothing about the program; that they call is enough.
  if (context.source.file.role === 'test' || isSchema(callee)) return NO_ARGUMENTS;
  const given = withClaims(context, callee, site, context.values.ofArguments(site.args));
  return withRequestArguments(context, callee, site, given);
}

/** The callee of a call as a path from an import. Calling something made is told as `.__call__`. */
export function resolveCallee(context: PythonContext, site: CallSite): Resolved | undefined {
  // Every concern asks for the same callees.
  const { callees } = context.names.memo;
  const known = callees.get(site);
  if (known !== undefined) return known === 'local' ? undefined : known;
  const resolved = resolveAnew(context, site);
  callees.set(site, resolved ?? 'local');
  return resolved;
}

function resolveAnew(context: PythonContext, site: CallSite): Resolved | undefined {
  const { names } = context;
  const start = site.node.startIndex;
  const { root } = site;
  if (root === '') return undefined;
  if (root.length === site.text.length) {
    const resolved = names.resolve(root, start);
    if (resolved?.made !== true || lastName(resolved.path) === lastName(root)) return resolved;
    return { ...resolved, path: `${resolved.path}.__call__` };
  }
  // A chain such as `Session().get(...)`: worth asking the tree only if its first name is known.
  if (!root.startsWith('self.') && names.resolve(root, start) === undefined) return undefined;
  return names.resolveNode(site.node.childForFieldName('function'));
}

/** The name that the call at an offset is assigned to. */
function resultOf(context: PythonContext, start: number, targets: ReadonlyMap<number, string>): string | undefined {
  const { positions } = context.source;
  const lineStart = positions.lineStart(positions.lineAt(start));
  const before = context.text.slice(lineStart, start);
  const match = /^(\s*)([\w.]+)\s*(?::[^=\n]{1,120})?=\s*\(?\s*(?:await\s+)?$/.exec(before);
  if (match === null) return undefined;
  const target = targets.get(lineStart + (match[1] ?? '').length);
  return target === '' ? undefined : target;
}
