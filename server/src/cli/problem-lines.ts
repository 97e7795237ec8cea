import type { Problem } from '../model/facts';

const SHOWN = 50;

/** What could not be read, one line each, the way compilers tell places; empty where all went well. */
export function problemLines(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const lines = problems.slice(0, SHOWN).map(({ path, line, message }) => {
    const place = line === undefined ? path : `${path}:${line + 1}`;
    return `  ${place === '' ? '' : `${place}: `}${message}`;
  });
  const rest = problems.length - lines.length;
  if (rest > 0) lines.push(`  and ${rest} more (--json tells all)`);
  return `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}:\n${lines.join('\n')}\n`;
}
