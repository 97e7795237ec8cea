import { type Line, linesOf } from '../../text-index';

/** One instruction of a Dockerfile with its continued lines joined. */
export interface Instruction {
  /** In capitals: `FROM`. */
  readonly name: string;
  /** Its words; a quoted word stays one. */
  readonly words: readonly Word[];
  /** All that follows the name, on one line. */
  readonly rest: string;
}

export interface Word {
  /** As written, quotes included. */
  readonly raw: string;
  readonly text: string;
  readonly line: Line;
  /** The column of `raw`. */
  readonly column: number;
}

const WORD = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+|["'\\]/g;

/** Splits a Dockerfile: comments go, continued lines are joined, here-documents are skipped. */
export function instructionsOf(text: string): readonly Instruction[] {
  const instructions: Instruction[] = [];
  let words: Word[] = [];
  let until: string | undefined;
  for (const line of linesOf(text)) {
    if (until !== undefined) {
      if (line.text.trim() === until) until = undefined;
      continue;
    }
    const trimmed = line.text.trim();
    // A comment between continued lines belongs to nothing, and neither does an empty line.
    if (trimmed.startsWith('#') || (trimmed === '' && words.length > 0)) continue;
    const continued = /[\\`]\s*$/.test(line.text);
    const content = continued ? line.text.replace(/[\\`]\s*$/, '') : line.text;
    for (const match of content.slice(0, 10_000).matchAll(WORD)) {
      words.push({ raw: match[0], text: unquoted(match[0]), line, column: match.index });
    }
    if (continued) continue;
    until = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(content)?.[1];
    if (words.length > 0) instructions.push(instruction(words));
    words = [];
  }
  if (words.length > 0) instructions.push(instruction(words));
  return instructions;
}

function instruction(words: readonly Word[]): Instruction {
  const [first, ...others] = words;
  return {
    name: (first?.text ?? '').toUpperCase(),
    words: others,
    rest: others.map((word) => word.raw).join(' '),
  };
}

export function unquoted(text: string): string {
  return text.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
    (_all, double?: string, single?: string) => double ?? single ?? '',
  );
}
