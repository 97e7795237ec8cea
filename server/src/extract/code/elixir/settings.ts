import type { SettingFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf } from '../ranges';
import { argumentsOf, type Pair, pairsOf, unwrap } from './arguments';
import type { CallContext } from './calls';
import { conditionAt } from './env-conditions';
import type { Environments } from './environments';
import { hideByName } from './literals';
import { configParts } from './settings-path';
import { isKeywordList } from './shapes';
import { identifierAt } from './text-at';

export interface Settings {
  readonly facts: readonly SettingFact[];
  /** Which setting keeps a variable: its index and name -> the setting's path. */
  readonly kept: ReadonlyMap<string, string>;
}

/** Lists that only make sense as a whole. */
const WHOLE = new Set(['providers', 'queues', 'plugins', 'crontab', 'jobs']);
const MAX_DEPTH = 8;

/** Whether a file is configuration: it lies in `config/` or says so. */
export function isConfiguration(path: string, text: string): boolean {
  return /\.exs$/.test(path) && (/(^|\/)config\//.test(path) || /^\s*(import Config|use Mix\.Config)\b/m.test(text));
}

/** `config :app, Key, k: v`: one fact for each value at the end of a path. */
export function readSettings(context: CallContext, environments: Environments): Settings {
  const { source } = context;
  const into: Collected = { facts: [], kept: new Map() };
  if (!isConfiguration(source.path, source.text)) return into;
  for (const call of source.locals) {
    if (call.name === 'config') readStatement({ context, environments, into }, call.node);
  }
  return into;
}

interface Collected {
  readonly facts: SettingFact[];
  readonly kept: Map<string, string>;
}

interface Reading {
  readonly context: CallContext;
  readonly environments: Environments;
  readonly into: Collected;
}

function readStatement(reading: Reading, call: SyntaxNode): void {
  const { positional, keywords } = argumentsOf(call);
  const last = positional[positional.length - 1];
  // `config :app, [k: v]` and `config :app, Key, [k: v]`.
  const bracketed = last !== undefined && positional.length > 1 && isKeywordList(last) ? pairsOf(last) : [];
  const named = bracketed.length > 0 || (keywords.length === 0 && positional.length === 3) ? -1 : undefined;
  const parts = configParts(reading.context, positional.slice(0, named).slice(0, 2));
  if (parts === undefined) return;
  const base = parts.join('.');
  const key = parts[parts.length - 1] ?? '';
  if (keywords.length > 0) {
    flatten(reading, base, keywords, 0);
    return;
  }
  if (last === undefined || positional.length < 2) return;
  const pairs = bracketed.length > 0 ? bracketed : nestedPairs(last);
  if (pairs.length > 0 && !WHOLE.has(key)) flatten(reading, base, pairs, 0);
  else if (positional.length === 3) addSetting(reading, base, key, last, call);
}

function flatten(reading: Reading, base: string, pairs: readonly Pair[], depth: number): void {
  for (const { key, value, node } of pairs) {
    const path = `${base}.${key}`;
    const inner = depth < MAX_DEPTH && !WHOLE.has(key) ? nestedPairs(value) : [];
    if (inner.length > 0) flatten(reading, path, inner, depth + 1);
    else addSetting(reading, path, key, value, node);
  }
}

function addSetting(reading: Reading, path: string, key: string, value: SyntaxNode, at: SyntaxNode): void {
  const { context, environments, into } = reading;
  const start = at.startIndex;
  const inner = unwrap(value);
  if (inner.type === 'identifier') {
    const index = inner.startIndex;
    const variable = context.definitions.variable(identifierAt(context.source.text, index), index);
    if (variable !== undefined) into.kept.set(`${variable.start} ${variable.name}`, path);
  }
  const when = environments.at(start) ?? conditionAt(context, start);
  into.facts.push({
    kind: 'setting',
    system: 'phoenix',
    path,
    value: hideByName(key, context.values.of(value)),
    ...(when !== undefined && { when }),
    range: headOf(at),
    ...context.source.scopeAt(start),
  });
}

/** The pairs of a keyword list or of a map whose keys are all names. */
function nestedPairs(value: SyntaxNode): readonly Pair[] {
  if (value.type === 'list') return isKeywordList(value) ? pairsOf(value) : [];
  if (value.type !== 'map' || value.text.includes('=>') || /^%[A-Z]/.test(value.text.slice(0, 2))) return [];
  return pairsOf(value);
}
