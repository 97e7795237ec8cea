import type { UrlFact } from '../../../model/facts';
import { at, type Data, type Parsed, textOf } from '../../data/data';

/** Steps that log in to a registry, name images for it or push them there. */
const STEPS = /^(?:docker\/(?:login-action|metadata-action|build-push-action|bake-action)|redhat-actions\/[\w-]+)@/;
const INPUTS = ['registry', 'images', 'tags'] as const;
const MOST = 20;

/** The registries that a step's images go to: `registry: ghcr.io`, `tags: ghcr.io/acme/app:latest`. */
export function registryFacts(parsed: Parsed, step: Data): readonly UrlFact[] {
  if (!STEPS.test(textOf(at(step, 'uses')) ?? '')) return [];
  return INPUTS.flatMap((input) => registriesIn(parsed, at(step, 'with', input)));
}

/** The hosts at the start of each line of a text, with the port that they may have. */
export function registriesIn(parsed: Parsed, node: Data | undefined): readonly UrlFact[] {
  if (node?.t !== 'scalar') return [];
  const written = parsed.text
    .slice(node.start, node.end)
    .replace(/\$\{\{[^}\n]*\}\}/g, (hole) => '_'.repeat(hole.length));
  return [...written.matchAll(/(?:^|[\s,"'=])((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/:"',\s]|$)/g)]
    .slice(0, MOST)
    .map((match) => {
      const host = match[1] ?? '';
      const start = node.start + match.index + match[0].length - host.length;
      return { kind: 'url', host, url: `https://${host}`, range: parsed.range(start, start + host.length) };
    });
}
