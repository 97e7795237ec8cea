import type { DocumentContext } from './context';
import { code, link } from './markdown';

/** Routes that others call back: by their path, and by a signature checked in their file. */
export function incomingLines({ snapshot }: DocumentContext): readonly string[] {
  const checked = new Map<string, string>();
  for (const integration of snapshot.integrations) {
    for (const { role, path, status } of integration.evidence) {
      if (role === 'webhook-signature' && status === 'called') checked.set(path, integration.name);
    }
  }
  return snapshot.routes
    .filter(({ path }) => /webhook|callback|(^|\/)hooks?(\/|$)/i.test(path))
    .map((route) => {
      const service = checked.get(route.file);
      const note = service === undefined ? '' : `, signature checked (${service})`;
      return `- ${route.method} ${code(route.path)} (${link({ path: route.file, line: route.line })})${note}`;
    });
}
