import type { Range } from '../../model/text';
import type { EnvFact } from '../env-index';
import { derivedEdits } from './derived-edits';
import { nameRangeIn } from './name-place';
import { DECLARATION, type FileEdit, type Note, READ, uncertain } from './rename-edit';

/** A file's text by lines, and what is to be renamed to what. */
export interface Renaming {
  readonly lines: readonly string[];
  readonly path: string;
  readonly language: string | undefined;
  readonly from: string;
  readonly to: string;
}

const STORE = /(?<![\w.])(?:secrets|vars)(?:\.|\[\s?["'])$/;

export const STORED = uncertain(
  'Kept outside of the repository',
  'A secret or variable of the CI service: rename it in its settings as well, or leave this as it is.',
);

/** The changes at a place that the engine knows of; none where the text is no longer what it was when it was read. */
export function factEdits(renaming: Renaming, fact: EnvFact, taken: ReadonlySet<string>): readonly FileEdit[] {
  const { lines, from, to } = renaming;
  const range = nameRangeIn(fact.range, from, (line) => lines[line]);
  if (range === undefined) return derivedEdits(renaming, fact, taken);
  const line = lines[range.line] ?? '';
  const before = line.slice(0, range.column);
  const note: Note = STORE.test(before) ? STORED : fact.kind === 'envRead' ? READ : DECLARATION;
  return [{ range, newText: newTextAt(renaming, fact, range, to), note }];
}

const SCRIPTS = new Set(['javascript', 'typescript', 'tsx', 'vue', 'svelte', 'astro']);

/** A name that is a local name as well keeps it: `{ X }` becomes `{ Y: X }`, in an import `{ Y as X }`. */
function newTextAt({ lines, language, from }: Renaming, fact: EnvFact, range: Range, to: string): string {
  if (fact.kind !== 'envRead' || language === undefined || !SCRIPTS.has(language)) return to;
  const before = textBefore(lines, range);
  const after = textAfter(lines, range);
  if (!/[{,]\s*$/.test(before) || !/^\s*(?:[,}]|=(?![=>]))/.test(after) || opener(before) !== '{') return to;
  return fact.accessor.startsWith('$env/static') ? `${to} as ${from}` : `${to}: ${from}`;
}

const AROUND = 60;

function textBefore(lines: readonly string[], { line, column }: Range): string {
  const above = lines.slice(Math.max(0, line - AROUND), line);
  return [...above, (lines[line] ?? '').slice(0, column)].join('\n');
}

function textAfter(lines: readonly string[], { line, endColumn }: Range): string {
  return [(lines[line] ?? '').slice(endColumn), ...lines.slice(line + 1, line + 3)].join('\n');
}

/** The bracket that stands open at the end of a text. */
function opener(text: string): string | undefined {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text.charAt(at);
    if (')]}'.includes(letter)) depth += 1;
    else if ('([{'.includes(letter)) {
      if (depth === 0) return letter;
      depth -= 1;
    }
  }
  return undefined;
}
