import type { Fact } from '../../model/facts';

/** Aliases and merges repeat what stands once in the file: the first fact of a kind and place stays. */
export function distinctFacts(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const { line, column, endLine, endColumn } = fact.range;
    const service = fact.kind === 'image' ? (fact.service ?? '') : '';
    const key = `${fact.kind} ${'name' in fact ? fact.name : ''} ${line}:${column}-${endLine}:${endColumn} ${service}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
