import { groupBy } from '../index/order';
import type { EnvDeclaration, EnvRead, EnvVariable, Requirement } from '../model/workspace';
import { type Context, placeText, programReads, rangeOf } from './context';
import type { Finding } from './finding';
import { isGiven } from './known-names';

/** A variable that an application reads and none of its files declares. */
export interface Undeclared {
  readonly variable: EnvVariable;
  readonly application: string;
  readonly folder: string;
  readonly required: Requirement;
  readonly reads: readonly EnvRead[];
  /** A declaration that other applications have. */
  readonly elsewhere?: EnvDeclaration;
}

/** What applications read and nothing declares for them. What hosts and tools set by themselves is passed over. */
export function undeclaredVariables({ snapshot, chain }: Context): readonly Undeclared[] {
  return snapshot.env.flatMap((variable) => {
    // Connection parameters and the like in small letters are no variables of an environment.
    if (isGiven(variable.name) || !/[A-Z]/.test(variable.name)) return [];
    return [...groupBy(programReads(variable), ({ application }) => application)].flatMap(([application, reads]) => {
      const [first] = reads;
      if (first === undefined) return [];
      const { folder } = chain.applicationOf(first.path);
      if (variable.declarations.some(({ path }) => chain.serves(path, folder))) return [];
      const required = variable.applications.find(({ name }) => name === application)?.required ?? false;
      const elsewhere = variable.declarations.find(({ commentedOut }) => !commentedOut) ?? variable.declarations[0];
      return [{ variable, application, folder, required, reads, ...(elsewhere !== undefined && { elsewhere }) }];
    });
  });
}

/** Needed and declared nowhere: told once an application, at the read that makes it needed. */
export function checkRequiredUndeclared(context: Context): readonly Finding[] {
  return undeclaredVariables(context)
    .filter(({ required }) => required !== false)
    .flatMap((one): readonly Finding[] => {
      const read = tellingRead(one);
      if (read === undefined) return [];
      const when = one.required === 'production' ? ' in production' : '';
      const stops = read.presence === 'raises';
      const why = stops ? `the program stops without it${when}` : `it is read without a default${when}`;
      return [
        {
          ...findingAt(one, read),
          code: 'env-required-undeclared',
          // Where no file lists variables, and nothing stops without this one, it may well be set elsewhere on purpose.
          severity: stops || context.hasList(read.path) ? 'warning' : 'information',
          message: `${one.variable.name} is required (${why}), and ${nowhere(one)}`,
        },
      ];
    });
}

/** Optional and declared nowhere, where the project has a list of its variables at all. */
export function checkUndeclared(context: Context): readonly Finding[] {
  return undeclaredVariables(context)
    .filter(({ required }) => required === false)
    .flatMap((one): readonly Finding[] => {
      const read = tellingRead(one);
      if (read === undefined || !context.hasList(read.path)) return [];
      const hasDefault = one.reads.some(({ presence }) => presence === 'default');
      return [
        {
          ...findingAt(one, read),
          code: 'env-undeclared',
          severity: hasDefault ? 'hint' : 'information',
          message: `${one.variable.name} is read here, and ${nowhere(one)}${hasDefault ? ' A default is given.' : ''}`,
        },
      ];
    });
}

function nowhere({ application, elsewhere }: Undeclared): string {
  if (elsewhere === undefined) return 'no file declares it.';
  return `no file declares it for ${application}; ${placeText(elsewhere)} does for ${elsewhere.application}.`;
}

function tellingRead({ reads }: Undeclared): EnvRead | undefined {
  return (
    reads.find(({ presence }) => presence === 'raises') ?? reads.find(({ presence }) => presence === 'bare') ?? reads[0]
  );
}

function findingAt({ variable, elsewhere }: Undeclared, read: EnvRead) {
  const others = programReads(variable).filter((other) => other !== read);
  return {
    path: read.path,
    range: rangeOf(read),
    variable: variable.name,
    application: read.application,
    related: [
      ...(elsewhere === undefined
        ? []
        : [
            {
              path: elsewhere.path,
              range: rangeOf(elsewhere),
              message: `Declared here for ${elsewhere.application}`,
            },
          ]),
      ...others.slice(0, 10).map((other) => ({
        path: other.path,
        range: rangeOf(other),
        message: `Read as well: ${placeText(other)}`,
      })),
    ],
  };
}
