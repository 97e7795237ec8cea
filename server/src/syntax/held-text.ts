import type { Parser, Query, Tree } from 'web-tree-sitter';
import { editBetween, upToNextSign } from './edit-between';
import { type HeldMatch, heldMatches, matchesAfter } from './held-matches';
import { HeldNode, Newest } from './held-node';
import type { Parsed } from './node';
import { parseText } from './parse-text';
import { type Region, regionOf } from './region';
import { runQuery, type Stretch } from './run-query';
import { rootOf, type TreeNode } from './tree-node';

/** How a language is read. */
export interface Reading {
  readonly parser: Parser;
  readonly query: Query;
}

/**
 * A text that an editor holds, with its tree and all that the query found in it. After an edit the parser is handed the
 * tree from before, and the query asks for what the edit may have changed alone.
 *
 * What has an error is read from its start: where the parser gives up on code depends on what it knew before, and the
 * same text must say the same whatever it was made from.
 */
export class HeldText {
  readonly #reading: Reading;
  readonly #newest = new Newest();
  #text = '';
  #tree: Tree | undefined;
  #matches: readonly HeldMatch[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Where this throws, all that is left to do is to delete it. */
  read(text: string): Parsed {
    const before = this.#tree;
    if (before === undefined) this.#readAnew(text);
    else if (text !== this.#text) this.#readEdited(text, before);
    const { root } = this.#newest;
    if (root === undefined) throw new Error('a text that is held has no tree');
    const parsed = { root: new HeldNode(root, this.#newest), matches: this.#matches };
    // Of code with an error nothing is left after the next edit.
    return root.hasError ? parsed : { ...parsed, keeper: this.#newest };
  }

  /** Frees the tree: what was read must not be asked any more. */
  delete(): void {
    this.#tree?.delete();
    this.#tree = undefined;
  }

  #readAnew(text: string): void {
    this.delete();
    const tree = parseText(this.#reading.parser, text);
    this.#matches = this.#find(this.#renew(text, tree));
  }

  #readEdited(text: string, before: Tree): void {
    const edit = editBetween(this.#text, text);
    if (edit === undefined) return;
    const edited = before.copy();
    const rootBefore = rootOf(before, this.#text);
    this.#tree = undefined;
    try {
      edited.edit(upToNextSign(edit, text));
      const tree = parseText(this.#reading.parser, text, edited);
      const root = this.#renew(text, tree);
      if (root.hasError) this.#readAnew(text);
      else
        this.#matches = this.#afterEdit(rootBefore, root, regionOf(edit, edited.getChangedRanges(tree), this.#newest));
    } finally {
      edited.delete();
      before.delete();
    }
  }

  #afterEdit(before: TreeNode, root: TreeNode, region: Region): readonly HeldMatch[] {
    if (region.isMost || before.hasError) return this.#find(root);
    const gone = runQuery(this.#reading.query, before, { start: region.start, end: region.oldEnd });
    const come = (): readonly HeldMatch[] => this.#find(root, { start: region.start, end: region.newEnd });
    return matchesAfter(this.#matches, gone, come, this.#newest, region) ?? this.#find(root);
  }

  #find(root: TreeNode, stretch?: Stretch): readonly HeldMatch[] {
    return heldMatches(runQuery(this.#reading.query, root, stretch), this.#newest);
  }

  #renew(text: string, tree: Tree): TreeNode {
    const root = rootOf(tree, text);
    this.#tree = tree;
    this.#text = text;
    this.#newest.renew(text, root);
    return root;
  }
}
