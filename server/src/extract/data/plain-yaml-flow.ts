import { type Data, type Entry, scalar } from './data';

/** A value as it stands on its line, inside its quotes. */
export interface PlainValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
  /** Behind the quotes. */
  readonly next: number;
}

export interface PlainKey {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly colon: number;
}

/** What a value may start with that is nothing but text. */
const STARTS = /[\w./~$(<=+^;\\\u00a1-\ufefe\uff00-\ufffd]/;
/** A key that is a text and no number; what else might stand before a colon is not read here. */
const KEY = /[A-Za-z_/$.\u00a1-\ud7ff](?:[^\s:#'"&*!|>%@`[\]{},]|[ :#'"&*!|>%@`[\]{},](?=[^\s:#]))*(?=:(?: |$|\n))/y;
const QUOTED_KEY = /"([^"\\\n]+)"(?=:(?: |$|\n))|'([^'\n]+)'(?=:(?: |$|\n))/y;
const NO_TEXT = /^(?:[-+]?\.?(?:\d|inf$|nan$)|~$|null$|true$|false$)/i;
const IN_FLOW = /(?:[\w./+$(\u00a1-\ud7ff]|-(?=[\w-]))(?:[^\n,[\]{}:#&*!|>'"%@`]|:(?=[^\s,[\]{}]))*/y;

/** Whether a map starts here: `key: ...`. */
export function isKeyLike(text: string, at: number, end: number): boolean {
  KEY.lastIndex = at;
  if (KEY.test(text)) return KEY.lastIndex < end;
  QUOTED_KEY.lastIndex = at;
  return QUOTED_KEY.test(text);
}

/** A value's text as what it means: all but words for truth and nothing are as they are written, numbers too. */
export function scalarOf({ text, start, end, isQuoted }: PlainValue): Data {
  if (isQuoted) return scalar(text, start, end);
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return scalar(true, start, end);
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return scalar(false, start, end);
  return scalar(/^(?:~|[Nn]ull|NULL)$/.test(text) ? null : text, start, end);
}

const SINGLE_QUOTED = /'((?:[^'\n]|'')*)'(?!')/y;
/** With the escapes that people write. */
const DOUBLE_QUOTED = /"((?:[^"\\\n]|\\["\\/nt])*)"/y;

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
}

/** Other white space at the end of a value is a part of it. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 32) end -= 1;
  return text.slice(0, end);
}

/** Reads what stands on one line: keys, values, `[lists]` and `{maps}`. */
export class PlainFlow {
  readonly #text: string;
  readonly #fail: () => never;

  constructor(text: string, fail: () => never) {
    this.#text = text;
    this.#fail = fail;
  }

  key(at: number, lineEnd: number): PlainKey {
    const text = this.#text;
    const isQuoted = text[at] === '"' || text[at] === "'";
    const pattern = isQuoted ? QUOTED_KEY : KEY;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex >= lineEnd) return this.#fail();
    const quote = isQuoted ? 1 : 0;
    const key = match[1] ?? match[2] ?? match[0];
    if (!isQuoted && (NO_TEXT.test(key) || key.includes(' #') || key.includes(': '))) return this.#fail();
    const colon = at + match[0].length;
    return { key, keyStart: at + quote, keyEnd: colon - quote, colon };
  }

  /** A value that fills its line but for a comment. */
  value(at: number, lineEnd: number): PlainValue {
    const sign = this.#text[at] ?? '';
    if (sign === '"' || sign === "'") {
      const value = this.#quoted(at, lineEnd);
      this.endsAt(value.next);
      return value;
    }
    const isText = STARTS.test(sign) || (/[-:]/.test(sign) && /\S/.test(this.#text[at + 1] ?? ' '));
    if (!isText) return this.#fail();
    const line = this.#text.slice(at, lineEnd);
    const comment = line.indexOf(' #');
    const text = withoutSpaces(comment < 0 ? line : line.slice(0, comment));
    if (text.includes(': ') || text.endsWith(':') || /^---?$/.test(text)) return this.#fail();
    return { text, start: at, end: at + text.length, isQuoted: false, next: at + text.length };
  }

  /** `[a, "b"]` or `{ a: b }`, to the end of the line but for a comment. */
  collection(at: number, lineEnd: number): Data {
    const [data, next] = this.#collection(at, lineEnd, 0);
    this.endsAt(next);
    return data;
  }

  /** Nothing but a comment may follow on this line. */
  endsAt(at: number): void {
    const after = /[^ ]/g;
    after.lastIndex = at;
    const sign = after.exec(this.#text);
    if (sign === null || sign[0] === '\n') return;
    if (sign[0] !== '#' || sign.index === at) this.#fail();
  }

  #collection(at: number, lineEnd: number, depth: number): readonly [Data, number] {
    const text = this.#text;
    const isMap = text[at] === '{';
    const close = isMap ? '}' : ']';
    if (depth > 8) return this.#fail();
    const items: Data[] = [];
    const entries: Entry[] = [];
    let here = this.#skip(at + 1);
    while (text[here] !== close) {
      if (here >= lineEnd) return this.#fail();
      if (isMap) {
        const key = this.#flowKey(here, lineEnd);
        const [value, next] = this.#item(this.#skip(key.colon + 1), lineEnd, depth);
        entries.push({ key: key.key, keyStart: key.keyStart, keyEnd: key.keyEnd, value });
        here = next;
      } else {
        const [value, next] = this.#item(here, lineEnd, depth);
        items.push(value);
        here = next;
      }
      here = this.#skip(here);
      if (text[here] === ',') here = this.#skip(here + 1);
      else if (text[here] !== close) return this.#fail();
    }
    const end = here + 1;
    return [isMap ? { t: 'map', entries, start: at, end } : { t: 'list', items, start: at, end }, end];
  }

  #flowKey(at: number, lineEnd: number): PlainKey {
    const key = this.key(at, lineEnd);
    if (this.#text[key.colon + 1] !== ' ' || /[,[\]{}]/.test(key.key)) return this.#fail();
    return key;
  }

  #item(at: number, lineEnd: number, depth: number): readonly [Data, number] {
    const sign = this.#text[at];
    if (sign === '[' || sign === '{') return this.#collection(at, lineEnd, depth + 1);
    if (sign === '"' || sign === "'") {
      const value = this.#quoted(at, lineEnd);
      // Right behind quotes a colon makes a key of them.
      if (this.#text[this.#skip(value.next)] === ':') return this.#fail();
      return [scalarOf(value), value.next];
    }
    IN_FLOW.lastIndex = at;
    const text = withoutSpaces(IN_FLOW.exec(this.#text)?.[0] ?? this.#fail());
    const end = at + text.length;
    return [scalarOf({ text, start: at, end, isQuoted: false, next: end }), end];
  }

  #quoted(at: number, lineEnd: number): PlainValue {
    const quote = this.#text[at] ?? '';
    const pattern = quote === "'" ? SINGLE_QUOTED : DOUBLE_QUOTED;
    pattern.lastIndex = at;
    const inside = pattern.exec(this.#text)?.[1];
    const close = pattern.lastIndex - 1;
    if (inside === undefined || close >= lineEnd) return this.#fail();
    const text = quote === "'" ? inside.replaceAll("''", "'") : unescaped(inside);
    return { text, start: at + 1, end: close, isQuoted: true, next: close + 1 };
  }

  #skip(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === 32) at += 1;
    return at;
  }
}
