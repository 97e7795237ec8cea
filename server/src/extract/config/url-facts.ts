import type { UrlFact } from '../../model/facts';
import type { Range } from '../../model/text';
import { parseUrl } from '../urls';
import { withDefaults } from './interpolations';

const ADDRESS = /(?<![\w$.+-])[a-z][a-z0-9+.-]{1,30}:\/\/(?:\$\{[^}\n]{1,200}\}|[^\s"'`<>,;|\\)\]])+/gi;
/** Paths on this machine and containers are no addresses. */
const NO_ADDRESS = /^(file|docker|unix|docker-image|arn|git\+file|jdbc:h2):/i;

/**
 * The addresses between two places of a configuration file: web addresses, and connection strings such as
 * `redis://cache:6379` by their scheme, host and port. Users, passwords and database names stay behind.
 */
export function urlFacts(
  text: string,
  start: number,
  end: number,
  range: (start: number, end: number) => Range,
): readonly UrlFact[] {
  const slice = text.slice(start, Math.min(end, start + 2_000));
  return [...slice.matchAll(ADDRESS)].flatMap((match) => {
    const address = parseUrl(match[0].startsWith('http') ? holes(match[0]) : '') ?? connection(holes(match[0]));
    if (address === undefined) return [];
    const from = start + match.index;
    return [{ kind: 'url' as const, ...address, range: range(from, from + match[0].length) }];
  });
}

function holes(url: string): string {
  return withDefaults(url, () => '{}');
}

function connection(url: string): { readonly host: string; readonly url: string } | undefined {
  if (NO_ADDRESS.test(url) || /^https?:/i.test(url)) return undefined;
  const match = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#]*@)?([a-z0-9_{}.-]+)(:(?:\d+|\{\}))?(?=[/?#,]|$)/i.exec(url);
  if (match === null) return undefined;
  const [, scheme = '', host = '', port = ''] = match;
  return { host: host.toLowerCase(), url: `${scheme.toLowerCase()}://${host.toLowerCase()}${port}` };
}
