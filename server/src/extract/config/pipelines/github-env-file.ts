import type { EnvDeclarationFact } from '../../../model/facts';
import { at, type Data, type Parsed, textOf } from '../../data/data';
import { linesOf } from '../../text-index';
import { declaration } from '../env-facts';

/** `echo "X=1" >> $GITHUB_ENV`, with any quotes; PowerShell writes `"X=1" >> $env:GITHUB_ENV`. */
const WRITES = /(?:>>|\btee\s+-a|\bOut-File\b[^\n]*)\s*["']?\$(?:env:|\{)?GITHUB_ENV\b/;
const NAME =
  /^\s*(?:-\s*)?(?:run:\s*)?(?:(?:echo|printf|Write-Output)\s+(?:-\w+\s+)*)?["']?([A-Za-z_][A-Za-z0-9_]*)(?:=|<<)/;
const AFTER_ECHO = /\b(?:echo|printf|Write-Output)\s+(?:-\w+\s+)*["']?([A-Za-z_][A-Za-z0-9_]*)(?:=|<<)[^|&;]*$/;
const BLOCK_END = /^\s*\}\s*(?:>>|\|\s*tee\s+-a)/;
const MOST_LINES = 60;

/** The variables that a step sets for those after it by writing to the file that `GITHUB_ENV` names. */
export function envFileDeclarations(parsed: Parsed, step: Data): readonly EnvDeclarationFact[] {
  const run = at(step, 'run');
  if (run === undefined || textOf(run)?.includes('GITHUB_ENV') !== true) return [];
  const lines = linesOf(parsed.text.slice(run.start, run.end));
  return lines.flatMap(({ text }, index) => {
    const written = WRITES.exec(text);
    if (written === null) return [];
    // A block is written as a whole: `{ echo A=1; echo B=2 } >> $GITHUB_ENV`.
    const from = BLOCK_END.test(text) ? blockStart(lines, index) : index;
    return lines.slice(from, index + 1).flatMap((line) => {
      const head = line.number === index ? line.text.slice(0, written.index) : line.text;
      const match = NAME.exec(head) ?? AFTER_ECHO.exec(head);
      const name = match?.[1];
      if (match === null || name === undefined) return [];
      const start = run.start + line.offset + match.index + match[0].lastIndexOf(name);
      return declaration(parsed, 'workflow', name, start, start + name.length, true);
    });
  });
}

function blockStart(lines: readonly { readonly text: string }[], end: number): number {
  for (let at = end - 1; at >= 0 && at > end - MOST_LINES; at -= 1) {
    if (/(?:^|\s)\{\s*$/.test(lines[at]?.text ?? '')) return at + 1;
  }
  return end;
}
