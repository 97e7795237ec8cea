import { shortText } from '../../short-text';
import { isSuppression } from '../../suppressions';

const RULE = /^[-=#*_~+.─━═—–\s]{3,}$/;
/** `=== Stripe ===`, `--- Stripe`, `[Stripe]`: a text between signs that draw a line. */
const DECORATED = /^(?:[-=#*_~─━═]{2,}\s*(.*?)\s*[-=#*_~─━═]*|(.*?)\s*[-=#*_~─━═]{2,}|\[(.+)\])$/;

/** `Server`, `Django`: a word that names a part of the file and says nothing of a variable. */
const ONE_WORD = /^[A-Z][A-Za-z0-9]*[:.]?$/;
/** `ENVIRONMENT (set by the host)`: what is written in capitals is a title. */
const CAPITALS = /^\p{Lu}{6,}(?![\p{L}_])[\p{Lu} &/-]{0,60}(?:\([^()]*\))?[.:]?$/u;
/** Few words and no more: over several entries they are a title. */
const FEW_WORDS = /^[\p{L}\p{N}&/'-]+(?: [\p{L}\p{N}&/'-]+){0,2}[:.]?$/u;

/**
 * Follows the comments of an `.env` file and tells what stands with an entry: the comment at its line's end, or the
 * block right above it. Headings and titles of sections are no purpose of any variable below them.
 */
export class Comments {
  #above: string[] = [];
  #afterRule = false;

  /** A line that is no entry. */
  line(text: string, next: string): void {
    const trimmed = text.trim();
    if (!trimmed.startsWith('#')) {
      this.#above = [];
      this.#afterRule = false;
      return;
    }
    const afterRule = this.#afterRule;
    this.#afterRule = false;
    const body = trimmed.replace(/^#\s?(?:#+\s+)?/, '').trim();
    if (body === '' || isSuppression(trimmed)) return;
    if (RULE.test(body)) {
      this.#afterRule = true;
      return;
    }
    const decorated = DECORATED.exec(body);
    const boxed = afterRule && isRule(next);
    if (decorated !== null || boxed) {
      this.#above = [];
      return;
    }
    this.#above.push(body);
  }

  /** The text for the entry that comes now; the block above belongs to it alone. */
  take(atEnd: string, isFollowed: boolean): string | undefined {
    const own = atEnd.replace(/^#+\s*/, '').trim();
    const above = joined(this.#above);
    this.#above = [];
    this.#afterRule = false;
    const isTitle = ONE_WORD.test(above) || CAPITALS.test(above) || (isFollowed && FEW_WORDS.test(above));
    const text = [isSuppression(own) ? '' : own, isTitle ? '' : above].find((candidate) => /\p{L}{2}/u.test(candidate));
    return text === undefined ? undefined : shortText(text);
  }
}

/** A line that starts anew after one without an end starts another sentence. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const isNew = /^\p{Lu}/u.test(line) && /[\p{L}\p{N})）]$/u.test(text);
    return text === '' ? line : `${text}${isNew ? '.' : ''} ${line}`;
  }, '');
}

function isRule(text: string): boolean {
  return text.trim().startsWith('#') && RULE.test(text.trim().slice(1).trim() || ' ');
}
