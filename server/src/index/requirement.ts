import type { EnvRead, Requirement } from '../model/workspace';

/** What one read says about its variable. */
export function requirementOfRead(read: EnvRead): Requirement {
  if (read.presence !== 'raises' && read.presence !== 'bare') return false;
  return read.production === true ? 'production' : true;
}

/**
 * What several reads say together: required wins over required in production, which wins over optional. Reads in tests
 * do not decide. Where people say that a variable is optional, a read that merely has no default does not deny it.
 */
export function requirementOf(
  reads: readonly EnvRead[],
  isSaidOptional = false,
): {
  readonly required: Requirement;
  readonly decidedBy?: EnvRead;
} {
  const deciding = reads.filter((read) => !read.test);
  const needs = (read: EnvRead): Requirement =>
    isSaidOptional && read.presence === 'bare' ? false : requirementOfRead(read);
  for (const required of [true, 'production', false] as const) {
    const decidedBy = deciding.find((read) => needs(read) === required);
    if (decidedBy !== undefined) return { required, decidedBy };
  }
  return { required: false };
}
