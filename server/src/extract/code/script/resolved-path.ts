import type { SyntaxNode } from '../../../syntax/node';
import type { Resolved } from './declaration';
import { isLocalModule } from './module-path';
import { stringOf } from './unwrap';

/** Names that are there without an import and that say something about what the program talks to. */
export const GLOBALS: ReadonlySet<string> = new Set([
  'fetch',
  '$fetch',
  'WebSocket',
  'EventSource',
  'RTCPeerConnection',
  'localStorage',
  'sessionStorage',
  'Deno',
  'Bun',
  // Analytics that a script tag brings along.
  'gtag',
  'dataLayer',
  'fbq',
  'ttq',
]);
export const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['window', 'globalThis', 'self', 'global']);

/** What `require("x")` or `import("x")` gives. */
export function moduleOf(call: SyntaxNode): Resolved | undefined {
  const module = stringOf(call.childForFieldName('arguments')?.namedChild(0));
  return module === undefined || module === '' ? undefined : { module, path: module };
}

/** A path with names added; without a base only a global may follow (`window.fetch`). */
export function extend(base: Resolved | undefined, segments: readonly string[]): Resolved | undefined {
  if (base === undefined) {
    const [first = '', ...rest] = segments;
    return GLOBALS.has(first) ? extend({ path: first, module: '' }, rest) : undefined;
  }
  if (segments.length === 0) return base;
  // `const a = await import("x"); a.default()` is the module's default export.
  const isDefault = base.path === base.module && segments[0] === 'default' && !isLocalModule(base.module);
  const names = isDefault ? segments.slice(1) : segments;
  const path = [base.path, ...names].join('.');
  return path.length > 400 ? undefined : { path, module: base.module };
}
