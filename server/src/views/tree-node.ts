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
    | 'problem';
  /** Where a click goes. Lines and columns from 0. */
  readonly location?: {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
  };
  /** Opened when first shown. */
  readonly expanded?: boolean;
  readonly children?: readonly TreeNode[];
}
