const BEFORE = 60;
/** Methods and functions that ask whether a text is, begins with or holds another. */
const ASKS =
  /(?:\b(?:starts_?[wW]ith|ends_?[wW]ith|includes|indexOf|lastIndexOf|equals|localeCompare|removeprefix)|\.(?:find|test|match)|\bString\.(?:starts_with\?|contains\?))\(\s*(?:[\w.$]{1,40}\s*,\s*)?\(?\s*[rfbuRFBU]{0,2}$/;
/** Operators in front of it, and the words that Python and patterns have. */
const EQUALS_BEFORE = /(?:[=!]==?|=~|\b(?:case|not in))\s*\(?\s*[rfbuRFBU]{0,2}$/;
const EQUALS_AFTER = /^\s*\)?\s*(?:[=!]==?[^>]|(?:not\s+)?in\s+[\w.$]+)/;

/**
 * Whether the literal between two offsets (quotes included) is only compared with something: `url.startsWith("https://...")`.
 * The program knows the address then, and need not ask it.
 */
export function isCompared(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  return ASKS.test(before) || EQUALS_BEFORE.test(before) || EQUALS_AFTER.test(text.slice(end, end + BEFORE));
}
