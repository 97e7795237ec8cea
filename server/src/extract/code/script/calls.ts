import type { CallFact } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { remembered } from '../../remembered';
import { headOf } from '../ranges';
import type { Resolved } from './declaration';
import { useOfCall } from './env/use-of-call';
import { lengthBefore } from './length-before';
import { isLocalModule } from './module-path';
import type { Resolver } from './resolve';
import { type CallSite, type Script, scopeAt } from './script';
import { KEEPS, storageKey } from './storage-key';
import type { Values } from './values';

/** What frameworks of the view ask of every component, and what tests say: nothing outside answers these. */
export const PLUMBING =
  /^(react|react-dom|vue|svelte|solid-js|preact|clsx|classnames|tailwind-merge|class-variance-authority|vitest|@jest\/globals|chai|node:test|node:assert|assert|cypress|@testing-library\/[\w-]+|@playwright\/test|class-validator|class-transformer)([./]|$)/;
/** Descriptions of data come by the hundred; that there is one says all. */
const DESCRIPTIONS = [
  /^(zod|yup|joi|valibot|superstruct|arktype|@hapi\/joi|@sinclair\/typebox)\.(?!(\w+\.)?\w*(object|Object|parse|Parse|validate)\w*$)/,
  /^drizzle-orm\/\w+-core\.(?!\w*(Table|Schema|Enum|table)$)/,
  /^@nestjs\/swagger\.Api\w+$/,
];

/** What is done with a result says nothing of what gave it: `db.query(...).map(...)`, `(await fetch(url)).json()`. */
const AFTERWARDS =
  /^\$?fetch\.|\.[^./]+\.(map|filter|forEach|reduce|flatMap|join|slice|push|split|trim|replace|concat|some|every|then|catch|finally|toString|toISOString|toFixed|toLowerCase|toUpperCase|toLocaleString|startsWith|endsWith|indexOf|localeCompare|padStart)$/;

const isSmallTalk = remembered(
  (path) => PLUMBING.test(path) || AFTERWARDS.test(path) || DESCRIPTIONS.some((pattern) => pattern.test(path)),
);

/** A call whose callee leads back to an import. */
export interface ResolvedCall extends CallSite {
  readonly resolved: Resolved;
  /** The name that its result is bound to. */
  readonly result: string | undefined;
}

/** The calls of a file that start at an import. */
export function resolveCalls(script: Script, resolver: Resolver): readonly ResolvedCall[] {
  const calls: ResolvedCall[] = [];
  for (const site of script.calls) {
    const resolved = resolver.callee(site);
    if (resolved === undefined) continue;
    const { node, start, args, construct, root } = site;
    calls.push({ node, start, args, construct, root, resolved, result: resultName(script, site) });
  }
  return calls;
}

/** The name before the `=`, where the call is the whole value (`await` and parentheses looked through). */
function resultName(script: Script, site: CallSite): string | undefined {
  const start = site.node.startIndex;
  const index = start - lengthBefore(script.text, start);
  const assignment = script.byValue.get(index) ?? script.byValue.get(start);
  if (assignment === undefined) return undefined;
  const { endIndex } = assignment.value;
  // `const x = a().b()` binds what `b` returns, not what `a` does.
  if (!/^[\s)!;,]*$/.test(script.text.slice(site.node.endIndex, endIndex)) && !isCast(script, site, endIndex)) {
    return undefined;
  }
  return assignment.name === '' ? undefined : assignment.name.replace(/^module\.exports$/, 'default');
}

function isCast(script: Script, site: CallSite, end: number): boolean {
  return /^\s*\)*\s*(as|satisfies)\s/.test(script.text.slice(site.node.endIndex, end));
}

export function callFacts(script: Script, values: Values, calls: readonly ResolvedCall[]): readonly CallFact[] {
  const decorated = decoratorNames(script);
  const isTest = script.file.role === 'test';
  const facts: CallFact[] = [];
  for (const call of calls) {
    const { path, module } = call.resolved;
    // Tests prove nothing but which packages they use.
    if (isTest && isLocalModule(module)) continue;
    if (isSmallTalk(path)) continue;
    const scope = scopeAt(script, call.node.startIndex);
    const decorates = decorated.get(call.node.startIndex);
    const use = useOfCall(script, values, call);
    facts.push({
      kind: 'call',
      callee: path,
      module,
      // What a test hands over is told nowhere.
      args: isTest ? [] : argumentsOf(script, values, call),
      keywords: {},
      range: headOf(call.node),
      ...(call.construct && { construct: true }),
      ...(call.result !== undefined && { result: call.result }),
      ...(decorates !== undefined && { decorates }),
      ...(use !== undefined && { use }),
      ...(scope !== undefined && { scope }),
    });
  }
  return facts;
}

function argumentsOf(script: Script, values: Values, { args, resolved }: ResolvedCall): readonly Value[] {
  const found = values.args(args);
  const key = KEEPS.test(resolved.path) ? storageKey(script, args) : undefined;
  return key === undefined ? found : [key, ...found.slice(1)];
}

const DECORATED =
  /^(?:\s|@[\w.]+(?:\([^@]*?\))?(?=\s)|export|default|abstract|public|private|protected|readonly|static|async|override)*(?:class\s+)?([A-Za-z_$][\w$]*)/;

/** The functions and classes that decorators stand before: the index of the decorator's expression to their name. */
export function decoratorNames(script: Script): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const decorator of script.decorators) {
    const name = decoratedName(script.text, decorator);
    if (name !== undefined) names.set(decorator.startIndex + 1, name);
  }
  return names;
}

function decoratedName(text: string, decorator: SyntaxNode): string | undefined {
  return DECORATED.exec(text.slice(decorator.endIndex, decorator.endIndex + 400))?.[1];
}
