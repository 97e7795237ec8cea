import { bitsOf, bitsOfPair } from './surprise';

/** A text to look for, and what is to be done where it stands. */
export interface Sought {
  readonly word: string;
  readonly anyCase: boolean;
  /** Whether the place settles the search. */
  readonly settles: (text: string, at: number) => boolean;
}

/** A text by two of its letters. */
interface Filed extends Sought {
  /** What the two are filed under. */
  readonly key: number;
  /** Where the two stand in the text. */
  readonly pair: number;
  /** Where a third one stands that is asked for before the whole text is. */
  readonly third: number;
}

const PAIRS = 1 << 16;
const LEAST_BUFFER = 1 << 17;
const LOWER = 32;

/**
 * Looks for many texts of three or more letters in one pass, which steps over two letters at a time. Of each text two pairs
 * are in a table: one for where it starts at an even place, one for where it starts at an odd one. The rarest are taken, so
 * that at nearly all places nothing is found there, and what is found is asked for a third letter.
 */
export class LetterSearch {
  /** By the pair, which list of texts is filed under it; 0 for none. */
  readonly #lists = new Uint16Array(PAIRS);
  /** By the list, where it starts among the texts. */
  readonly #starts: Uint16Array;
  /** By the text: how far from the pair the third letter stands, what it is, and which bit tells its cases apart. */
  readonly #thirds: Int16Array;
  readonly #codes: Uint8Array;
  readonly #cases: Uint8Array;
  readonly #filed: readonly Filed[];

  constructor(sought: readonly Sought[]) {
    const filed = sought.flatMap(filedBy).sort((a, b) => a.key - b.key);
    const starts = [0];
    filed.forEach(({ key }, entry) => {
      if (key !== filed[entry - 1]?.key) this.#lists[key] = starts.push(entry) - 1;
    });
    this.#starts = Uint16Array.from([...starts, filed.length]);
    this.#thirds = Int16Array.from(filed, ({ third, pair }) => third - pair);
    this.#cases = Uint8Array.from(filed, ({ anyCase }) => (anyCase ? LOWER : 0));
    this.#codes = Uint8Array.from(filed, ({ word, third, anyCase }) => word.charCodeAt(third) | (anyCase ? LOWER : 0));
    this.#filed = filed;
  }

  /** Whether any place settles it. */
  test(text: string): boolean {
    const pairs = pairsOf(text);
    const bytes = letters;
    const lists = this.#lists;
    const starts = this.#starts;
    const thirds = this.#thirds;
    const codes = this.#codes;
    const cases = this.#cases;
    const count = (text.length + 1) >> 1;
    for (let index = 0; index < count; index += 1) {
      const list = lists[pairs[index] ?? 0] ?? 0;
      if (list === 0) continue;
      const end = starts[list + 1] ?? 0;
      for (let entry = starts[list] ?? 0; entry < end; entry += 1) {
        const third = bytes[index * 2 + (thirds[entry] ?? 0)] ?? 0;
        if ((third | (cases[entry] ?? 0)) === codes[entry] && this.#settles(text, index * 2, entry)) return true;
      }
    }
    return false;
  }

  #settles(text: string, index: number, entry: number): boolean {
    const filed = this.#filed[entry];
    if (filed === undefined || filed.pair > index) return false;
    const { word, anyCase, settles } = filed;
    const at = index - filed.pair;
    const stands = anyCase ? text.slice(at, at + word.length).toLowerCase() === word : text.startsWith(word, at);
    return stands && settles(text, at);
  }
}

function filedBy(sought: Sought): readonly Filed[] {
  const word = sought.anyCase ? sought.word.toLowerCase() : sought.word;
  return [rarestPair(word, 0), rarestPair(word, 1)].flatMap((pair) => {
    const written = word.slice(pair, pair + 2);
    const keys = new Set((sought.anyCase ? casesOf(written) : [written]).map(keyOf));
    return [...keys].map((key) => ({ ...sought, word, key, pair, third: rarestBeside(word, pair) }));
  });
}

let letters = new Uint8Array(0);
let asPairs = new Uint16Array(0);

/** A text's letters by twos, of those that need two bytes the lower ones; they hold until the next text is asked for. */
function pairsOf(text: string): Uint16Array {
  if (letters.length <= text.length) {
    const bytes = new ArrayBuffer(Math.max(LEAST_BUFFER, text.length * 2 + 2));
    letters = new Uint8Array(bytes);
    asPairs = new Uint16Array(bytes);
  }
  Buffer.from(letters.buffer).write(text, 'latin1');
  letters[text.length] = 0;
  return asPairs;
}

function keyOf(pair: string): number {
  return new Uint16Array(Uint8Array.of(pair.charCodeAt(0), pair.charCodeAt(1)).buffer)[0] ?? 0;
}

function casesOf([first = '', second = '']: string): readonly string[] {
  return [first, first.toUpperCase()].flatMap((one) => [one + second, one + second.toUpperCase()]);
}

/** Where the rarest two letters stand, of those at even or at odd places. */
function rarestPair(word: string, parity: number): number {
  let best = parity;
  let most = 0;
  for (let index = parity; index < word.length - 1; index += 2) {
    const bits = bitsOfPair(word.slice(index, index + 2));
    if (bits > most) [best, most] = [index, bits];
  }
  return best;
}

function rarestBeside(word: string, pair: number): number {
  let best = pair;
  let most = 0;
  for (let index = 0; index < word.length; index += 1) {
    const bits = bitsOf(word.charAt(index));
    if (index !== pair && index !== pair + 1 && bits > most) [best, most] = [index, bits];
  }
  return best;
}
