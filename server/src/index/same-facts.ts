import type { Fact, FileFacts } from '../model/facts';

/** What a file says, wherever in the file it says so. */
export function wordingOf({ role, language, facts, locked }: FileFacts): string {
  return JSON.stringify([role, language, locked, facts.flatMap(withoutLines)], withoutRange);
}

/** Lines elsewhere than in a range, and calls within a file, on which no finding rests. */
function withoutLines(fact: Fact): readonly Fact[] {
  if (fact.kind === 'localCalls') return [];
  if (fact.kind !== 'route' || fact.body === undefined) return [fact];
  const { body: _, ...route } = fact;
  return [route];
}

/** What a file says of packages and applications, which concerns all others. */
export function packagesIn({ role, facts, locked }: FileFacts): string {
  const told = facts.filter(({ kind }) => kind === 'dependency' || kind === 'manifest');
  return told.length === 0 && locked === undefined ? '' : JSON.stringify([role, told, locked], withoutRange);
}

/** Whether two lists say the same at the same places. */
export function areSame(a: readonly Fact[], b: readonly Fact[]): boolean {
  return (
    a.length === b.length &&
    a.every((fact, index) => fact === b[index] || JSON.stringify(fact) === JSON.stringify(b[index]))
  );
}

function withoutRange(key: string, value: unknown): unknown {
  return key === 'range' ? undefined : value;
}
