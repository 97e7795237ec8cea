import type { EnvDeclarationFact, EnvReadFact } from '../../../model/facts';
import { baseName, ending } from '../../paths';
import type { Reader } from '../../reader';
import { isSecretValue } from '../../secret-value';
import { type Line, linesOf, rangeInLine } from '../../text-index';
import { isName } from '../env-facts';
import { shellReads } from '../tools/shell-script';
import { Comments } from './comments';

/** Code and documents that are merely called after `.env`. */
const OTHER_ENDINGS = new Set(
  'ts js mjs cjs mts cts tsx jsx json yaml yml toml py rb go rs php ex exs md mdx rst html sh bash ps1 vault keys gpg age asc png'.split(
    ' ',
  ),
);
const SAMPLE =
  /^(dot)?env[-_.](example|sample|template|tpl|dist|default|defaults|local|dev|development|test|testing|staging|prod|production|docker|ci)$/;

/** `.env`, `.env.example`, `example.env`, `.envrc`, `.flaskenv`, `.dev.vars`, `.envs/.local/.django` ... */
function isDotenv(path: string): boolean {
  const name = baseName(path).toLowerCase();
  if (OTHER_ENDINGS.has(ending(name))) return false;
  return (
    /^\.env([-_.].+)?$/.test(name) ||
    /^[\w.-]+\.env$/.test(name) ||
    SAMPLE.test(name) ||
    /^\.(envrc|flaskenv)([-_.].+)?$/.test(name) ||
    /^\.dev\.vars(\..+)?$/.test(name) ||
    /(^|\/)\.envs\/(.+\/)?\.[\w-]+$/.test(path)
  );
}

/** Names, places and comments of `.env` files. What a variable is set to is looked at, and never kept. */
export const dotenvReader: Reader = {
  id: 'dotenv',
  matches: isDotenv,
  read(file) {
    // direnv runs a script: there, only what is exported is a variable.
    const script = /^\.envrc/.test(baseName(file.path).toLowerCase());
    const lines = linesOf(file.text);
    const comments = new Comments();
    const facts: EnvDeclarationFact[] = [];
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index];
      if (line === undefined) break;
      const entry = entryOf(line, script);
      if (entry === undefined) {
        comments.line(line.text, lines[index + 1]?.text ?? '');
        continue;
      }
      const value = readValue(lines, index, entry.valueStart);
      index = entry.commentedOut ? index : value.lastLine;
      if (!isName(entry.name)) continue;
      const next = lines[index + 1];
      const comment = comments.take(value.comment, next !== undefined && entryOf(next, script) !== undefined);
      facts.push({
        kind: 'envDeclaration',
        name: entry.name,
        source: 'dotenv',
        hasValue: value.present,
        ...(!entry.commentedOut && isSecretValue(entry.name, value.text) && { secretShape: true }),
        ...(entry.commentedOut && { commentedOut: true }),
        ...(comment !== undefined && { comment }),
        range: rangeInLine(line, entry.start, entry.start + entry.name.length),
      });
    }
    return { facts: script ? [...facts, ...envrcReads(file.text)] : facts };
  },
};

/** What direnv's script asks of the environment around it, `env_vars_required A B` included. */
function envrcReads(text: string): readonly EnvReadFact[] {
  const required = linesOf(text).flatMap((line): readonly EnvReadFact[] => {
    const head = /^\s*env_vars_required\s+/.exec(line.text);
    const from = head?.[0].length ?? 0;
    return head === null
      ? []
      : [...line.text.slice(from).matchAll(/[A-Za-z_]\w*/g)].map(({ 0: name, index }) => ({
          kind: 'envRead',
          name,
          accessor: 'env_vars_required',
          presence: 'raises',
          range: rangeInLine(line, from + index, from + index + name.length),
        }));
  });
  return [...shellReads(text), ...required];
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly commentedOut: boolean;
}

const ACTIVE = /^(\s*(export\s+)?)([A-Za-z_][\w.-]*)(\s*=|:\s)/;
/** A name alone passes a variable on; it must look like one. */
const NAME_ALONE = /^(\s*(?:export\s+)?)([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s*$/;
/** Behind `#`, only a name in capitals right before `=` is an entry: everything else is prose. */
const COMMENTED = /^(\s*#[#\s]*(?:export\s+)?)([A-Z][A-Z0-9_]*)\s?=/;

function entryOf(line: Line, script: boolean): Entry | undefined {
  const commented = COMMENTED.exec(line.text);
  if (commented !== null) {
    const [all, before = '', name = ''] = commented;
    return { name, start: before.length, valueStart: all.length, commentedOut: true };
  }
  const alone = NAME_ALONE.exec(line.text);
  if (alone !== null) {
    const [, before = '', name = ''] = alone;
    return { name, start: before.length, valueStart: line.text.length, commentedOut: false };
  }
  const active = ACTIVE.exec(line.text);
  if (active === null || (script && active[2] === undefined)) return undefined;
  const [all, before = '', , name = ''] = active;
  return { name, start: before.length, valueStart: all.length, commentedOut: false };
}

interface EntryValue {
  readonly present: boolean;
  /** What stands there, for a look at its shape; no fact has it. */
  readonly text: string;
  /** What the comment at the end says. */
  readonly comment: string;
  /** The line that a quoted value of several lines ends on. */
  readonly lastLine: number;
}

function readValue(lines: readonly Line[], index: number, start: number): EntryValue {
  const text = lines[index]?.text.slice(start).trimStart() ?? '';
  const quote = /^["'`]/.exec(text)?.[0];
  if (quote === undefined) {
    const hash = /(^|\s)#/.exec(text);
    const bare = (hash === null ? text : text.slice(0, hash.index)).trim();
    return {
      present: bare !== '',
      text: bare,
      comment: hash === null ? '' : text.slice(hash.index).trim(),
      lastLine: index,
    };
  }
  const close = closingQuote(text, 1, quote);
  const inside = text.slice(1, close === -1 ? undefined : close);
  if (close !== -1) return { present: close > 1, text: inside, comment: text.slice(close + 1).trim(), lastLine: index };
  return { present: text.length > 1, text: inside, comment: '', lastLine: lastLineOf(lines, index, quote) };
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** A quote that no later line closes before the next entry was simply forgotten. */
function lastLineOf(lines: readonly Line[], index: number, quote: string): number {
  for (let at = index + 1; at < Math.min(lines.length, index + 200); at++) {
    const text = lines[at]?.text ?? '';
    if (/^\s*(export\s+)?[A-Z][A-Z0-9_]*=(?!=?$)/.test(text)) return index;
    if (closingQuote(text, 0, quote) !== -1) return at;
  }
  return index;
}
