/** One row of the sidebar, as plain data. Ids are stable over rescans, so that expansion and selection survive. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** A codicon's name. */
  readonly icon?: string;
  readonly kind:
    | 'section'
    | 'category'
    | 'integration'
    | 'evidence'
    | 'package'
    | 'variable'
    | 'read'
    | 'declaration'
    | 'notDetected'
    | 'unrecognised'
    | 'problem';
  /** Where a click goes. Lines and columns from 0. */
  readonly location?: {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
  };
  /** The address of the documentation, for rows that have one. */
  readonly docs?: string;
  /** What "copy" puts on the clipboard: a variable's or package's name. Rows without it cannot be copied. */
  readonly copy?: string;
  /** Opened when first shown. */
  readonly expanded?: boolean;
  readonly children?: readonly TreeNode[];
  /** The shell keeps the children back until they are asked for; this changes whenever they do. */
  readonly more?: string;
}
