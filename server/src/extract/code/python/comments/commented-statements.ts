import type { PythonContext } from '../context';
import { splitTopLevel } from '../parameters';
import type { Comment } from '../source';

/** A comment, or several below each other, whose text could be one statement. */
export interface CommentedStatement {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

const MAX_LINES = 40;

/** Joins comment lines while a bracket is open; a comment that never closes it is no statement. */
export function commentedStatements(context: PythonContext): readonly CommentedStatement[] {
  const comments = context.source.comments.filter((comment) => comment.alone);
  const found: CommentedStatement[] = [];
  for (let i = 0; i < comments.length; i++) {
    const first = comments[i];
    if (first === undefined || !couldBeCode(first.text)) continue;
    let text = withoutNote(first.text);
    let last = first;
    let open = openBrackets(text);
    for (let j = i + 1; open > 0 && j < Math.min(comments.length, i + MAX_LINES); j++) {
      const next = comments[j];
      if (next === undefined || next.line !== last.line + 1) break;
      const line = withoutNote(next.text);
      text += `\n${line}`;
      open += openBrackets(line);
      last = next;
    }
    if (open !== 0) continue;
    found.push({ text, line: first.line, start: first.start, end: endOf(context, first) });
    if (last !== first) i = comments.indexOf(last);
  }
  return found;
}

function couldBeCode(text: string): boolean {
  return /[=(@[]|^(?:from|import)\s|^["'][\w.]+["']\s*,?$/.test(text) && text.length < 500;
}

/** A comment at the end of commented-out code. */
function withoutNote(text: string): string {
  const parts = splitTopLevel(text, '#');
  return parts.length > 1 && /\s$/.test(parts[0] ?? '') ? (parts[0] ?? '').trim() : text;
}

function openBrackets(text: string): number {
  const plain = text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '');
  let open = 0;
  for (const char of plain) {
    if ('([{'.includes(char)) open++;
    else if (')]}'.includes(char)) open--;
  }
  return open;
}

function endOf(context: PythonContext, comment: Comment): number {
  const newline = context.text.indexOf('\n', comment.start);
  return newline === -1 ? context.text.length : newline;
}
