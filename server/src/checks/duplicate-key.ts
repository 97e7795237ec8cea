import { baseName } from '../index/paths';
import { type Context, rangeOf } from './context';
import type { Finding } from './finding';

/** A second line for a variable in one file; what it says wins. A direnv script may well choose between two. */
export function checkDuplicateKey({ dotenvs }: Context): readonly Finding[] {
  return dotenvs
    .filter(({ path }) => !baseName(path).startsWith('.envrc'))
    .flatMap(({ path, entries }) => {
      const first = new Map<string, (typeof entries)[number]['at']>();
      return entries.flatMap(({ name, at }): Finding[] => {
        const before = first.get(name);
        if (before === undefined) {
          first.set(name, at);
          return [];
        }
        return [
          {
            code: 'env-duplicate-key',
            path,
            range: rangeOf(at),
            message: `${name} is set on line ${before.line + 1} already; this line wins.`,
            variable: name,
            application: at.application,
            severity: 'warning',
            related: [{ path, range: rangeOf(before), message: `${name} is set here first` }],
          },
        ];
      });
    });
}
