import type { EnvRead, EnvVariable } from '../model/workspace';
import { type Context, placeText, programReads, rangeOf } from './context';
import type { Finding } from './finding';
import { isGiven } from './known-names';

/** Variables that the program reads and no file declares. What hosts and tools set by themselves is passed over. */
export function undeclaredVariables({ snapshot }: Context): readonly EnvVariable[] {
  return snapshot.env.filter(
    (variable) =>
      variable.declarations.length === 0 &&
      !isGiven(variable.name) &&
      // Connection parameters and the like in small letters are no variables of an environment.
      /[A-Z]/.test(variable.name) &&
      programReads(variable).length > 0,
  );
}

/** Needed and declared nowhere: told once an application, at the read that makes it needed. */
export function checkRequiredUndeclared(context: Context): readonly Finding[] {
  return undeclaredVariables(context).flatMap((variable) =>
    byApplication(variable, ({ required }) => required !== false).map((read): Finding => {
      const when = variable.required === 'production' ? ' in production' : '';
      const stops = read.presence === 'raises';
      const why = stops ? `the program stops without it${when}` : `it is read without a default${when}`;
      const hasList = context.hasList(read.path);
      return {
        ...findingAt(variable, read),
        code: 'env-required-undeclared',
        // Where no file lists variables, and nothing stops without this one, it may well be set elsewhere on purpose.
        severity: stops || hasList ? 'warning' : 'information',
        message: `${variable.name} is required (${why}), and no file declares it.`,
      };
    }),
  );
}

/** Optional and declared nowhere, where the project has a list of its variables at all. */
export function checkUndeclared(context: Context): readonly Finding[] {
  return undeclaredVariables(context).flatMap((variable) =>
    byApplication(variable, ({ required }) => required === false)
      .filter(({ path }) => context.hasList(path))
      .map((read): Finding => {
        const hasDefault = programReads(variable).some(({ presence }) => presence === 'default');
        return {
          ...findingAt(variable, read),
          code: 'env-undeclared',
          severity: hasDefault ? 'hint' : 'information',
          message: `${variable.name} is read here, and no file declares it${hasDefault ? '; a default is given' : ''}.`,
        };
      }),
  );
}

function byApplication(
  variable: EnvVariable,
  wants: (application: EnvVariable['applications'][number]) => boolean,
): readonly EnvRead[] {
  const reads = programReads(variable);
  return variable.applications.filter(wants).flatMap(({ name }) => {
    const own = reads.filter(({ application }) => application === name);
    const first = own.find(({ presence }) => presence === 'raises') ?? own.find(({ presence }) => presence === 'bare');
    return first ?? own[0] ?? [];
  });
}

function findingAt(variable: EnvVariable, read: EnvRead) {
  const others = programReads(variable).filter((other) => other !== read);
  return {
    path: read.path,
    range: rangeOf(read),
    variable: variable.name,
    application: read.application,
    related: others.slice(0, 10).map((other) => ({
      path: other.path,
      range: rangeOf(other),
      message: `Read as well: ${placeText(other)}`,
    })),
  };
}
