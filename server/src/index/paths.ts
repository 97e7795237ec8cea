/** The folder of a path, empty for the workspace folder. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A folder and all those above it, nearest first, ending with the workspace folder. */
export function ancestors(folder: string): readonly string[] {
  const found: string[] = [];
  for (let at = folder; at !== ''; at = folderOf(at)) found.push(at);
  found.push('');
  return found;
}

/** Joins `./a/../b` onto a folder; undefined when it leaves the workspace. */
export function resolveRelative(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Whether a path is among others, or lies in a folder that is. */
export function isAtOrBelow(path: string, others: ReadonlySet<string>): boolean {
  if (others.has('') || others.has(path)) return true;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (others.has(path.slice(0, slash))) return true;
  }
  return false;
}
