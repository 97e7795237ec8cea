import { Buffer, isAscii, isUtf8 } from 'node:buffer';

/** Made once: making one takes longer than reading a file of ordinary size with it. */
const utf8 = new TextDecoder();

/**
 * Bytes as text, the way an editor shows them: by the byte order mark where there is one (which is dropped, so that it
 * shifts no column), else UTF-8, else Latin-1, in which every byte means something (Node releases disagree on what lies
 * beyond it in Windows-1252). Binary content is `undefined`.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  if (!isAscii(bytes) && isUtf8(bytes)) return utf8.decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The same for text that an editor hands over: some keep the mark. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
