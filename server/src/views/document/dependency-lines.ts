import { groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, fileLink } from './markdown';

const SHOWN_PER_MANIFEST = 60;

/**
 * The packages that no integration above tells, a line a manifest: whoever asks what a program is made of needs the
 * rest as well, but not at length. Development tools are left out.
 */
export function otherDependencyLines({ snapshot }: DocumentContext): readonly string[] {
  const told = new Set(
    snapshot.integrations.flatMap(({ packages }) =>
      packages.map(({ path, line, name }) => `${path}\n${line}\n${name}`),
    ),
  );
  const others = factsOf(snapshot, 'dependency').filter(
    ({ fact, path, line }) =>
      fact.commentedOut !== true &&
      (fact.group === 'runtime' || fact.group === 'optional') &&
      !isOwn(fact.version) &&
      !told.has(`${path}\n${line}\n${fact.name}`),
  );
  return [...groupBy(others, ({ path }) => path)].map(([path, members]) => {
    const texts = members.map(({ fact }) => `${code(fact.name)} ${fact.version.replace(/^={2,3}\s*/, '')}`.trim());
    const rest = texts.length - SHOWN_PER_MANIFEST;
    return `- ${fileLink(path)}: ${texts.slice(0, SHOWN_PER_MANIFEST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  });
}

/** Members of the same workspace are the program itself. */
function isOwn(version: string): boolean {
  return /^(workspace|file|link|portal):/.test(version);
}
