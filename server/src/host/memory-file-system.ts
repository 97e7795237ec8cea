import type { Entry, FileSystem } from './file-system';

/** What stands at a path: text, bytes, or an error that reading it gives. */
export type MemoryFile = string | Uint8Array | Error;

/**
 * A folder that exists in memory alone: for tests and for hosts without a disk. An error under a folder's path, with a
 * trailing `/`, is what listing that folder gives. The map is read live, so files may come and go.
 */
export function memoryFileSystem(files: ReadonlyMap<string, MemoryFile>): FileSystem {
  const encoder = new TextEncoder();
  const bytesAt = (path: string): Uint8Array | undefined => {
    const file = files.get(path);
    if (file instanceof Error) throw file;
    return typeof file === 'string' ? encoder.encode(file) : file;
  };
  const isFolder = (path: string): boolean =>
    path === '' || [...files.keys()].some((known) => known.startsWith(`${path}/`));

  return {
    readFile: async (path) => bytesAt(path) ?? raise('ENOENT', path),
    list: async (path) => {
      const prefix = path === '' ? '' : `${path}/`;
      const broken = files.get(prefix);
      if (broken instanceof Error) throw broken;
      if (!isFolder(path)) return raise('ENOENT', path);
      const entries = new Map<string, Entry>();
      for (const known of files.keys()) {
        if (!known.startsWith(prefix)) continue;
        const [name = '', ...rest] = known.slice(prefix.length).split('/');
        if (name !== '') entries.set(name, { name, type: rest.length > 0 ? 'folder' : 'file' });
      }
      return [...entries.values()];
    },
    stat: async (path) => {
      const file = files.get(path);
      if (file instanceof Error) return { type: 'file', size: 0 };
      if (file !== undefined) return { type: 'file', size: bytesAt(path)?.length ?? 0 };
      return isFolder(path) ? { type: 'folder', size: 0 } : undefined;
    },
  };
}

function raise(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}
