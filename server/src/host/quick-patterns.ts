import type { Ignore } from 'ignore';
import { matcherOf, type Verdict, verdictOf } from './patterns';

/** The numbers of the last lines that name something; a line that ends with `/` is about folders alone. */
interface Said {
  file: number;
  folder: number;
}

/**
 * Patterns that are asked about every entry on the way down. Nearly all lines are a name, a path or an ending, and those
 * are looked up. Of the others it is known what a path must hold to meet one of them, and one that does is asked of the
 * matcher of all lines. Right for paths that no folder around was taken out for, and a walk comes to no others.
 */
export class QuickPatterns {
  readonly lines: readonly string[];
  readonly #names = new Map<string, Said>();
  /** By what follows the last dot of a name. */
  readonly #endings = new Map<string, Said>();
  readonly #paths = new Map<string, Said>();
  /** What a path holds that may meet another line. */
  readonly #others: RegExp | undefined;
  #matcher: Ignore | undefined;

  constructor(lines: readonly string[]) {
    this.lines = lines;
    const others: string[] = [];
    for (const [number, line] of lines.entries()) {
      for (const one of spelledOut(line.replace(/^!/, ''))) if (!this.#keep(one, number)) others.push(leastOf(one));
    }
    if (others.length > 0) this.#others = new RegExp(others.join('|'));
  }

  /** The matcher of all lines, which needs to know nothing of the folders around a path. */
  get matcher(): Ignore {
    this.#matcher ??= matcherOf(this.lines);
    return this.#matcher;
  }

  /** What is said of a path, whose last part is `name`. */
  verdict(path: string, name: string, isFolder: boolean): Verdict {
    if (this.#others?.test(path) === true) return verdictOf(this.matcher, path, isFolder);
    const dot = name.lastIndexOf('.');
    const byName = this.#names.get(name);
    const byEnding = dot < 0 ? undefined : this.#endings.get(name.slice(dot + 1));
    const byPath = this.#paths.get(path);
    if (byName === undefined && byEnding === undefined && byPath === undefined) return undefined;
    const last = Math.max(lineOf(byName, isFolder), lineOf(byEnding, isFolder), lineOf(byPath, isFolder));
    if (last < 0) return undefined;
    return this.lines[last]?.startsWith('!') === true ? 'in' : 'out';
  }

  /** Whether a line is of a kind that is looked up. */
  #keep(line: string, number: number): boolean {
    const [, anchor, star, body = '', slash] = SIMPLE.exec(line) ?? [];
    if (body === '') return false;
    const isPath = anchor === '/' || body.includes('/');
    if (isPath && (star !== undefined || anchor === '**/')) return false;
    if (star !== undefined && !/^\.[^.]+$/.test(body)) return false;
    const said = isPath
      ? saidOf(this.#paths, body)
      : star === undefined
        ? saidOf(this.#names, body)
        : saidOf(this.#endings, body.slice(1));
    said.folder = number;
    if (slash === undefined) said.file = number;
    return true;
  }
}

/** Letters that mean themselves, at most one `*` before them, and a `/` behind them for folders. */
const SIMPLE = /^(\/|\*\*\/)?(\*)?([\w.@+~,=:$%/\u00a1-\ud7ff-]*[\w.@+~,=:$%\u00a1-\ud7ff-])(\/)?$/;
const WITHIN_A_NAME = /^([\w.@+~,=:$%*?\u00a1-\ud7ff-]+)\/?$/;
const MEAN_THEMSELVES = /[\w.@+~,=:$%#!\u00a1-\ud7ff-]+/g;

const MOST_SPELLINGS = 16;

/** `*.py[cod]` are three lines, `[Bb]in/` two. */
function spelledOut(line: string): readonly string[] {
  if (!line.includes('[') || line.includes('\\')) return [line];
  let spelled = [line];
  for (let next = LETTERS.exec(line); next !== null; next = LETTERS.exec(spelled[0] ?? '')) {
    const [all, letters = ''] = next;
    if (spelled.length * letters.length > MOST_SPELLINGS) return [line];
    spelled = spelled.flatMap((one) => [...letters].map((letter) => one.replace(all, letter)));
  }
  return spelled;
}

const LETTERS = /\[([a-zA-Z0-9]+)\]/;

function saidOf(all: Map<string, Said>, key: string): Said {
  const known = all.get(key);
  if (known !== undefined) return known;
  const said = { file: -1, folder: -1 };
  all.set(key, said);
  return said;
}

function lineOf(said: Said | undefined, isFolder: boolean): number {
  if (said === undefined) return -1;
  return isFolder ? said.folder : said.file;
}

/** What a path is like at least if it meets this line, as the source of a pattern. */
function leastOf(line: string): string {
  const [, inName] = WITHIN_A_NAME.exec(line) ?? [];
  if (inName !== undefined) {
    const source = escaped(inName).replace(/\*+/g, '[^/]*').replace(/\?/g, '[^/]');
    return `(?:^|/)${source}$`;
  }
  // What brackets stand for may be anything, and so may what follows where they are not understood.
  const known = line
    .replace(/\\([\w#!.~-])/g, '$1')
    .replace(/\\./g, '*')
    .replace(/\[[\w-]+\]/g, '*');
  const certain = known.slice(0, /[[\]\\]/.exec(known)?.index ?? known.length);
  const parts = certain.match(MEAN_THEMSELVES) ?? [];
  return escaped(parts.reduce((best, part) => (part.length > best.length ? part : best), ''));
}

function escaped(text: string): string {
  return text.replace(/[.+$]/g, '\\$&');
}
