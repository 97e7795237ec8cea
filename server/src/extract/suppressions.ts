import type { Suppression } from '../model/facts';
import { linesOf } from './text-index';

const SIGN = 'integration-atlas-disable';
/** Behind the start of a comment, in whatever way the language writes one. */
const DIRECTIVE = /(?:#|\/\/|\/\*|<!--|--|;)\s*integration-atlas-disable-(line|next-line|file)(?![\w-])(.*)$/;

/**
 * The comments that silence diagnostics. Behind the directive stand codes, with commas or blanks between them, and
 * behind `--` a reason: `# integration-atlas-disable-line env-unused -- for the nightly job`.
 */
export function suppressionsIn(text: string): readonly Suppression[] {
  if (!text.includes(SIGN)) return [];
  const lines = linesOf(text);
  return lines.flatMap((line) => {
    const [, reach, rest = ''] = DIRECTIVE.exec(line.text) ?? [];
    if (reach === undefined) return [];
    const codes = codesIn(rest);
    if (reach === 'file') return [{ codes }];
    if (reach === 'line') return [{ line: line.number, codes }];
    return [{ line: nextLine(lines, line.number), codes }];
  });
}

function codesIn(text: string): readonly string[] {
  const [listed = ''] = text.split(/\s--(?:\s|$)|\*\/|-->/, 1);
  return listed.split(/[\s,]+/).filter((word) => /^[a-z][a-z0-9-]*$/.test(word));
}

/** Several directives may stand above one line. */
function nextLine(lines: readonly { readonly text: string }[], number: number): number {
  let next = number + 1;
  while (lines[next]?.text.includes(SIGN) === true && DIRECTIVE.test(lines[next]?.text ?? '')) next += 1;
  return next;
}

/** Whether a comment is one of them, and says nothing about what it stands with. */
export function isSuppression(comment: string): boolean {
  return comment.includes(SIGN);
}
