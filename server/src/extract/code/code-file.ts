import type { Depth } from '../../model/depth';
import type { Fact, FileRole } from '../../model/facts';
import type { LanguageData } from '../../syntax/language';
import type { Parsed } from '../../syntax/node';

/** A parsed source file, as an extractor of `extract/code/` gets it. The tree dies when the extractor returns. */
export interface CodeFile extends Parsed {
  readonly path: string;
  readonly text: string;
  readonly role: FileRole;
  readonly language: LanguageData;
  /** Everything without it; what a map has no use for need not be told. */
  readonly depth?: Depth;
}

/** Turns one parsed file into facts, in document order where it costs nothing. */
export type CodeExtractor = (file: CodeFile) => readonly Fact[];

/** What a test calls is no use of it, so a map has nothing to tell of it: that the test knows it, its imports say. */
export function saysWhatItCalls({ role, depth }: CodeFile): boolean {
  return role !== 'test' || depth !== 'map';
}
