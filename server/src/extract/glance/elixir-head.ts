import type { ImportFact } from '../../model/facts';
import type { Range } from '../../model/text';
import { readAlias } from '../code/elixir/elixir-source';
import { DIRECTIVES, readDirective } from '../code/elixir/imports';
import { isStandard } from '../code/elixir/stdlib';
import { Positions } from '../positions';
import { ElixirNames, TooManyMeanings } from './elixir-names';
import type { Head, Mention } from './glance';

/** A directive or a macro that is given a module; whether it is code or a comment, its line tells. */
const STATEMENT = /(?<![\w.:@])(?:alias|import|use|require|plug|@behaviour)[\s(]+(?=[A-Z_:])/g;
/** A module in code, comments and texts alike; what follows it tells whether something of it is called. */
const NAMED = /(?<!\w|(?<!\.)\.)(?:__MODULE__|[A-Z]\w*)(?:\s*\.\s*[A-Z]\w*)*/g;
const ERLANG = /(?<![\w:]):([a-z]\w*)\.[a-z_]/g;
const CALLED = /\s*\.\s*[a-z_"]/y;
const LONGEST_STATEMENT = 4000;

/** The modules that an Elixir file names, and those of its directives whose meaning their lines tell for sure. */
export function readElixirHead(text: string): Head | undefined {
  // Lines of another kind, or quotes that no line shows to be the start of a long text.
  if (text.includes('\r') || /#[^\n"]*"""|#[^\n']*'''/.test(text)) return undefined;
  try {
    return headOf(text);
  } catch (error) {
    if (error instanceof TooManyMeanings) return undefined;
    throw error;
  }
}

function headOf(text: string): Head {
  const names = new ElixirNames(text);
  const read = readStatements(text, names);
  const { named, called } = namesIn(text, names);
  return {
    imports: read.imports,
    mentions: read.mentions,
    names: names.defined,
    uses: [...new Set([...read.uses, ...called.filter(isCalled)])],
    named,
  };
}

/** Calls on other modules reach nobody. */
function isTelling(module: string): boolean {
  return !isStandard(module);
}

/** Of the calls on `Logger`, signs tell which count; requiring it is no call. */
function isCalled(module: string): boolean {
  return module !== 'Logger' && isTelling(module);
}

/** A directive, a macro or a behaviour as the text shows it. */
interface Statement {
  readonly word: string;
  readonly text: string;
  readonly index: number;
  /** Where its module is written. */
  readonly at: number;
}

interface Statements {
  readonly imports: readonly ImportFact[];
  readonly mentions: readonly Mention[];
  readonly uses: readonly string[];
}

function readStatements(text: string, names: ElixirNames): Statements {
  const statements = [...text.matchAll(STATEMENT)].map(
    ({ 0: start, index }): Statement => ({
      word: /^@?\w+/.exec(start)?.[0] ?? '',
      text: text.slice(index, index + LONGEST_STATEMENT),
      index,
      at: index + start.length,
    }),
  );
  // All aliases come first: what one of them means may be asked for above it, in another function.
  for (const { word, text: statement, index } of statements) {
    if (word === 'alias') for (const { local, full } of readAlias(statement)) names.alias(local, full, index);
  }
  const positions = new Positions(text);
  const imports: ImportFact[] = [];
  const mentions: Mention[] = [];
  const uses: string[] = [];
  for (const statement of statements) {
    const { word, index, at } = statement;
    if (word === 'plug') {
      uses.push(...modulesAt(text, at, names));
      continue;
    }
    const end = DIRECTIVES.has(word) && names.isCertain(index) ? endOfHead(text, index) : undefined;
    if (end === undefined) {
      mentions.push(...mentionedBy(text, statement, names));
      continue;
    }
    const own = importsOf(statement, positions.head(index, end), names);
    imports.push(...own);
    uses.push(...own.map(({ module }) => module).filter(word === 'use' ? isTelling : isCalled));
  }
  return { imports, mentions, uses };
}

function importsOf({ word, text, index }: Statement, range: Range, names: ElixirNames): readonly ImportFact[] {
  return readDirective(word, text).map(({ local, full }) => ({
    kind: 'import',
    module: names.certain(full, index),
    names: [{ name: '*', local }],
    range,
    ...(names.module !== undefined && { scope: names.module }),
  }));
}

/** What a statement may be about whose place or end its line does not tell. */
function mentionedBy(text: string, { word, text: statement, index, at }: Statement, names: ElixirNames) {
  const several = word === 'alias' ? readAlias(statement).flatMap(({ full }) => names.meanings(full, index)) : [];
  return [...modulesAt(text, at, names), ...several].map((module): Mention => ({ module, names: ['*'] }));
}

/**
 * Where the first line of a statement ends; `undefined` where the line alone does not tell: it has a comment, another
 * statement or a block behind it.
 */
function endOfHead(text: string, start: number): number | undefined {
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const line = text.slice(start, end);
  if (/[#;"'~]|\b(?:do|if|unless)\b/.test(line)) return undefined;
  const opens = (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0);
  const trimmed = line.trimEnd();
  if (/[,({[]$/.test(trimmed)) return end;
  // What follows on the next line may go on with this one: `|>`, `, only: ...`.
  const next = /^\s*(\S*)/.exec(text.slice(end, end + 200))?.[1] ?? '';
  return opens === 0 && /^(?:$|[a-z@#])/.test(next) && !/^(?:and|or|in|when|not)\b/.test(next)
    ? start + trimmed.length
    : undefined;
}

/** What the module that is written at a place may stand for. */
function modulesAt(text: string, index: number, names: ElixirNames): readonly string[] {
  const written = /^(?:__MODULE__(?:\.[A-Z]\w*)*|[A-Z]\w*(?:\.[A-Z]\w*)*|:[a-z]\w*)/.exec(
    text.slice(index, index + 300),
  )?.[0];
  return written === undefined ? [] : names.meanings(written, index);
}

/** The modules that a text names, and those of them that something may be called on. */
function namesIn(text: string, names: ElixirNames): { readonly named: string[]; readonly called: string[] } {
  // A supervisor starts modules that are only named.
  const isStarting = text.includes('Supervisor');
  const meanings = new Map<string, readonly string[]>();
  const called = new Set<string>();
  for (const { 0: written, index } of text.matchAll(NAMED)) {
    CALLED.lastIndex = index + written.length;
    const isCalledOn = isStarting || CALLED.test(text);
    for (const module of readingsOf(written)) {
      const known = meanings.get(module) ?? names.meanings(module, index);
      meanings.set(module, known);
      if (isCalledOn) for (const meaning of known) called.add(meaning);
    }
  }
  for (const { 1: name = '' } of text.matchAll(ERLANG)) called.add(`:${name}`);
  return { named: [...new Set([...meanings.values()].flat())], called: [...called] };
}

/** A sentence may end in a module, and the next line start with another. */
function readingsOf(written: string): readonly string[] {
  if (!/\s/.test(written)) return [written];
  const parts = written.split(/\s+\.\s*|\.\s+/);
  return parts.map((_, at) => parts.slice(at).join('.'));
}
