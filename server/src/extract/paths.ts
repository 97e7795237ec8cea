/** Paths are strings here, relative with `/`: nothing below `extract/` knows a file system. */

/** The last part of a path: `apps/api/package.json` -> `package.json`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path, empty for the workspace folder itself: `apps/api/package.json` -> `apps/api`. */
export function dirName(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** The last ending in lower case, without its dot; empty where there is none: `a/B.Test.TS` -> `ts`. */
export function ending(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** What follows the last dot of the name, or the whole name, in lower case: `ts`, `gitignore`, `dockerfile`. */
export function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1).toLowerCase();
}
