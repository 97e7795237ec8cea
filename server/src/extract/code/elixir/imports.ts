import type { ImportFact } from '../../../model/facts';
import { headOf } from '../ranges';
import type { LocalCall } from './captures';
import { type ElixirSource, lastSegment, readAlias } from './elixir-source';

const DIRECTIVES = new Set(['alias', 'import', 'use', 'require']);
const DIRECTIVE =
  /^(?:import|use|require)[\s(]+([A-Z]\w*(?:\.[A-Z]\w*)*|__MODULE__(?:\.[A-Z]\w*)*)(?:\s*,\s*as:\s*([A-Z]\w*))?/;
const BEHAVIOUR = /^@behaviour\s+([A-Z]\w*(?:\.[A-Z]\w*)*)/;

/** `alias`, `import`, `use`, `require` and `@behaviour`. */
export function readImports(source: ElixirSource): readonly ImportFact[] {
  const facts: ImportFact[] = [];
  for (const call of source.locals) {
    if (DIRECTIVES.has(call.name)) facts.push(...readDirective(source, call));
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

function readDirective(source: ElixirSource, call: LocalCall): readonly ImportFact[] {
  const statement = source.text.slice(call.start, call.node.endIndex);
  if (call.name === 'alias') {
    return readAlias(statement).map(({ local, full }) =>
      importFact(source, call, source.names.resolve(full, call.start - 1), local),
    );
  }
  const match = DIRECTIVE.exec(statement);
  if (match?.[1] === undefined) return [];
  const full = source.names.resolve(match[1], call.start);
  return [importFact(source, call, full, match[2] ?? match[1])];
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
