import { type Verdict, verdictOf } from './patterns';
import { QuickPatterns } from './quick-patterns';

/** The .gitignore files that hold in a folder, outermost first. */
export type GitIgnores = readonly GitIgnore[];

export interface GitIgnore {
  /** The folder it lies in, empty or with a trailing `/`. */
  readonly base: string;
  readonly patterns: QuickPatterns;
  /** A folder around was taken out and back in, which only the matcher of everything understands. */
  readonly isIntricate: boolean;
}

export function gitIgnore(folder: string, lines: readonly string[]): GitIgnore {
  return { base: folder === '' ? '' : `${folder}/`, patterns: new QuickPatterns(lines), isIntricate: false };
}

/** What git would do with a path, given that it reads the folder around it. */
export interface GitVerdict {
  /** The last file that says something decides. */
  readonly ignored: boolean;
  /** One of them would leave it out. */
  readonly isDisputed: boolean;
}

const UNTOLD: GitVerdict = { ignored: false, isDisputed: false };

export function gitVerdict(files: GitIgnores, path: string, name: string, isFolder: boolean): GitVerdict {
  if (files.length === 0) return UNTOLD;
  let ignored = false;
  let isDisputed = false;
  for (const file of files) {
    const verdict = verdictIn(file, path.slice(file.base.length), name, isFolder);
    if (verdict === undefined) continue;
    ignored = verdict === 'out';
    isDisputed ||= ignored;
  }
  return ignored || isDisputed ? { ignored, isDisputed } : UNTOLD;
}

function verdictIn({ patterns, isIntricate }: GitIgnore, path: string, name: string, isFolder: boolean): Verdict {
  return isIntricate ? verdictOf(patterns.matcher, path, isFolder) : patterns.verdict(path, name, isFolder);
}

/**
 * The files that hold below a folder which is read although one of them takes it out. They are told so: a matcher counts
 * everything below a folder as out once the folder is.
 */
export function entering(files: GitIgnores, folder: string): GitIgnores {
  if (!files.some(({ base, patterns }) => verdictOf(patterns.matcher, folder.slice(base.length), true) === 'out'))
    return files;
  return files.map(({ base, patterns }) => ({
    base,
    patterns: new QuickPatterns([...patterns.lines, `!/${folder.slice(base.length).replace(/[\\*?[\] ]/g, '\\$&')}/`]),
    isIntricate: true,
  }));
}
