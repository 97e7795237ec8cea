import { createHash } from 'node:crypto';

/** Names a content; equal names are equal contents. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 32);
}
