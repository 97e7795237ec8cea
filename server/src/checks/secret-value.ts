import { type Context, isTemplate, rangeOf } from './context';
import type { Finding } from './finding';

/** Values of secret shape in files that git does not ignore. The value itself is known to nobody here. */
export function checkSecretValue({ snapshot, files }: Context): readonly Finding[] {
  return snapshot.env.flatMap(({ name, declarations }) =>
    declarations
      .filter(({ path, secretShape, commentedOut }) => {
        const file = files.get(path);
        return secretShape === true && !commentedOut && file?.role === 'source' && file.gitIgnored !== true;
      })
      .map((at): Finding => {
        const dotenv = at.source === 'dotenv' && !isTemplate(at.path);
        return {
          code: 'env-secret-value',
          path: at.path,
          range: rangeOf(at),
          message: `The value of ${name} looks like a secret, and git does not ignore ${dotenv ? 'this file' : 'what is written here'}.`,
          variable: name,
          application: at.application,
          // Pipelines and tests are given keys that open nothing.
          severity:
            at.source === 'workflow' || /(?:^|[._-])(?:test|ci)(?:[._-]|$)/i.test(at.path) ? 'information' : 'warning',
          related: [],
        };
      }),
  );
}
