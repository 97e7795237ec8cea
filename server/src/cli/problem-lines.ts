import type { Problem } from '../model/facts';

const SHOWN = 50;

/** What could not be read, one line each, the way compilers tell places; empty where all went well. */
export function problemLines(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const lines = problems.slice(0, SHOWN).map(({ path, line, column, message }) => {
    const place: readonly (string | number | undefined)[] = [path, line, column];
    const known = place.filter((part) => part !== undefined);
    const shown = known.map((part) => (typeof part === 'number' ? part + 1 : part)).join(':');
    return `  ${shown === '' ? '' : `${shown}: `}${message}`;
  });
  const rest = problems.length - lines.length;
  if (rest > 0) lines.push(`  and ${rest} more (--json tells all)`);
  return `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}:\n${lines.join('\n')}\n`;
}
