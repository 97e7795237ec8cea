import type { Ignore } from 'ignore';
import type { Problem } from '../model/facts';
import { decode } from './decode';
import { type Entry, type FileSystem, joinPath, reasonOf } from './file-system';
import { foreignness, isForeignInside, isOwnAfterAll } from './foreign-folder';
import { hasGeneratedName } from './generated';
import { entering, type GitIgnores, type GitVerdict, gitIgnore, gitVerdict } from './git-ignore';
import { readPatterns, type Verdict, verdictOf } from './patterns';

/** What decides which files are read; the same for a walk of everything and for a single changed path. */
export interface WalkRules {
  readonly fs: FileSystem;
  /** Decides by the path whether a file is of any use. */
  wanted(path: string): boolean;
  readonly include?: Ignore;
  readonly exclude?: Ignore;
}

/** A folder on the way down, with what holds in it. */
export interface Folder {
  readonly path: string;
  readonly gitIgnores: GitIgnores;
  /** How many folders up the .gitignore's verdict fell; 0 where the folder is not ignored. */
  readonly ignoredDepth: number;
  /** Its name speaks against it, its entries decide. */
  readonly suspect: boolean;
}

export interface Opened {
  /** With the folder's own .gitignore. */
  readonly folder: Folder;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

export const ROOT: Folder = { path: '', gitIgnores: [], ignoredDepth: 0, suspect: false };

/** Below an ignored folder only `.env*` files are looked for, and not deep: it may hold anything. */
const IGNORED_DEPTH = 3;
const BELOW_IGNORED: GitVerdict = { ignored: true, isDisputed: true };

/** Lists a folder and reads its .gitignore; `undefined` where the entries say that it is none of the project's. */
export async function open(rules: WalkRules, folder: Folder): Promise<Opened | undefined> {
  const entries = await rules.fs.list(folder.path);
  if (folder.suspect && !isOwnAfterAll(entries)) return undefined;
  if (folder.path !== '' && isForeignInside(entries) && excluded(rules, folder.path, true) !== 'in') return undefined;
  const hasIgnores = entries.some(({ name, type }) => name === '.gitignore' && type === 'file');
  if (folder.ignoredDepth > 0 || !hasIgnores) return { folder, entries, problems: [] };

  const path = joinPath(folder.path, '.gitignore');
  try {
    const { lines, refused } = readPatterns((decode(await rules.fs.readFile(path)) ?? '').split(/\r?\n/));
    return {
      folder: { ...folder, gitIgnores: [...folder.gitIgnores, gitIgnore(folder.path, lines)] },
      entries,
      problems: refused.map(({ line }) => ({
        path,
        line,
        message: 'The pattern has too many wildcards; it is left out.',
      })),
    };
  } catch (error) {
    const problem = { path, message: `The file could not be read: ${reasonOf(error)}.` };
    return { folder, entries, problems: [problem] };
  }
}

/** The folder of that name inside an opened one; `undefined` where the walk does not go. */
export function enter(rules: WalkRules, { folder, entries }: Opened, name: string): Folder | undefined {
  const path = joinPath(folder.path, name);
  const verdict = excluded(rules, path, true);
  if (verdict === 'out') return undefined;
  const siblings = { has: (sibling: string) => entries.some((entry) => entry.name === sibling) };
  const foreign = verdict === 'in' ? 'no' : foreignness(path, siblings);
  if (foreign === 'yes') return undefined;
  const isBelowIgnored = folder.ignoredDepth > 0;
  const git = isBelowIgnored ? BELOW_IGNORED : gitVerdict(folder.gitIgnores, path, name, true);
  const ignored = verdict !== 'in' && git.ignored;
  if (ignored && folder.ignoredDepth >= IGNORED_DEPTH) return undefined;
  return {
    path,
    gitIgnores: git.isDisputed && !ignored ? entering(folder.gitIgnores, path) : folder.gitIgnores,
    ignoredDepth: ignored ? folder.ignoredDepth + 1 : 0,
    suspect: foreign === 'maybe',
  };
}

/** Whether a file of an opened folder is read, and whether git would leave it out. */
export function takes(rules: WalkRules, folder: Folder, path: string): { readonly gitIgnored: boolean } | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isEnv = isEnvFile(name);
  if (folder.ignoredDepth > 0 && !isEnv) return undefined;
  if (!rules.wanted(path)) return undefined;
  const verdict = excluded(rules, path, false);
  if (verdict === 'out' || (rules.include !== undefined && verdictOf(rules.include, path, false) !== 'out')) {
    return undefined;
  }
  if (verdict !== 'in' && hasGeneratedName(name)) return undefined;
  const gitIgnored = folder.ignoredDepth > 0 || gitVerdict(folder.gitIgnores, path, name, false).ignored;
  return gitIgnored && !isEnv && verdict !== 'in' ? undefined : { gitIgnored };
}

/** `.env`, `.env.local`, `.envrc` ...: read for their names even where git ignores them, as it should. */
export function isEnvFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('.env');
}

function excluded(rules: WalkRules, path: string, isFolder: boolean): Verdict {
  return rules.exclude && verdictOf(rules.exclude, path, isFolder);
}
