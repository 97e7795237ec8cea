import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/protocol';

/** A row with the folder that its places are relative to. */
export interface Row {
  readonly folder: vscode.Uri;
  readonly node: TreeNode;
  /** It has rows below it; without it, as the row itself says. */
  readonly isParent?: boolean;
}

/** How VS Code shows a row. The id holds the folder, so that rows of two folders never share one. */
export function treeItemOf({ folder, node, isParent }: Row): vscode.TreeItem {
  const parent = isParent ?? (node.more !== undefined || (node.children !== undefined && node.children.length > 0));
  const item = new vscode.TreeItem(node.label, stateOf(node, parent));
  item.id = `${folder.toString()}\n${node.id}`;
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined) item.iconPath = new vscode.ThemeIcon(node.icon, colorOf(node));
  item.tooltip = tooltipOf(node);
  item.contextValue = contextOf(node, parent);
  item.accessibilityInformation = { label: spoken(node), role: 'treeitem' };
  // A parent's click opens and closes it; its place is one inline action away.
  if (!parent && node.location !== undefined && node.location.path !== '') {
    item.command = { command: 'vscode.open', title: 'Open', arguments: openArguments(folder, node.location) };
  }
  return item;
}

/** The arguments of `vscode.open` that select a place. */
export function openArguments(folder: vscode.Uri, place: NonNullable<TreeNode['location']>): [vscode.Uri, object] {
  const { line, column, endColumn } = place;
  const selection = new vscode.Range(line, column, line, Math.max(column, endColumn));
  return [vscode.Uri.joinPath(folder, place.path), { selection, preview: true }];
}

function stateOf(node: TreeNode, parent: boolean): vscode.TreeItemCollapsibleState {
  if (!parent) return vscode.TreeItemCollapsibleState.None;
  return node.expanded === true ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function colorOf(node: TreeNode): vscode.ThemeColor | undefined {
  return node.kind === 'problem' ? new vscode.ThemeColor('list.warningForeground') : undefined;
}

function tooltipOf(node: TreeNode): vscode.MarkdownString | string | undefined {
  if (node.tooltip === undefined) return undefined;
  // Texts of the scanned code can stand in it: neither commands nor HTML are trusted.
  return new vscode.MarkdownString(node.tooltip, true);
}

function contextOf(node: TreeNode, parent: boolean): string {
  const words: string[] = [node.kind];
  if (parent) words.push('parent');
  if (node.location !== undefined) words.push('place');
  if (node.docs !== undefined) words.push('docs');
  if (node.copy !== undefined) words.push('copy');
  return words.join(' ');
}

function spoken(node: TreeNode): string {
  const said = node.description === undefined ? node.label : `${node.label}, ${node.description}`;
  return node.kind === 'problem' ? `Problem: ${said}` : said;
}
