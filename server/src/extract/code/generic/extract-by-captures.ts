import type { Fact } from '../../../model/facts';
import type { CodeFile } from '../code-file';

/** Facts from the documented captures alone: what a new language gets without a line of code. */
export function extractByCaptures(_file: CodeFile): readonly Fact[] {
  return [];
}
