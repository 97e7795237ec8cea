import type { Fact } from '../../model/facts';
import type { TextFile } from '../reader';
import { accountRuleFacts } from './account-rules';
import { pixelFacts } from './pixels';
import type { Scanned } from './scan';

/** What the characters of code say without a tree. */
export function textFacts(file: TextFile & Scanned): readonly Fact[] {
  const { role, depth } = file;
  return depth === 'map' ? [] : [...accountRuleFacts(file, role), ...pixelFacts(file, role)];
}
