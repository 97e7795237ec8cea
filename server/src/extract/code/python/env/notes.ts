import { redactText } from '../../../redact';
import type { PythonSource } from '../source';

const DIRECTIVE =
  /^(noqa|type:|pragma|pylint|mypy|ruff|isort|fmt:|nosec|pyright|flake8|integration-atlas-|TODO|FIXME|!|-\*-)/i;

/** Finds the comment that stands with a line: at its end, or on the lines right above it. */
export class Notes {
  readonly #byLine = new Map<number, { readonly text: string; readonly alone: boolean }>();

  constructor(source: PythonSource) {
    for (const comment of source.comments) this.#byLine.set(comment.line, comment);
  }

  at(line: number): string | undefined {
    const trailing = this.#byLine.get(line);
    if (trailing !== undefined && !trailing.alone && isProse(trailing.text)) return short(trailing.text);
    const above: string[] = [];
    for (let i = line - 1; i >= line - 4; i--) {
      const comment = this.#byLine.get(i);
      if (comment === undefined || !comment.alone || !isProse(comment.text)) break;
      above.unshift(comment.text);
    }
    return above.length === 0 ? undefined : short(above.join(' '));
  }
}

/** Neither a rule of dashes, nor a directive to a tool, nor a line of code. */
function isProse(text: string): boolean {
  return (
    /[A-Za-z]{2}/.test(text) &&
    !DIRECTIVE.test(text) &&
    !/[-=#*]{4,}/.test(text) &&
    !/^[\w.[\]"']+\s*[+]?=[^=]/.test(text)
  );
}

/** A comment is prose, but may quote a key. */
function short(comment: string): string {
  const text = comment.replace(/[^\s"'`=:,;()]{12,}/g, (word) => redactText(word));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
