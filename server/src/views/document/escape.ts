import { withoutMarks } from './places';

/** Characters that turn a text's direction: what follows would read other than it is. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
/** What Markdown, with the tables, strikes and formulas of GitHub and VS Code, reads as markup between words. */
const MARKUP = /[\\`*[\]<>|~$]/g;
/** Between letters an underscore is no markup. */
const UNDERSCORE = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
const ENTITY = /&(?=#?\w{1,32};)/g;

/** On one line, whatever a hostile text or file name holds. */
export function onOneLine(text: string): string {
  return withoutMarks(text)
    .replace(TURNS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ');
}

/** Text that Markdown must not read as markup. */
export function escaped(text: string): string {
  return text.replace(MARKUP, '\\$&').replace(UNDERSCORE, '\\_').replace(ENTITY, '&amp;');
}
