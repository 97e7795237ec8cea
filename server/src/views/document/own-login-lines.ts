import type { DocumentContext } from './context';
import { plain } from './markdown';

/** Libraries that only carry or check what a log-in made, and so say nothing of who made it. */
const USED = new Set(['called', 'imported', 'configured']);

/** A program with libraries for log-ins and no provider checks its users itself: that is an answer, not an absence. */
export function ownLoginLines({ of }: DocumentContext): readonly string[] {
  const libraries = of('auth-libraries').filter(({ status }) => USED.has(status));
  if (of('auth').length > 0 || libraries.length === 0) return [];
  return [`- Own log-in with ${libraries.map(({ name }) => plain(name)).join(', ')}; no identity provider detected`];
}
