import type { Integration } from '../../model/integration';
import type { DocumentContext } from './context';

/** The HTTP clients that ask a service where no SDK of its own does. */
export function overText(context: DocumentContext, { category, evidence }: Integration): string {
  if (category === 'http') return '';
  const asked = evidence.filter(({ kind, status }) => kind === 'url' && status === 'called');
  if (asked.length === 0 || evidence.some(({ kind, status }) => kind === 'call' && status === 'called')) return '';
  const names = context.of('http').flatMap((client) => {
    const isOver = client.evidence.some(
      ({ kind, status, path, scope }) =>
        kind === 'call' &&
        status === 'called' &&
        scope !== undefined &&
        asked.some((url) => url.path === path && url.scope === scope),
    );
    return isOver ? [client.name] : [];
  });
  return names.join(', ');
}
