import type { FactBase } from '../../model/fact-base';

/** The same fact so many lines further on. */
export function factsFurther<T extends FactBase>(fact: T, lines: number): T {
  const { range } = fact;
  return { ...fact, range: { ...range, line: range.line + lines, endLine: range.endLine + lines } };
}
