import { baseName } from '../../index/paths';
import type { Snapshot } from '../../model/workspace';
import { isTemplate } from '../context';
import type { Finding } from '../finding';
import { type Fix, fix, insertAt, isOneLine, lineEnd, linesOfText, type ReadText } from './fix';

export async function secretFixes(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, variable } = finding;
  const line = linesOfText((await read(path)) ?? '')[range.line] ?? '';
  const value = valueIn(line, range.endColumn);
  const fixes: Fix[] = [];
  if (value !== undefined && isOneLine(line)) {
    const at = { line: range.line, column: value.start, endLine: range.line, endColumn: value.end };
    const isDotenv = line[range.endColumn] === '=';
    const change = (text: string) => [{ path, edits: [{ range: at, text }] }];
    if (isDotenv) fixes.push(fix(finding, `Empty the value of ${variable}`, change(''), isTemplate(path)));
    fixes.push(fix(finding, 'Put a placeholder in its place', change('replace-me'), !isDotenv));
  }
  if (/^\.env(?:\.|$)/.test(baseName(path)) && !isTemplate(path)) fixes.push(await ignore(finding, read));
  return fixes;
}

/** What stands behind `NAME=` or `NAME:`, without quotes and the comment at the end. */
function valueIn(line: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const sign = /^["']?\s*[=:]\s*/.exec(line.slice(from));
  if (sign === null) return undefined;
  const start = from + sign[0].length;
  const rest = line.slice(start);
  const quoted = /^(["'])(?:\\.|(?!\1).)*\1/.exec(rest);
  if (quoted !== null) return { start: start + 1, end: start + quoted[0].length - 1 };
  const bare = rest.replace(/\s+#.*$/, '').trimEnd();
  return bare === '' ? undefined : { start, end: start + bare.length };
}

async function ignore(finding: Finding, read: ReadText): Promise<Fix> {
  const path = '.gitignore';
  const text = await read(path);
  const lines = linesOfText(text ?? '');
  const end = lineEnd(text ?? '');
  const last = lines.length - 1;
  const column = lines[last]?.length ?? 0;
  const edits = [insertAt(last, column, `${column === 0 ? '' : end}/${finding.path}${end}`)];
  return fix(
    finding,
    `Let git ignore ${finding.path}`,
    [{ path, ...(text === undefined && { create: true }), edits }],
    true,
  );
}
