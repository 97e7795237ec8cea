import type { ImportFact } from '../../../model/facts';
import { headOf } from '../ranges';
import type { LocalCall } from './captures';
import { type AliasEntry, type ElixirSource, lastSegment, readAlias } from './elixir-source';

export const DIRECTIVES: ReadonlySet<string> = new Set(['alias', 'import', 'use', 'require']);
const DIRECTIVE =
  /^(?:import|use|require)[\s(]+([A-Z]\w*(?:\.[A-Z]\w*)*|__MODULE__(?:\.[A-Z]\w*)*)(?:\s*,\s*as:\s*([A-Z]\w*))?/;
const BEHAVIOUR = /^@behaviour\s+([A-Z]\w*(?:\.[A-Z]\w*)*)/;

/** `alias`, `import`, `use`, `require` and `@behaviour`. */
export function readImports(source: ElixirSource): readonly ImportFact[] {
  const facts: ImportFact[] = [];
  for (const call of source.locals) {
    if (DIRECTIVES.has(call.name)) facts.push(...importsAt(source, call));
  }
  for (const attribute of source.attributes) {
    if (attribute.name !== 'behaviour') continue;
    const module = BEHAVIOUR.exec(source.text.slice(attribute.start, attribute.node.endIndex))?.[1];
    if (module === undefined) continue;
    const full = source.names.resolve(module, attribute.start);
    facts.push(importFact(source, attribute, full, lastSegment(full)));
  }
  return facts;
}

function importsAt(source: ElixirSource, call: LocalCall): readonly ImportFact[] {
  const statement = source.text.slice(call.start, call.node.endIndex);
  // An alias is not yet in sight of itself.
  const index = call.name === 'alias' ? call.start - 1 : call.start;
  return readDirective(call.name, statement).map(({ local, full }) =>
    importFact(source, call, source.names.resolve(full, index), local),
  );
}

/** The modules that a directive names, as it writes them. */
export function readDirective(name: string, statement: string): readonly AliasEntry[] {
  if (name === 'alias') return readAlias(statement);
  const [, full, local] = DIRECTIVE.exec(statement) ?? [];
  return full === undefined ? [] : [{ full, local: local ?? full }];
}

function importFact(
  source: ElixirSource,
  at: Pick<LocalCall, 'node' | 'start'>,
  module: string,
  local: string,
): ImportFact {
  return {
    kind: 'import',
    module,
    names: [{ name: '*', local }],
    range: headOf(at.node),
    ...source.scopeAt(at.start),
  };
}
