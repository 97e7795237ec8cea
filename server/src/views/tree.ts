import type { Snapshot } from '../model/workspace';
import type { TreeNode } from './tree-node';

/** The sidebar's rows for one workspace folder. */
export function treeOf(_snapshot: Snapshot): readonly TreeNode[] {
  return [];
}
