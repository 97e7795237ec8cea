import type { Snapshot } from '../../model/workspace';
import type { Code } from '../codes';
import type { Finding } from '../finding';
import { defaultFixes } from './default-fixes';
import { duplicateFixes } from './duplicate-fixes';
import type { Fix, Fixer, ReadText } from './fix';
import { nearMissFixes } from './near-miss-fixes';
import { outOfStepFixes } from './out-of-step-fixes';
import { publicFixes } from './public-fixes';
import { secretFixes } from './secret-fixes';
import { suppressions } from './suppress';
import { declareFixes } from './undeclared-fixes';
import { unusedFixes } from './unused-fixes';

const FIXERS: Readonly<Record<Code, Fixer>> = {
  'env-required-undeclared': declareFixes,
  'env-undeclared': declareFixes,
  'env-near-miss': nearMissFixes,
  'env-unused': unusedFixes,
  'env-conflicting-defaults': defaultFixes,
  'env-duplicate-key': duplicateFixes,
  'env-secret-value': secretFixes,
  'env-public-secret': publicFixes,
  'env-out-of-step': outOfStepFixes,
};

/** What can be done about a finding, the best first; ways to silence it last. */
export async function fixesOf(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const fixes = await FIXERS[finding.code](snapshot, finding, read);
  return [...fixes, ...(await suppressions(finding, read))];
}
