import type { Snapshot } from '../../model/workspace';
import type { Finding } from '../finding';
import { type Fix, fix, type ReadText } from './fix';
import { renamed } from './renamed';
import { declareFixes } from './undeclared-fixes';

/** The name that was meant, here or at all places; or the name as it is, declared. */
export async function nearMissFixes(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { variable, meant = variable } = finding;
  const found = snapshot.env.find(({ name }) => name === variable);
  const everywhere = found === undefined ? [] : await renamed(found, meant, read);
  const here = everywhere
    .filter(({ path }) => path === finding.path)
    .map((change) => ({
      ...change,
      edits: change.edits.filter(
        ({ range }) => range.line >= finding.range.line && range.line <= finding.range.endLine,
      ),
    }))
    .filter(({ edits }) => edits.length > 0);
  const count = everywhere.reduce((sum, { edits }) => sum + edits.length, 0);
  return [
    ...(here.length > 0 ? [fix(finding, `Change to ${meant}`, here, true)] : []),
    ...(count > 1 ? [fix(finding, `Change all ${count} places to ${meant}`, everywhere)] : []),
    ...(await declareFixes(snapshot, finding, read)).map((one) => ({ ...one, preferred: false })),
  ];
}
