import type { Snapshot } from '../../model/workspace';
import type { Finding } from '../finding';
import { type Fix, fix, isOneLine, linesOfText, type ReadText, removeLine } from './fix';

export async function duplicateFixes(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, related } = finding;
  const lines = linesOfText((await read(path)) ?? '');
  const before = related[0]?.range.line;
  const fixes: Fix[] = [];
  if (before !== undefined && isOneLine(lines[before])) {
    fixes.push(
      fix(
        finding,
        `Remove line ${before + 1}, which this one replaces`,
        [{ path, edits: [removeLine(lines, before)] }],
        true,
      ),
    );
  }
  if (isOneLine(lines[range.line])) {
    fixes.push(fix(finding, 'Remove this line', [{ path, edits: [removeLine(lines, range.line)] }]));
  }
  return fixes;
}
