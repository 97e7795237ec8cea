import type { Snapshot } from '../../model/workspace';
import type { Finding } from '../finding';
import { type Fix, fix, insertAt, isOneLine, linesOfText, type ReadText, removeLine } from './fix';

export async function unusedFixes(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, variable } = finding;
  const lines = linesOfText((await read(path)) ?? '');
  if (!isOneLine(lines[range.line])) return [];
  return [
    fix(finding, `Remove ${variable}`, [{ path, edits: [removeLine(lines, range.line)] }], true),
    fix(finding, `Comment ${variable} out`, [{ path, edits: [insertAt(range.line, 0, '# ')] }]),
  ];
}
