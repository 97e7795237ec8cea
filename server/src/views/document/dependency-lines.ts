import { groupBy } from '../../index/order';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { markFold } from './folds';
import { code, fileLink, some, versionText } from './markdown';

const SHOWN_PER_MANIFEST = 40;
/** From so many on, packages of one maker are told together. */
const FAMILY = 4;

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
      // Types say how other packages are written to and run nowhere.
      !fact.name.startsWith('@types/') &&
      !told.has(`${path}\n${line}\n${fact.name}`),
  );
  return [...groupBy(others, ({ path }) => path)].map(([path, members]) => {
    const families = groupBy(members, ({ fact }) => familyOf(fact.name) ?? fact.name);
    const texts = [...families].flatMap(([family, own]) => {
      const names = own.map(({ fact }) => `${code(fact.name)} ${versionText(fact.version)}`.trim());
      return own.length < FAMILY ? names : [folded(names, `${code(`${family}/*`)} (${own.length} packages)`)];
    });
    return `- ${fileLink(path)}: ${some(texts, SHOWN_PER_MANIFEST)}`;
  });
}

/** `@radix-ui` of `@radix-ui/react-dialog`. */
function familyOf(name: string): string | undefined {
  return /^(@[^/]+)\//.exec(name)?.[1];
}

function folded(names: readonly string[], instead: string): string {
  return markFold(names.join(', '), instead);
}

/** Members of the same workspace are the program itself. */
function isOwn(version: string): boolean {
  return /^(workspace|file|link|portal):/.test(version);
}
