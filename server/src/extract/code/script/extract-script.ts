import type { Fact } from '../../../model/facts';
import type { CodeFile } from '../code-file';

export function extractScript(_file: CodeFile): readonly Fact[] {
  return [];
}
