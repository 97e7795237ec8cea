import type { SettingFact } from '../../../model/facts';
import type { Value } from '../../../model/value';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf } from '../ranges';
import { argumentsOf, type Pair, pairsOf, unwrap } from './arguments';
import type { CallContext } from './calls';
import type { LocalCall } from './elixir-source';
import type { Environments } from './environments';
import { hideByName } from './literals';
import { configParts } from './settings-path';
import { identifierAt } from './text-at';
import { isKeywordList } from './values';

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
  const facts: SettingFact[] = [];
  const kept = new Map<string, string>();
  if (!isConfiguration(source.path, source.text)) return { facts, kept };

  const leaf = (path: string, key: string, value: SyntaxNode, at: SyntaxNode): void => {
    const start = at.startIndex;
    const inner = unwrap(value);
    if (inner.type === 'identifier') {
      const index = inner.startIndex;
      const variable = context.definitions.variable(identifierAt(source.text, index), index);
      if (variable !== undefined) kept.set(`${variable.start} ${variable.name}`, path);
    }
    const when = environments.at(start) ?? conditionAt(context, start);
    facts.push({
      kind: 'setting',
      system: 'phoenix',
      path,
      value: hideByName(key, context.values.of(value)),
      ...(when !== undefined && { when }),
      range: headOf(at),
      ...source.scopeAt(start),
    });
  };
  const flatten = (base: string, pairs: readonly Pair[], depth: number): void => {
    for (const { key, value, node } of pairs) {
      const path = `${base}.${key}`;
      const inner = nestedPairs(value);
      if (inner.length > 0 && depth < MAX_DEPTH && !WHOLE.has(key)) flatten(path, inner, depth + 1);
      else leaf(path, key, value, node);
    }
  };

  for (const call of source.locals) {
    if (call.name !== 'config') continue;
    const { positional, keywords } = argumentsOf(call.node);
    const last = positional[positional.length - 1];
    // `config :app, [k: v]` and `config :app, Key, [k: v]`.
    const bracketed = last !== undefined && positional.length > 1 && isKeywordList(last) ? pairsOf(last) : [];
    const isNamed = positional.length === (bracketed.length > 0 ? 3 : 2);
    const parts = configParts(context, positional.slice(0, isNamed || positional.length === 3 ? 2 : 1));
    if (parts === undefined) continue;
    const base = parts.join('.');
    const key = parts[parts.length - 1] ?? '';
    if (keywords.length > 0) flatten(base, keywords, 0);
    else if (bracketed.length > 0 && !WHOLE.has(key)) flatten(base, bracketed, 0);
    else if (positional.length === 3 && last !== undefined) {
      const pairs = nestedPairs(last);
      if (pairs.length > 0 && !WHOLE.has(key)) flatten(base, pairs, 0);
      else leaf(base, key, last, call.node);
    }
  }
  return { facts, kept };
}

/** The pairs of a keyword list or of a map whose keys are all names. */
function nestedPairs(value: SyntaxNode): readonly Pair[] {
  if (value.type === 'list') return isKeywordList(value) ? pairsOf(value) : [];
  if (value.type !== 'map' || value.text.includes('=>') || /^%[A-Z]/.test(value.text.slice(0, 2))) return [];
  return pairsOf(value);
}

/** `if key = System.get_env("KEY") do config ... end`: the settings within hold where the variable is set. */
function conditionAt(context: CallContext, index: number): string | undefined {
  let words: string | undefined;
  for (const call of context.source.locals) {
    if (call.start > index) break;
    if (call.name !== 'if' && call.name !== 'unless') continue;
    const { positional, block } = argumentsOf(call.node);
    const condition = positional[0];
    if (condition === undefined || block === undefined) continue;
    const otherwise = block.namedChildren.find((child) => child?.type === 'else_block') ?? undefined;
    const end = otherwise?.startIndex ?? block.endIndex;
    if (index < block.startIndex || index >= end) continue;
    const names = variablesIn(context, call, condition);
    if (names.length > 0) words = `${call.name} ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} set`;
  }
  return words;
}

/** The environment variables that a condition asks for, directly or through names. */
function variablesIn(context: CallContext, call: LocalCall, condition: SyntaxNode): readonly string[] {
  const [start, end] = [condition.startIndex, condition.endIndex];
  const names = new Set<string>();
  const text = context.source.text.slice(start, end);
  // A comparison is no question of presence.
  if (/[=!]=|\bin\b|is_nil|!/.test(text)) return [];
  const collect = (value: Value): void => {
    if (value.t === 'env') names.add(value.name);
    if (value.t === 'either') value.options.forEach(collect);
  };
  for (const match of text.matchAll(/"([A-Z][A-Z0-9_]+)"/g)) if (text.includes('get_env')) names.add(match[1] ?? '');
  for (const match of text.matchAll(/(?<![\w".:@])[a-z_]\w*\b(?![(.\w:"?!])/g)) {
    const variable = context.definitions.variable(match[0], call.start);
    if (variable !== undefined) collect(context.values.of(variable.value));
  }
  return [...names];
}
