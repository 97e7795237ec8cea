import type { Finding } from '../../server/src/checks/finding';
import type { Fix, ReadText } from '../../server/src/checks/fixes/fix';
import { fixAllOf } from '../../server/src/checks/fixes/fix-all';
import { fixesOf } from '../../server/src/checks/fixes/fixes-of';
import { findingsOf } from '../../server/src/checks/run-checks';
import { NO_DIAGNOSTIC_SETTINGS } from '../../server/src/checks/settings';
import { snapshotOf } from '../support/snapshot';

export type Files = Readonly<Record<string, string>>;

export async function check(files: Files, settings = NO_DIAGNOSTIC_SETTINGS): Promise<readonly Finding[]> {
  return findingsOf(await snapshotOf(files), settings);
}

/** `code path:line variable` of each finding. */
export async function told(files: Files, settings = NO_DIAGNOSTIC_SETTINGS): Promise<readonly string[]> {
  const findings = await check(files, settings);
  return findings.map(({ code, path, range, variable }) => `${code} ${path}:${range.line + 1} ${variable}`);
}

/** The files after the fix of this title was applied to the first finding. */
export async function fixed(files: Files, title: string): Promise<Files> {
  const snapshot = await snapshotOf(files);
  const findings = findingsOf(snapshot, NO_DIAGNOSTIC_SETTINGS);
  const read: ReadText = async (path) => files[path];
  const [first] = findings;
  if (first === undefined) throw new Error('Nothing was found.');
  const all = await fixAllOf(
    snapshot,
    findings.filter(({ code, path }) => code === first.code && path === first.path),
    read,
  );
  const fixes = [...(await fixesOf(snapshot, first, read)), ...(all === undefined ? [] : [all])];
  const fix = fixes.find((one) => one.title === title);
  if (fix === undefined) throw new Error(`There are only: ${fixes.map((one) => one.title).join('; ')}`);
  return applied(files, fix);
}

function applied(files: Files, { changes }: Fix): Files {
  const after: Record<string, string> = { ...files };
  for (const { path, create, edits } of changes) {
    if ((create === true) === Object.hasOwn(files, path))
      throw new Error(`${path} is created only where it is not there.`);
    let text = after[path] ?? '';
    const starts = [0];
    for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
    const offset = (line: number, column: number): number => (starts[line] ?? text.length) + column;
    const sorted = [...edits].sort((a, b) => b.range.line - a.range.line || b.range.column - a.range.column);
    for (const { range, text: inserted } of sorted) {
      text =
        text.slice(0, offset(range.line, range.column)) + inserted + text.slice(offset(range.endLine, range.endColumn));
    }
    after[path] = text;
  }
  return after;
}
