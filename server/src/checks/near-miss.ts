import { groupBy } from '../index/order';
import type { EnvDeclaration, EnvRead, EnvVariable } from '../model/workspace';
import { type Context, placeText, rangeOf } from './context';
import type { Finding } from './finding';
import { type Undeclared, undeclaredVariables } from './undeclared';

/** Words that say the same: a name may well have been written with the other. */
const SAME = [
  ['URL', 'URI'],
  ['PASSWORD', 'PASSWD', 'PASS', 'PWD'],
  ['USER', 'USERNAME'],
  ['DB', 'DATABASE'],
  ['HOST', 'HOSTNAME'],
];

/** Names that are read and declared for nobody, and look like a slip of one that is declared for the application. */
export function checkNearMiss(context: Context): readonly Finding[] {
  const tokens = tokenCounts(context);
  const byLength = declaredByLength(context);
  return undeclaredVariables(context).flatMap((one) => {
    if (one.elsewhere !== undefined) return [];
    const { name } = one.variable;
    const near: Declared[] = [];
    for (let length = name.length - 5; length <= name.length + 5; length += 1) {
      for (const candidate of byLength.get(length) ?? []) {
        if (!isSlip(name, candidate, tokens)) continue;
        const at = candidate.declarations.find(
          ({ commentedOut, path }) => !commentedOut && context.chain.serves(path, one.folder),
        );
        if (at !== undefined) near.push({ name: candidate.name, at });
      }
    }
    const [meant, ...others] = near;
    // Two names that are equally close: nobody knows which was meant.
    if (meant === undefined || others.length > 0) return [];
    return one.reads.map((read) => findingOf(one, read, meant));
  });
}

interface Declared {
  readonly name: string;
  readonly at: EnvDeclaration;
}

function declaredByLength({ snapshot }: Context): ReadonlyMap<number, readonly EnvVariable[]> {
  const declared = snapshot.env.filter(({ declarations }) => declarations.some(({ commentedOut }) => !commentedOut));
  return groupBy(declared, ({ name }) => name.length);
}

function findingOf({ variable }: Undeclared, read: EnvRead, { name: meant, at }: Declared): Finding {
  return {
    code: 'env-near-miss',
    path: read.path,
    range: rangeOf(read),
    message: `${variable.name} is declared nowhere. Did you mean ${meant} (${placeText(at)})?`,
    variable: variable.name,
    application: read.application,
    severity: 'warning',
    meant,
    related: [{ path: at.path, range: rangeOf(at), message: `${meant} is declared here` }],
  };
}

function isSlip(name: string, candidate: EnvVariable, tokens: ReadonlyMap<string, number>): boolean {
  const other = candidate.name;
  if (name === other) return false;
  const isRead = candidate.reads.length > 0;
  if (name.replaceAll('_', '').toUpperCase() === other.replaceAll('_', '').toUpperCase()) return name.length > 4;
  const mine = name.split('_');
  const theirs = other.split('_');
  if (mine.length !== theirs.length) return false;
  const different = mine.flatMap((token, index) =>
    token === theirs[index] ? [] : [[token, theirs[index] ?? ''] as const],
  );
  const [pair, ...more] = different;
  if (pair === undefined || more.length > 0) return false;
  const [token, their] = pair;
  // What means the same is a slip only where nobody reads the declared name.
  if (SAME.some((words) => words.includes(token) && words.includes(their))) return !isRead;
  // A word that other names have as well is a word, not a slip; and numbers count.
  if ((tokens.get(token) ?? 0) > 1 || token.length < 4 || /\d/.test(token + their)) return false;
  const distance = slips(token, their);
  return distance === 1 || (distance === 2 && token.length >= 9);
}

/** In how many names of the workspace a word stands. */
function tokenCounts({ snapshot }: Context): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of snapshot.env) {
    for (const token of new Set(name.split('_'))) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  for (const word of WORDS) counts.set(word, 2);
  return counts;
}

const WORDS =
  'HOST PORT USER PASS NAME NAMES KEY KEYS TOKEN TOKENS SECRET SECRETS URL URLS TEST TEXT MODE MODEL MODELS NODE CODE SITE SIZE TIME TYPE FILE FILES PATH PATHS FROM FORM LIVE LINE LINK LINKS SEND SENT READ HEAD LOAD ROLE RULE RATE DATE DATA BASE CASE COST POST MAIL MAIN FAIL HOSTS PORTS USERS ADMIN LOCAL LOGIN LEVEL LABEL LIMIT TIMER ORIGIN ORIGINS DOMAIN DOMAINS SOURCE RESOURCE SERVER SERVICE CLIENT CLIENTS REGION REASON VERSION SESSION MISSION PUBLIC PRIVATE SERVE WRITE WRITER READER'.split(
    ' ',
  );

/** Letters added, left out, changed, or two that changed places. */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a.length > 40) return 3;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 9) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 3;
}
