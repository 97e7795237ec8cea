import type { Snapshot } from '../../model/workspace';
import type { Finding } from '../finding';
import { declareIn } from './declare';
import { type Fix, fix, type ReadText } from './fix';

export async function outOfStepFixes(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  if (finding.lacking === undefined) return [];
  const change = await declareIn(snapshot, [finding.variable], finding.lacking, read);
  return [fix(finding, `Add ${finding.variable} to ${finding.lacking}`, [change], true)];
}
