import type { Match, SyntaxNode } from '../../syntax/node';

/** How many kinds of notes there are: each has its place in those of a node. */
let kinds = 0;
/** Was made, and is nothing. */
const NOTHING = Symbol('nothing');

/**
 * For what is made of the own characters of a node or match alone, wherever they stand: of those that are kept from one
 * edit to the next it is made once. Others die with their tree, and nothing is noted of them.
 */
export function madeOnceOf<T>(): (of: SyntaxNode, make: () => T) => T {
  return madeOnceBy((_: SyntaxNode, make: () => T) => make());
}

/** The same, made by one function of all nodes or matches and their text. */
export function madeOnceBy<N extends SyntaxNode | Match, A, T>(make: (of: N, text: A) => T): (of: N, text: A) => T {
  const kind = kinds;
  kinds += 1;
  return (of, text) => {
    const { notes } = of;
    if (notes === undefined) return make(of, text);
    const known = notes[kind];
    if (known !== undefined) return (known === NOTHING ? undefined : known) as T;
    while (notes.length < kind) notes.push(undefined);
    const made = make(of, text);
    notes[kind] = made ?? NOTHING;
    return made;
  };
}

/** What is kept of a node that outlives its text must not be a part of that: a piece of a text keeps all of it. */
export function ownText({ notes }: SyntaxNode, written: string): string {
  return notes === undefined ? written : ` ${written}`.slice(1);
}
