import type { Fact, FileFacts } from '../model/facts';

type Known = FileFacts | undefined;

/** Whether a file says the same, wherever in the file it says so. */
export function saysTheSame(before: Known, now: Known): boolean {
  if (before === now) return true;
  if (before === undefined || now === undefined) return false;
  const { role, language, locked, glanced, imports, named } = now;
  return (
    isSame(
      [role, language, locked, glanced, imports, named],
      [before.role, before.language, before.locked, before.glanced, before.imports, before.named],
    ) && isSame(withoutLines(before.facts), withoutLines(now.facts))
  );
}

/** Lines elsewhere than in a range, and calls within a file, on which nothing of other files rests. */
function withoutLines(facts: readonly Fact[]): readonly Fact[] {
  return facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind === 'localCalls') return [];
    if (fact.kind !== 'route' || fact.body === undefined) return [fact];
    const { body: _, ...route } = fact;
    return [route];
  });
}

const OF_PACKAGES = new Set<Fact['kind']>(['dependency', 'manifest', 'moduleAlias']);

/** Whether a file says the same of packages and applications, which concerns all others; most say nothing of them. */
export function saysTheSameOfPackages(before: Known, now: Known): boolean {
  return before === now || isSame(packagesIn(before), packagesIn(now));
}

function packagesIn(file: Known): unknown {
  const told = file?.facts.filter(({ kind }) => OF_PACKAGES.has(kind)) ?? [];
  return told.length === 0 && file?.locked === undefined ? undefined : [file?.role, told, file?.locked];
}

/** Whether two lists say the same at the same places. */
export function areSame(a: readonly Fact[], b: readonly Fact[]): boolean {
  return (
    a.length === b.length &&
    a.every((fact, index) => fact === b[index] || JSON.stringify(fact) === JSON.stringify(b[index]))
  );
}

/** Compares plain data, whatever their ranges are. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [before, now] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(now);
  if (keys.length !== Object.keys(before).length) return false;
  return keys.every((key) => key === 'range' || (Object.hasOwn(before, key) && isSame(before[key], now[key])));
}
