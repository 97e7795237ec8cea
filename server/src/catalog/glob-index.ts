import { fits, literalLength } from './glob';
import { add, type Multimap, NONE } from './multimap';

interface Pattern {
  readonly text: string;
  readonly literal: number;
  readonly id: string;
}

/**
 * Exact names and patterns with `*`, of which the most specific wins: an exact name, else the pattern with the most
 * literal characters. Patterns are filed under their literal start up to a mark, so that a look-up sees few of them.
 */
export class GlobIndex {
  readonly #exact: Multimap<string> = new Map();
  readonly #byStart: Multimap<Pattern> = new Map();
  readonly #anywhere: Pattern[] = [];
  readonly #mark: string;

  constructor(mark: string) {
    this.#mark = mark;
  }

  add(text: string, id: string): void {
    const star = text.indexOf('*');
    if (star < 0) {
      add(this.#exact, text, id);
      return;
    }
    const pattern: Pattern = { text, literal: literalLength(text), id };
    const mark = text.indexOf(this.#mark);
    if (mark < 0 || mark > star) this.#anywhere.push(pattern);
    else add(this.#byStart, text.slice(0, mark), pattern);
  }

  find(name: string): readonly string[] {
    const exact = this.#exact.get(name);
    if (exact !== undefined) return exact;
    const mark = name.indexOf(this.#mark);
    const near = mark < 0 ? NONE : (this.#byStart.get(name.slice(0, mark)) ?? NONE);
    if (near.length === 0 && this.#anywhere.length === 0) return NONE;
    return best([near, this.#anywhere], name);
  }
}

function best(groups: readonly (readonly Pattern[])[], name: string): readonly string[] {
  let most = -1;
  let ids: string[] = [];
  for (const group of groups) {
    for (const pattern of group) {
      if (pattern.literal < most || !fits(pattern.text, name)) continue;
      if (pattern.literal > most) ids = [];
      most = pattern.literal;
      if (!ids.includes(pattern.id)) ids.push(pattern.id);
    }
  }
  return ids.length === 0 ? NONE : ids;
}
