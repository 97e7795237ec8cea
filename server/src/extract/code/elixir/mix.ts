import type { DependencyFact, Fact, ManifestFact } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf, rangeOf } from '../ranges';
import { namedChildren, type Pair, pairsOf } from './arguments';
import type { CallContext } from './calls';
import { bodyOf } from './definitions';

/** The manifest and the dependencies of a `mix.exs`. */
export function readMix(context: CallContext): readonly Fact[] {
  const { source } = context;
  if (!/(^|\/)mix\.exs$/.test(source.path)) return [];
  const project = projectPairs(context);
  const given = project.find((pair) => pair.key === 'deps')?.value;
  const lists = [...dependencyLists(context), ...(given === undefined ? [] : listsIn(given, 0))];
  return [
    manifest(context, project),
    ...lists.flatMap((list) => namedChildren(list)).flatMap((tuple) => dependency(context, tuple) ?? []),
    ...commentedOut(context),
  ];
}

/** `def project, do: [...]`. */
function projectPairs(context: CallContext): readonly Pair[] {
  const block = context.source.outline.blocks.find((one) => one.kind === 'function' && one.name === 'project');
  const body = block === undefined ? undefined : bodyOf(block.node);
  return body === undefined ? [] : listsIn(body, 0).flatMap((list) => pairsOf(list));
}

/** The lists that functions called `deps`, `dev_deps` and the like give back. */
function dependencyLists(context: CallContext): readonly SyntaxNode[] {
  return context.source.outline.blocks
    .filter((block) => block.kind === 'function' && /(^|_)(deps|dependencies)(_|$)/.test(block.name))
    .flatMap((block) => {
      const body = bodyOf(block.node);
      return body === undefined ? [] : listsIn(body, 0);
    });
}

/** Lists in an expression: itself, joined with `++`, in branches. */
function listsIn(node: SyntaxNode, depth: number): readonly SyntaxNode[] {
  if (node.type === 'list') return [node];
  if (depth > 8 || !/^(binary_operator|call|arguments|do_block|else_block|keywords|pair|block)$/.test(node.type))
    return [];
  return namedChildren(node).flatMap((child) => listsIn(child, depth + 1));
}

function manifest(context: CallContext, project: readonly Pair[]): ManifestFact {
  const text = (key: string): Value | undefined => {
    const pair = project.find((one) => one.key === key);
    return pair === undefined ? undefined : context.values.of(pair.value);
  };
  const app = text('app');
  const apps = text('apps_path');
  const scripts = aliasScripts(text('aliases'));
  const at = project.find((pair) => pair.key === 'app' || pair.key === 'apps_path')?.node;
  return {
    kind: 'manifest',
    ecosystem: 'hex',
    ...(app?.t === 'ref' && app.path.startsWith(':') && { name: app.path.slice(1) }),
    ...(apps?.t === 'string' && { workspaces: [`${apps.v}/*`] }),
    ...(scripts !== undefined && { scripts }),
    range: at === undefined ? { line: 0, column: 0, endLine: 0, endColumn: 0 } : rangeOf(at),
  };
}

/** `aliases: aliases()`: each name with its steps in order. */
function aliasScripts(aliases: Value | undefined): Readonly<Record<string, string>> | undefined {
  if (aliases?.t !== 'map') return undefined;
  const entries = Object.entries(aliases.entries).flatMap(([name, value]) => {
    const steps = (value.t === 'list' ? value.items : [value]).flatMap((step) => (step.t === 'string' ? [step.v] : []));
    return steps.length === 0 ? [] : [[name, steps.join(' && ')] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** `{:name, "~> 1.0", only: :dev}`; what lies in the project itself is no dependency. */
function dependency(context: CallContext, tuple: SyntaxNode): DependencyFact | undefined {
  if (tuple.type !== 'tuple' && tuple.type !== 'pair') return undefined;
  const parts = namedChildren(tuple);
  const name = parts[0];
  if (name?.type !== 'atom') return undefined;
  const values = parts.slice(1).map((part) => context.values.of(part));
  const version = values.find((value) => value.t === 'string');
  const options = values.find((value) => value.t === 'map')?.entries ?? {};
  const has = (key: string): boolean => Object.hasOwn(options, key);
  if (has('path') || isTrue(options['in_umbrella'])) return undefined;
  // Another name on hex.pm than the application's: `hex: :other`.
  const hex = options['hex'];
  const written = name.text.slice(1);
  const renamed = hex?.t === 'ref' ? hex.path.replace(/^:/, '') : hex?.t === 'string' ? hex.v : undefined;
  const isSource = has('git') || has('github') || has('gitlab');
  return {
    kind: 'dependency',
    ecosystem: 'hex',
    name: renamed ?? written,
    version: version?.t === 'string' && !isSource ? version.v : '',
    group: groupOf(options['only'], options['optional']),
    range: headOf(tuple),
  };
}

function isTrue(value: Value | undefined): boolean {
  return value?.t === 'bool' && value.v;
}

/** Only what production never gets is a development dependency. */
function groupOf(only: Value | undefined, optional: Value | undefined): DependencyFact['group'] {
  if (isTrue(optional)) return 'optional';
  const environments = only === undefined ? [] : only.t === 'list' ? only.items : [only];
  const names = environments.flatMap((one) => (one.t === 'ref' ? [one.path] : []));
  return names.length > 0 && names.every((name) => name !== ':prod') ? 'dev' : 'runtime';
}

const COMMENTED = /^#+\s*\{\s*:(\w+)\s*,\s*"([^"]*)"\s*(?:,\s*([^}]*))?\}\s*,?\s*(?:#.*)?$/;

/** `# {:redix, "~> 1.0"},`: a dependency that was, or may be. */
function commentedOut(context: CallContext): readonly DependencyFact[] {
  const { source } = context;
  return source.comments.flatMap((comment): readonly DependencyFact[] => {
    const start = comment.startIndex;
    const lineEnd = source.text.indexOf('\n', start);
    const match = COMMENTED.exec(source.text.slice(start, lineEnd < 0 ? undefined : lineEnd).trimEnd());
    const [, name, version, options = ''] = match ?? [];
    // The generated `mix.exs` shows the form with these two.
    if (name === undefined || version === undefined || name === 'dep_from_hexpm' || name === 'my_app') return [];
    if (/\b(path|in_umbrella):/.test(options)) return [];
    const isDev = /only:\s*(\[[^\]]*\]|:\w+)/.exec(options)?.[1]?.includes('prod') === false;
    return [
      {
        kind: 'dependency',
        ecosystem: 'hex',
        name,
        version,
        group: isDev ? 'dev' : 'runtime',
        commentedOut: true,
        range: rangeOf(comment),
      },
    ];
  });
}
