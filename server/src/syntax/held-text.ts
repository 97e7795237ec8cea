import type { Parser, Query, QueryOptions, Tree } from 'web-tree-sitter';
import { editBetween, upToNextSign } from './edit-between';
import { type HeldMatch, heldMatches, matchesAfter } from './held-matches';
import { HeldNode, Newest } from './held-node';
import type { Parsed } from './node';
import { parseText } from './parse-text';
import { type Region, regionOf } from './region';
import { runQuery } from './run-query';

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
    const root = this.#tree?.rootNode;
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
    this.#renew(text, tree);
    this.#matches = this.#find(tree);
  }

  #readEdited(text: string, before: Tree): void {
    const edit = editBetween(this.#text, text);
    if (edit === undefined) return;
    const edited = before.copy();
    this.#tree = undefined;
    try {
      edited.edit(upToNextSign(edit, text));
      const tree = parseText(this.#reading.parser, text, edited);
      this.#renew(text, tree);
      if (tree.rootNode.hasError) this.#readAnew(text);
      else this.#matches = this.#afterEdit(before, tree, regionOf(edit, edited.getChangedRanges(tree), this.#newest));
    } finally {
      edited.delete();
      before.delete();
    }
  }

  #afterEdit(before: Tree, tree: Tree, region: Region): readonly HeldMatch[] {
    const { query } = this.#reading;
    if (region.isMost || before.rootNode.hasError) return this.#find(tree);
    const gone = runQuery(query, before.rootNode, { startPosition: region.start, endPosition: region.oldEnd });
    const come = this.#find(tree, { startPosition: region.start, endPosition: region.newEnd });
    return matchesAfter(this.#matches, gone, come, region) ?? this.#find(tree);
  }

  #find(tree: Tree, stretch: QueryOptions = {}): readonly HeldMatch[] {
    return heldMatches(runQuery(this.#reading.query, tree.rootNode, stretch), this.#newest);
  }

  #renew(text: string, tree: Tree): void {
    this.#tree = tree;
    this.#text = text;
    this.#newest.renew(text, tree.rootNode);
  }
}
