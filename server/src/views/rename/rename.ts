import { byText } from '../../index/order';
import { publicPrefixOf } from '../../index/public-prefix';
import type { Range } from '../../model/text';
import type { Snapshot } from '../../model/workspace';
import { type EnvFact, type EnvPlace, envIndexOf } from '../env-index';
import { type LineText, type Position, variableAt } from '../variable-at';
import { factEdits, type Renaming } from './fact-edits';
import { type Mentioning, mentionEdits } from './mentions';
import { linesOf, nameRangeIn } from './name-place';
import { fixedName, nameProblem, takenBy } from './refusals';
import { type FileEdit, type Note, notRenamed, type RenameEdit } from './rename-edit';
import { NO_NAMES, schemasOf, settingsNames } from './schema-members';
import { type Belonging, scopeOf } from './scope';

export type RenameTarget =
  | { readonly t: 'variable'; readonly name: string; readonly range: Range }
  | {
      readonly t: 'refused';
      readonly message: string;
      /** A name of the program's own stands there, which its language may rename. */
      readonly isOtherName?: boolean;
    }
  | { readonly t: 'none' };

/**
 * The variable that a position names. Where it only takes its name from what stands there (a field of a settings class),
 * the language's own renaming is meant.
 */
export function renameTargetAt(snapshot: Snapshot, path: string, position: Position, text: LineText): RenameTarget {
  const found = variableAt(snapshot, path, position, text);
  if (found === undefined) return isDynamicAt(snapshot, path, position) ? DYNAMIC : NONE;
  const { name } = found.variable;
  const range = nameRangeIn(found.range, name, text);
  if (range === undefined) return { t: 'refused', message: unwritten(snapshot, name), isOtherName: true };
  const isOnName =
    position.line === range.line && position.column >= range.column && position.column <= range.endColumn;
  if (!isOnName) return NONE;
  const message = fixedName(name);
  return message === undefined ? { t: 'variable', name, range } : { t: 'refused', message };
}

const NONE: RenameTarget = { t: 'none' };
const DYNAMIC: RenameTarget = {
  t: 'refused',
  message: 'The name of this variable is put together at run time: it cannot be renamed.',
  isOtherName: true,
};

function isDynamicAt(snapshot: Snapshot, path: string, { line, column }: Position): boolean {
  const facts = envIndexOf(snapshot).file(path)?.facts ?? [];
  return facts.some(({ kind, range }) => {
    if (kind !== 'dynamicRead' || line < range.line || line > range.endLine) return false;
    return (line > range.line || column >= range.column) && (line < range.endLine || column <= range.endColumn);
  });
}

function unwritten(snapshot: Snapshot, name: string): string {
  const places = envIndexOf(snapshot).placesOf(name);
  const [declared] = places.filter(({ fact }) => fact.kind === 'envDeclaration');
  const where = declared === undefined ? '' : `, as in ${declared.path}:${declared.range.line + 1}`;
  return `This stands for the variable ${name}. Rename the variable where its name is written${where}.`;
}

export type RenameResult =
  | { readonly t: 'refused'; readonly message: string }
  | { readonly t: 'edits'; readonly edits: readonly RenameEdit[] };

/** Texts of the files by path, as the editor holds them or as they are on disk; all that may name the variable. */
export type Texts = ReadonlyMap<string, string>;

