import type { DocumentContext } from './context';
import { code, link } from './markdown';

const HEALTH =
  /(^|\/)(health|healthz|healthcheck|health-check|livez?|liveness|readyz?|readiness|ping|status|up|heartbeat)\/?$/i;

/** Routes that tell whether the program is well, and where they are called from. */
export function healthLines({ snapshot }: DocumentContext): readonly string[] {
  return snapshot.routes
    .filter(({ path, method }) => HEALTH.test(path) && /^(GET|ANY|HEAD)$/.test(method))
    .map((route) => `- ${route.method} ${code(route.path)} (${link({ path: route.file, line: route.line })})`);
}
