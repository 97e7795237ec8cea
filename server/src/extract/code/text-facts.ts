import type { Fact } from '../../model/facts';
import type { TextFile } from '../reader';
import { accountRuleFacts } from './account-rules';
import { pixelFacts } from './pixels';

/** What the characters of code say without a tree. */
export function textFacts({ text, role, depth }: TextFile): readonly Fact[] {
  return depth === 'map' ? [] : [...accountRuleFacts(text, role), ...pixelFacts(text, role)];
}