/** All changes that give a variable another name, sorted by place. `from` is the file that it is renamed in. */
export function renameEdits(snapshot: Snapshot, texts: Texts, from: string, name: string, to: string): RenameResult {
  const index = envIndexOf(snapshot);
  const old = index.placesOf(name);
  const problem = nameProblem(to);
  if (problem !== undefined) return { t: 'refused', message: problem };
  if (to === name) return { t: 'edits', edits: [] };
  const scope = scopeOf(snapshot, old, from);
  const isOwn = ({ path }: EnvPlace): boolean => scope.of(path).own;
  const taken = takenBy(old.filter(isOwn), index.placesOf(to).filter(isOwn), name, to);
  if (taken.t === 'refused') return { t: 'refused', message: taken.message };
  const store = storeProblem(texts, old, to);
  if (store !== undefined) return { t: 'refused', message: store };
  const warning = taken.t === 'joins' ? taken.message : publicWarning(name, to);
  const schemas = schemasOf(old, texts, name);
  const namesIn = schemas.size === 0 ? NO_NAMES : settingsNames(snapshot, schemas);
  const edits: RenameEdit[] = [];
  for (const path of [...texts.keys()].sort(byText)) {
    const lines = linesOf(texts.get(path) ?? '');
    const renaming: Renaming = { lines, path, language: index.file(path)?.language, from: name, to };
    const facts = factsIn(snapshot, path, name);
    const belonging = scope.of(path);
    const hasMember = schemas.size > 0 && belonging.own;
    for (const { note, ...edit } of editsIn(renaming, facts, { hasMember, settings: namesIn(path) })) {
      edits.push({ ...edit, path, note: judged(note, belonging, warning) });
    }
  }
  return { t: 'edits', edits };
}

function factsIn(snapshot: Snapshot, path: string, name: string): readonly EnvFact[] {
  const facts = envIndexOf(snapshot).file(path)?.facts ?? [];
  return facts.filter((fact): fact is EnvFact => {
    return (fact.kind === 'envRead' || fact.kind === 'envDeclaration') && fact.name === name;
  });
}

/** Each place once, those that the engine knows of first. */
function editsIn(
  renaming: Renaming,
  facts: readonly EnvFact[],
  known: Omit<Mentioning, 'hasPlace'>,
): readonly FileEdit[] {
  const found = new Map<string, FileEdit>();
  const add = (edit: FileEdit): void => {
    const key = `${edit.range.line} ${edit.range.column}`;
    const before = found.get(key);
    // What is proved at one place and doubted by another look at it is proved.
    if (before === undefined || (before.note.confirm && !edit.note.confirm)) found.set(key, edit);
  };
  const isWritten = ({ range }: EnvFact): boolean =>
    nameRangeIn(range, renaming.from, (line) => renaming.lines[line]) !== undefined;
  for (const fact of facts.filter(isWritten)) for (const edit of factEdits(renaming, fact, new Set())) add(edit);
  const written = new Set(found.keys());
  for (const fact of facts.filter((one) => !isWritten(one))) factEdits(renaming, fact, written).forEach(add);
  for (const edit of mentionEdits(renaming, { ...known, hasPlace: facts.length > 0 }, new Set(found.keys()))) add(edit);
  return [...found.values()].sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
}

function judged(note: Note, { own, others }: Belonging, warning: string | undefined): Note {
  if (note.label === notRenamed('').label) return note;
  if (!own) {
    const names = others.filter((name) => name !== '.').join(', ');
    const label = names === '' ? 'Another part of the workspace' : `Other applications: ${names}`;
    return { label, description: 'A variable of this name is used here as well, perhaps another one.', confirm: true };
  }
  return warning === undefined ? note : { ...note, description: warning, confirm: true };
}

/** Build tools put what has such a prefix into what users receive, and leave out what has none. */
function publicWarning(name: string, to: string): string | undefined {
  const [before, after] = [publicPrefixOf(name), publicPrefixOf(to)];
  if (before === after) return undefined;
  return after === undefined
    ? `Without the prefix ${before} the variable no longer reaches the browser.`
    : `The prefix ${after} makes the variable public: its value reaches the browser.`;
}

function storeProblem(texts: Texts, places: readonly EnvPlace[], to: string): string | undefined {
  if (!/^GITHUB_/i.test(to)) return undefined;
  const stored = places.some(({ path, range }) => {
    const line = linesOf(texts.get(path) ?? '')[range.line] ?? '';
    return /\.github\//.test(path) && /(?:secrets|vars)\.$/.test(line.slice(0, range.column));
  });
  return stored ? 'GitHub takes no secrets and variables whose names begin with GITHUB_.' : undefined;
}
