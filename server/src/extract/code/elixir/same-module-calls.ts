import type { Fact, LocalCall } from '../../../model/facts';
import type { ElixirSource } from './elixir-source';
import { isDefinition } from './local-calls';

const MOST_CALLS = 500;

/** Calls by a bare name of functions that the same module defines. */
export function readSameModuleCalls(source: ElixirSource): readonly Fact[] {
  if (source.role === 'test') return [];
  const { outline, text } = source;
  const defined = new Set(outline.blocks.filter(({ kind }) => kind === 'function').map(({ name }) => name));
  const calls = new Map<string, LocalCall>();
  for (const { name, start, node } of source.locals) {
    if (calls.size >= MOST_CALLS) break;
    if (!defined.has(name) || isDefinition(text, start) || outline.at(start)?.kind !== 'function') continue;
    const from = outline.scopeAt(start) ?? '';
    const to = `${outline.moduleAt(start) ?? ''}.${name}`;
    const key = `${from}\n${to}`;
    if (from !== to && !calls.has(key)) calls.set(key, { from, to, line: node.startPosition.row });
  }
  const range = { line: 0, column: 0, endLine: 0, endColumn: 0 };
  return calls.size === 0 ? [] : [{ kind: 'localCalls', calls: [...calls.values()], range }];
}
