import ignore, { type Ignore } from 'ignore';
import { verdictOf } from './patterns';

/** The .gitignore files that hold in a folder, outermost first. */
export type GitIgnores = readonly GitIgnore[];

export interface GitIgnore {
  /** The folder it lies in, empty or with a trailing `/`. */
  readonly base: string;
  readonly matcher: Ignore;
}

/** Whether git would leave a path out, given that it reads the folder around it. The last file that says so decides. */
export function isGitIgnored(files: GitIgnores, path: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { base, matcher } of files) {
    const verdict = verdictOf(matcher, path.slice(base.length), isFolder);
    if (verdict !== undefined) ignored = verdict === 'out';
  }
  return ignored;
}

/**
 * The files that hold below a folder which is not ignored. Where a deeper file took the folder back in, the outer ones
 * are told so: a matcher counts everything below a folder as out once the folder is.
 */
export function entering(files: GitIgnores, folder: string): GitIgnores {
  if (!files.some(({ base, matcher }) => verdictOf(matcher, folder.slice(base.length), true) === 'out')) return files;
  return files.map(({ base, matcher }) => ({
    base,
    matcher: ignore({ ignoreCase: false })
      .add(matcher)
      .add(`!/${folder.slice(base.length).replace(/[\\*?[\] ]/g, '\\$&')}/`),
  }));
}
