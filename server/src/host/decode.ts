import { isUtf8 } from 'node:buffer';

/**
 * Bytes as text, the way an editor shows them: by the byte order mark where there is one (which is dropped, so that it
 * shifts no column), else UTF-8, else Windows-1252, in which every byte means something. Binary content is `undefined`.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** The same for text that an editor hands over: some keep the mark. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
