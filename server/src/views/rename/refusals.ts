import { isPlumbing } from '../../index/plumbing';
import type { EnvPlace } from '../env-index';

const LONGEST = 100;
/** Tools and platforms set these and ask for them themselves. */
const GIVEN = /^(?:NODE_ENV|MIX_ENV|RAILS_ENV|CI|GITHUB_TOKEN)$/;

/** Why a variable may not be renamed at all. */
export function fixedName(name: string): string | undefined {
  if (!isPlumbing(name) && !GIVEN.test(name)) return undefined;
  return `${name} is given by the system or by a tool: it cannot be renamed here.`;
}

/** Why a text may not be the name of a variable. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'A name is needed.';
  if (name.length > LONGEST) return `A name of more than ${LONGEST} characters is none that people can read.`;
  if (/^[0-9]/.test(name)) return `“${name}” begins with a digit: names of environment variables cannot.`;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return `“${name}” is no name of an environment variable: only letters, digits and _ may stand in it.`;
  }
  if (fixedName(name) !== undefined) return `${name} is given by the system or by a tool: choose another name.`;
  return undefined;
}

/** What renaming to a name that is taken would do. */
export type Taken = { readonly t: 'free' } | { readonly t: 'joins' | 'refused'; readonly message: string };

/**
 * Two variables become one only where nothing is said twice by that: reads without a declaration take up the one that is
 * there (a name that was misspelt), and a declaration that nothing reads takes the name that is read.
 */
export function takenBy(old: readonly EnvPlace[], taken: readonly EnvPlace[], oldName: string, name: string): Taken {
  if (taken.length === 0) return { t: 'free' };
  const where = placesWords(taken);
  const [oldDeclared, newDeclared] = [declares(old), declares(taken)];
  const [oldRead, newRead] = [old.some(isRead), taken.some(isRead)];
  if (!oldDeclared && newDeclared)
    return { t: 'joins', message: `${oldName} becomes one with ${name}, which ${where}.` };
  if (!oldRead && newRead && !newDeclared)
    return { t: 'joins', message: `${oldName} becomes one with ${name}, which ${where}.` };
  return {
    t: 'refused',
    message: `${name} ${where}: both would become one variable. Choose another name, or take one of the two out first.`,
  };
}

const SHOWN = 2;

function placesWords(places: readonly EnvPlace[]): string {
  const words = (what: string, some: readonly EnvPlace[]): readonly string[] => {
    if (some.length === 0) return [];
    const shown = some.slice(0, SHOWN).map(({ path, range }) => `${path}:${range.line + 1}`);
    const rest = some.length - shown.length;
    return [`is ${what} in ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`];
  };
  return [
    ...words(
      'declared',
      places.filter((place) => !isRead(place)),
    ),
    ...words('read', places.filter(isRead)),
  ].join(' and ');
}

function declares(places: readonly EnvPlace[]): boolean {
  return places.some((place) => !isRead(place));
}

function isRead({ fact }: EnvPlace): boolean {
  return fact.kind === 'envRead';
}
