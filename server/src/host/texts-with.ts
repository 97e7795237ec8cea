import { decode } from './decode';
import type { FileSystem } from './file-system';

const TOGETHER = 32;
/** Nobody writes larger files by hand. */
const LARGEST = 2_000_000;

const TEXTS =
  /\.(?:md|mdx|markdown|rst|adoc|txt|html?|jsonc?|json5|ya?ml|toml|tf|tfvars|hcl|ini|cfg|conf|properties|sh|bash|zsh|fish|ps1|bat|cmd|template|tmpl|tpl|[cm]?[jt]sx?|vue|svelte|astro|pyi?|exs?)$|(?:^|\/)(?:Makefile|Justfile|justfile|Procfile|Caddyfile|(?:[\w.-]+\.)?Dockerfile[\w.-]*|Containerfile)$/;

/** Files that may name a variable though no reader wants them; lock files do not. */
export function mayName(path: string): boolean {
  return TEXTS.test(path) && !/(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml)$/.test(path);
}

/** The texts of files that hold a word, and of those in `also` whether they hold it or not. */
export async function textsWith(
  fs: FileSystem,
  paths: Iterable<string>,
  open: ReadonlyMap<string, string>,
  word: string,
  also: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const queue = [...paths];
  while (queue.length > 0) {
    const read = queue.splice(0, TOGETHER).map(async (path) => {
      const text = open.get(path) ?? (await textOf(fs, path));
      if (text !== undefined && (also.has(path) || text.includes(word))) texts.set(path, text);
    });
    await Promise.all(read);
  }
  return texts;
}

/** What cannot be read names nothing. */
async function textOf(fs: FileSystem, path: string): Promise<string | undefined> {
  try {
    const stat = await fs.stat(path);
    return stat?.type === 'file' && stat.size <= LARGEST ? decode(await fs.readFile(path)) : undefined;
  } catch {
    return undefined;
  }
}
