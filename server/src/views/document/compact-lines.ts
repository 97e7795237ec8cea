import type { Evidence, Integration } from '../../model/integration';
import type { DocumentContext } from './context';
import { code, link, plain, some, versionText } from './markdown';

const SHOWN_PACKAGES = 2;
const SHOWN_VARIABLES = 6;
const SHOWN_MORE = 5;
const STRENGTH: readonly Evidence['status'][] = ['called', 'imported', 'configured', 'declared', 'commented-out'];

/** One integration on one line: what it is, its packages and variables, and the place where a reader would start. */
export function compactIntegrationLine({ variable }: DocumentContext, integration: Integration): string {
  const { name, purpose, status, packages, env, evidence } = integration;
  const uses = packages.map((use) => [code(use.name), versionText(use.version)].join(' ').trim());
  const variables = env.map((key) => `${code(key)}${variable(key)?.required === true ? ' (required)' : ''}`);
  const first = STRENGTH.flatMap((wanted) => evidence.find((found) => found.status === wanted) ?? [])[0];
  const note =
    status === 'commented-out'
      ? ' (commented out, not in use)'
      : status === 'declared'
        ? ' (declared, no use found in code)'
        : '';
  const parts = [
    some([...new Set(uses)], SHOWN_PACKAGES),
    some(variables, SHOWN_VARIABLES),
    first === undefined ? '' : link(first),
  ].filter((part) => part !== '');
  return `- ${plain(name)} - ${plain(purpose)}${note}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`;
}

/** List items without what stands below them; of many the first few. */
export function compactItems(lines: readonly string[]): readonly string[] {
  const items = lines.filter((line) => line !== '' && !/^\s/.test(line));
  const rest = items.length - SHOWN_MORE;
  return rest > 1 ? [...items.slice(0, SHOWN_MORE), `- and ${rest} more`] : items;
}
