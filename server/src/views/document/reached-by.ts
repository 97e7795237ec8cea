import { isReached } from '../../catalog/reached';
import { byText } from '../../index/order';
import { reachIn } from '../../index/reach';
import type { Integration } from '../../model/integration';
import type { DocumentContext } from './context';
import { code, some } from './markdown';

const SHOWN_ROUTES = 4;
/** What so many routes get to is the ground of the program. */
const MOST_ROUTES = 40;

/** The routes whose handlers get to where the service is asked. */
export function reachedByText(context: DocumentContext, integration: Integration): string {
  const { evidence } = integration;
  if (!isReached(context.snapshot.categories, integration) || context.isCompact) return '';
  const sites = evidence.filter(({ kind, status }) => status === 'called' && (kind === 'call' || kind === 'url'));
  if (sites.length === 0) return '';
  const reach = reachIn(context.snapshot);
  const routes = reach.routes(sites);
  if (routes.length > MOST_ROUTES) return '';
  const jobs = reach.jobs(sites).map((name) => `job ${code(name)}`);
  const texts = routes.map(({ method, path }) => ({ method, path })).sort((a, b) => byText(a.path, b.path));
  return some([...new Set(texts.map(({ method, path }) => `${method} ${code(path)}`)), ...jobs], SHOWN_ROUTES);
}
