import type { Fact } from '../../../model/facts';
import type { CodeFile } from '../code-file';

export function extractElixir(_file: CodeFile): readonly Fact[] {
  return [];
}
