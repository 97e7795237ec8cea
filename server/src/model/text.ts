/**
 * A place in a text file. Lines and columns count from 0 and columns in UTF-16 units, as both tree-sitter and the
 * language server protocol do, so a range travels from the parser to the editor without conversion.
 * Views add 1 to the line where a person reads it.
 */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A range in a file of the workspace. The path is relative to the workspace folder and uses `/` on every system. */
export interface Location {
  readonly path: string;
  readonly range: Range;
}
