import type { Snapshot } from '../../model/workspace';
import type { Finding } from '../finding';
import { declareIn, templateFor } from './declare';
import { type Fix, fix, type ReadText } from './fix';

/** The name goes into the application's template. */
export async function declareFixes(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const target = templateFor(snapshot, finding.path, finding.application);
  const change = await declareIn(snapshot, [finding.variable], target, read);
  const title =
    change.create === true ? `Create ${target} with ${finding.variable}` : `Add ${finding.variable} to ${target}`;
  return [fix(finding, title, [change], true)];
}
