import type { Range } from '../../model/text';
import type { EnvFact } from '../env-index';
import type { Renaming } from './fact-edits';
import { isQuoted, occurrences } from './name-place';
import { type FileEdit, notRenamed, READ, uncertain } from './rename-edit';

/** Accessors of django-environ that read a variable of their own where they are given none. */
const WITHOUT_NAME = /^env\.(?:db|db_url|cache|cache_url|email|email_url|search|search_url|channels|channels_url)$/;

/**
 * Places where the name is not written: it comes from a constant or a list, from a prefix and the name of a field, or
 * from the function itself.
 */
export function derivedEdits(renaming: Renaming, fact: EnvFact, taken: ReadonlySet<string>): readonly FileEdit[] {
  const { lines, from, to } = renaming;
  const written = textIn(lines, fact.range);
  if (written === undefined) return [];
  const kept = (why: string): FileEdit => ({ range: fact.range, newText: written, note: notRenamed(why) });
  if (fact.kind === 'envRead' && WITHOUT_NAME.test(fact.accessor)) {
    const open = written.indexOf('(');
    if (open >= 0 && !/\(\s*(?:var\s*=|["'])/.test(written)) {
      const column = fact.range.column + open + 1;
      const range = { line: fact.range.line, column, endLine: fact.range.line, endColumn: column };
      const rest = written
        .slice(open + 1)
        .trimStart()
        .startsWith(')')
        ? ''
        : ', ';
      return [{ range, newText: `"${to}"${rest}`, note: READ }];
    }
  }
  // Texts that another read stands on are not what this one takes its name from.
  const elsewhere = literalsOf(lines, from).filter(({ line, column }) => !taken.has(`${line} ${column}`));
  const [only, ...more] = elsewhere;
  if (only !== undefined) {
    const note =
      more.length === 0 ? READ : uncertain('A text that is the name', 'A read in this file uses one of them.');
    return elsewhere.map((range) => ({ range, newText: to, note }));
  }
  const changed = respelt(written, from, to);
  if (changed === undefined) return [kept(`${from} is not written here, and ${to} cannot be put together in its way.`)];
  // A text between quotes behind a prefix is the rest of a name and nothing else.
  const isText = isQuoted(lines[fact.range.line] ?? '', fact.range.column, fact.range.endColumn);
  const why = 'The variable takes its name from this field or key; uses of it in code are not renamed with it.';
  return [{ range: fact.range, newText: changed, note: isText ? READ : uncertain('Fields of settings', why) }];
}

/** The field's or key's own spelling for another variable: prefix and case stay what they are. */
export function respelt(written: string, from: string, to: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(written)) return undefined;
  const snake = written.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  const upper = from.toUpperCase();
  if (!upper.endsWith(snake)) return undefined;
  const prefix = upper.slice(0, upper.length - snake.length);
  const rest = to.toUpperCase().startsWith(prefix) ? to.slice(prefix.length) : '';
  if (!/^[A-Za-z_]/.test(rest)) return undefined;
  if (written === written.toLowerCase()) return rest.toLowerCase();
  if (written === written.toUpperCase()) return rest.toUpperCase();
  return rest.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Where a text in quotes, or a word of an Elixir list of words, is the name and nothing more. */
function literalsOf(lines: readonly string[], name: string): readonly Range[] {
  return lines.flatMap((content, line) =>
    occurrences(content, name)
      .map((column): Range => ({ line, column, endLine: line, endColumn: column + name.length }))
      .filter(({ column, endColumn }) => isQuoted(content, column, endColumn) || isSigil(content, column)),
  );
}

function isSigil(line: string, column: number): boolean {
  return /~w[([{<|/"'][\w ]*$/.test(line.slice(Math.max(0, column - 400), column));
}

function textIn(lines: readonly string[], { line, column, endLine, endColumn }: Range): string | undefined {
  const parts = lines.slice(line, endLine + 1);
  const last = parts.length - 1;
  if (last !== endLine - line) return undefined;
  return parts.map((part, at) => part.slice(at === 0 ? column : 0, at === last ? endColumn : undefined)).join('\n');
}
