import type { DynamicReadFact, EnvDeclarationFact, EnvReadFact, Fact } from '../../server/src/model/facts';

/**
 * A mark stands in a comment line below the line it is about, as in
 *
 *     key = os.environ["STRIPE_KEY"]
 *     #                 ^^^^^^^^^^ env STRIPE_KEY required
 *
 * Carets stand under the name where the code writes it, else under the first line of the expression or field that
 * reads. `#<^^^` starts at the comment sign itself. After the name: `required`, `optional` or `production`, or
 * `declared` (with `empty`, `secret`), then `default=`, `cast=` and `commented`; what is not said must not be found.
 * A name built at run time is `env dynamic`. Two more lines are read: `none`, below a line of which nothing is to be
 * told, and `form: ...`, above the cases of one way of writing. All these lines are taken out before the file is read.
 */
export interface MarkedFile {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly forms: readonly string[];
  /** Lines of the marked file, from 1, of which nothing is to be told. */
  readonly negatives: readonly number[];
  /** The line in the marked file, from 1, of a line of `text`, from 0. */
  readonly lineOf: (line: number) => number;
}

/** A place of `text` and what is to be found there. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly says: string;
}

const SIGN = String.raw`^(\s*)(#|\/\/|--|;)`;
const MARK = new RegExp(`${SIGN}(\\s*)(<?)(\\^+) env (.+)$`);
const NONE = new RegExp(`${SIGN} none\\b`);
const FORM = new RegExp(`${SIGN} form: (.+)$`);

export function readMarks(marked: string): MarkedFile {
  const kept: string[] = [];
  const numbers: number[] = [];
  const marks: Mark[] = [];
  const forms: string[] = [];
  const negatives: number[] = [];
  marked.split('\n').forEach((text, index) => {
    const mark = MARK.exec(text);
    const form = FORM.exec(text)?.[3];
    if (mark !== null) {
      const [, indent = '', sign = '', gap = '', edge = '', carets = '', says = ''] = mark;
      const column = indent.length + (edge === '' ? sign.length + gap.length : 0);
      const length = carets.length + (edge === '' ? 0 : sign.length + gap.length + 1);
      marks.push({ line: kept.length - 1, column, length, says: says.trim() });
    } else if (NONE.test(text)) negatives.push(numbers.at(-1) ?? index);
    else if (form !== undefined) forms.push(form);
    else {
      kept.push(text);
      numbers.push(index + 1);
    }
  });
  return { text: kept.join('\n'), marks, forms, negatives, lineOf: (line) => numbers[line] ?? line + 1 };
}

type EnvFact = EnvReadFact | EnvDeclarationFact | DynamicReadFact;

export function isEnvFact(fact: Fact): fact is EnvFact {
  return fact.kind === 'envRead' || fact.kind === 'envDeclaration' || fact.kind === 'dynamicRead';
}

/** A fact as a mark would have to be. */
export function markOf(fact: EnvFact, lines: readonly string[]): Mark {
  return { ...placeOf(fact, lines), says: wordsOf(fact) };
}

function placeOf(fact: EnvFact, lines: readonly string[]): Omit<Mark, 'says'> {
  const { line, column, endLine, endColumn } = fact.range;
  const name =
    fact.kind === 'dynamicRead' ? undefined : new RegExp(`(?<!\\w)${fact.name.replace(/\W/g, '\\$&')}(?!\\w)`);
  for (let row = line; name !== undefined && row <= endLine; row += 1) {
    const text = (lines[row] ?? '').slice(0, row === endLine ? endColumn : undefined);
    const from = row === line ? column : 0;
    const found = name.exec(text.slice(from));
    if (found !== null) return { line: row, column: from + found.index, length: found[0].length };
  }
  const end = endLine === line ? endColumn : (lines[line] ?? '').trimEnd().length;
  return { line, column, length: end - column };
}

function wordsOf(fact: EnvFact): string {
  if (fact.kind === 'dynamicRead') return 'dynamic';
  const words = fact.kind === 'envRead' ? wordsOfRead(fact) : wordsOfDeclaration(fact);
  return [fact.name, ...words, ...(fact.commentedOut === true ? ['commented'] : [])].join(' ');
}

function wordsOfRead({ presence, production, default: text, cast }: EnvReadFact): readonly string[] {
  const isRequired = presence === 'raises' || presence === 'bare';
  const words = [!isRequired ? 'optional' : production === true ? 'production' : 'required'];
  if (text !== undefined) words.push(`default=${/^[^\s"]+$/.test(text) ? text : JSON.stringify(text)}`);
  if (cast !== undefined) words.push(`cast=${cast}`);
  return words;
}

function wordsOfDeclaration({ hasValue, secret }: EnvDeclarationFact): readonly string[] {
  return ['declared', ...(hasValue ? [] : ['empty']), ...(secret === true ? ['secret'] : [])];
}

/** What is marked and not found, and what is found and not marked, as `file:line: ...`. */
export function differences(path: string, file: MarkedFile, facts: readonly Fact[]): readonly string[] {
  const lines = file.text.split('\n');
  const tell = (sign: string, { line, column, length, says }: Mark): string => {
    const text = (lines[line] ?? '').slice(column, column + length);
    return `${path}:${file.lineOf(line)}:${column + 1}: ${sign} env ${says}   [${text}]`;
  };
  const key = ({ line, column, length, says }: Mark): string => [line, column, length, says].join(' ');
  const found = new Map(
    facts
      .filter(isEnvFact)
      .map((fact) => markOf(fact, lines))
      .map((mark) => [key(mark), mark]),
  );
  const expected = new Map(file.marks.map((mark) => [key(mark), mark]));
  const differing: [number, string][] = [];
  for (const [id, mark] of expected) if (!found.has(id)) differing.push([mark.line, tell('marked, not found:', mark)]);
  for (const [id, mark] of found) if (!expected.has(id)) differing.push([mark.line, tell('found, not marked:', mark)]);
  return differing.sort(([a], [b]) => a - b).map(([, text]) => text);
}
