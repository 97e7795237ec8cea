import { isDotenv } from '../../index/dotenv-path';
import { baseName } from '../../index/paths';
import { isNamedAt } from '../variable-at';
import { type Renaming, STORED } from './fact-edits';
import { isQuoted, occurrences } from './name-place';
import { DECLARATION, type FileEdit, type Note, READ, uncertain } from './rename-edit';

/** What is known of a file besides its text. */
export interface Mentioning {
  /** The engine knows of a place in the file. */
  readonly hasPlace: boolean;
  /** A schema or settings class of the program has a member of this very name. */
  readonly hasMember: boolean;
  /** Names of the settings object in this file. */
  readonly settings: ReadonlySet<string>;
}

/** Longer lines and files were not written by hand. */
const LONGEST = 4000;
const MOST = 500;

/**
 * Places that no fact tells of: tests that set the variable, members of a schema, `$X` in scripts, documents. What the
 * text alone proves is renamed; what only looks like it is left to the person who renames.
 */
export function mentionEdits(renaming: Renaming, known: Mentioning, taken: ReadonlySet<string>): readonly FileEdit[] {
  const { lines, path, from, to } = renaming;
  const judge = judgeFor(path, renaming.language);
  const found: FileEdit[] = [];
  lines.forEach((content, line) => {
    if (content.length > LONGEST || found.length >= MOST) return;
    for (const column of occurrences(content, from)) {
      if (taken.has(`${line} ${column}`)) continue;
      const endColumn = column + from.length;
      const at = { before: content.slice(0, column), after: content.slice(endColumn), content, column, endColumn };
      const note = judge(at, known);
      if (note !== undefined) found.push({ range: { line, column, endLine: line, endColumn }, newText: to, note });
    }
  });
  return found;
}

interface Standing {
  readonly before: string;
  readonly after: string;
  readonly content: string;
  readonly column: number;
  readonly endColumn: number;
}

type Judge = (at: Standing, known: Mentioning) => Note | undefined;

function judgeFor(path: string, language: string | undefined): Judge {
  const name = baseName(path);
  if (language !== undefined || /\.(?:[cm]?[jt]sx?|vue|svelte|astro|pyi?|exs?)$/.test(name)) return inCode;
  if (/\.(?:md|mdx|markdown|rst|adoc|txt)$/i.test(name)) return inDocument;
  return isDotenv(path) ? inDotenv : inConfiguration;
}

const MEMBER = uncertain('Members of the schema', 'Looks like a use of the settings that the variable is read into.');
const TEXT = uncertain('Texts that are the name', 'Nothing tells that this text is used to read the variable.');
const TYPE = uncertain('Keys and types of this name', 'A type or an object that seems to list variables.');
const NAMED = uncertain(
  'Other mentions in configuration',
  'The file names it; nothing tells that it is this variable.',
);
const DOCUMENT = uncertain('Documents', 'A document names the variable.');

/** Ends where a name starts that is set, taken away or asked for. */
const ACCESS =
  /(?<![\w$.])(?:process\.env|import\.meta\.env|Bun\.env|ENV)(?:\.|\[\s?["'`])$|(?<![\w.])(?:os\.)?environ\[\s?["']$|(?<![\w.])(?:os\.)?(?:environ\.(?:get|pop|setdefault)|getenv|putenv|unsetenv)\(\s?["']$|(?<![\w.])System\.(?:put_env|delete_env|get_env|fetch_env!?)(?:\(\s?| )"$|(?<![\w$])Deno\.env\.(?:get|set|has|delete)\(\s?["'`]$|\b(?:stubEnv|setenv|delenv)\(\s?["'`]$/;
/** A comment or another text may have begun before. */
function isDoubtful(before: string): boolean {
  return /\/\/|^\s*(?:#|\*)/.test(before) || ['"', "'", '`'].some((quote) => before.split(quote).length % 2 === 0);
}

const inCode: Judge = ({ before, after, content, column, endColumn }, { hasMember, settings }) => {
  const access = ACCESS.exec(before);
  if (access !== null) return isDoubtful(before.slice(0, access.index)) ? TEXT : READ;
  if (isQuoted(content, column, endColumn)) return TEXT;
  if (/[{,]\s*$|^\s*(?:readonly\s+)?$/.test(before) && /^\??\s*:(?!:)/.test(after)) {
    // `createEnv` is given each member's own variable under its name.
    const passed = /^\s*:\s*(?:process|import\.meta)\.env(?:\.|\[["'])(\w+)/.exec(after)?.[1];
    return hasMember && passed === content.slice(column, endColumn) ? READ : TYPE;
  }
  if (hasMember && /[\w)\]!?]\.$/.test(before)) {
    const object = /(?<![\w$.])([\w$]+)[!?]?\.$/.exec(before)?.[1];
    return object !== undefined && settings.has(object) && !isDoubtful(before) ? READ : MEMBER;
  }
  return hasMember && /[(,]\s*$/.test(before) && /^\s*=(?!=)/.test(after) ? MEMBER : undefined;
};

const EXPANDED = /\$\{?$/;

const inDotenv: Judge = ({ before, after }) => {
  if (EXPANDED.test(before)) return READ;
  return /^\s*#[#\s]*(?:export\s+)?$/.test(before) && /^\s*=/.test(after) ? DECLARATION : undefined;
};

const inConfiguration: Judge = ({ before, after, content, column, endColumn }, { hasPlace }) => {
  if (/(?<![\w.])(?:secrets|vars)(?:\.|\[\s?["'])$/.test(before)) return STORED;
  if (EXPANDED.test(before) || /\$\{\{[^}]*(?<![\w.])env\.$/.test(before)) return hasPlace ? READ : NAMED;
  if (/(?:^|[\s;&|(])(?:(?:export|unset|readonly|local)\s+)?$/.test(before) && /^\+?=/.test(after)) {
    return hasPlace ? DECLARATION : NAMED;
  }
  if (isQuoted(content, column, endColumn) || /%$/.test(before)) return NAMED;
  if (/^[\s-]*$|:\s+$|\{\{[^}]*\.$/.test(before) && /^\s*(?:[:=#}]|$)/.test(after)) return NAMED;
  return hasPlace && /(?:^|\s)(?:export|unset|ARG|ENV)\s+$/.test(before) ? DECLARATION : undefined;
};

const inDocument: Judge = ({ content, column, endColumn }) =>
  isNamedAt(content, column, endColumn) ? DOCUMENT : undefined;
