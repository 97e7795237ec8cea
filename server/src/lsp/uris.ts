/**
 * Absolute paths here have `/` on every system and, on Windows, a small drive letter: editors write the same file as
 * `file:///C:/x`, `file:///c%3A/x` and more.
 */
export type AbsolutePath = string;

/** Schemes whose paths lie on the machine that this process runs on. */
const LOCAL_SCHEMES = new Set(['file:', 'vscode-remote:']);

/** The path of a document or folder on this machine; `undefined` for what is none: untitled, git, a virtual folder. */
export function pathOfUri(uri: string): AbsolutePath | undefined {
  try {
    const { protocol, host, pathname } = new URL(uri);
    if (!LOCAL_SCHEMES.has(protocol)) return undefined;
    const path = decodeURIComponent(pathname);
    // A file's host is a Windows share; a remote's host is the machine that we are on.
    const whole = protocol === 'file:' && host !== '' ? `//${host}${path}` : path;
    return normalized(whole.replace(/^\/([A-Za-z]:)/, '$1'));
  } catch {
    return undefined;
  }
}

/** The path relative to a folder; `undefined` outside of it. The folder itself is empty. */
export function relativeTo(folder: AbsolutePath, path: AbsolutePath): string | undefined {
  if (path === folder) return '';
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** The address of a folder's file. */
export function uriIn(folderUri: string, path: string): string {
  return `${folderUri.replace(/\/+$/, '')}/${path.split('/').map(encodeSegment).join('/')}`;
}

/** The address of a line in a folder's file, safe inside the parentheses of a Markdown link. */
export function linkTo(folderUri: string, path: string, line: number): string {
  return `${uriIn(folderUri, path)}#L${line + 1}`;
}

function normalized(path: string): AbsolutePath {
  const drive = /^[A-Za-z]:/.exec(path)?.[0];
  const cased = drive === undefined ? path : drive.toLowerCase() + path.slice(drive.length);
  return cased.length > 1 && !/^[a-z]:\/$/.test(cased) ? cased.replace(/\/+$/, '') : cased;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
