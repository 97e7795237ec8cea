/** Where a link of the document leads. */
export type LinkTarget =
  | { readonly type: 'web'; readonly address: string }
  | { readonly type: 'file'; readonly path: string; readonly line?: number };

/**
 * Reads a link of the document: `apps/api/src/lib/stripe.ts#L12` is a place in the folder, line 12 for people. The
 * document is made of what repositories say, so links out of the folder and of other schemes lead nowhere.
 */
export function placeOfLink(href: string): LinkTarget | undefined {
  if (/^https?:\/\//i.test(href)) return { type: 'web', address: href };
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('/') || href.startsWith('#')) return undefined;
  const [encoded = '', fragment = ''] = href.split('#', 2);
  const path = decoded(encoded);
  if (path === undefined || path.split(/[\\/]/).includes('..')) return undefined;
  const line = /^L(\d{1,7})/.exec(fragment)?.[1];
  return line === undefined ? { type: 'file', path } : { type: 'file', path, line: Math.max(0, Number(line) - 1) };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
