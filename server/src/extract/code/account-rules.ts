import type { AccountRuleFact, FileRole } from '../../model/facts';
import { isIn, type Place, placesIn, type Scanned } from './scan';
import { isComment, lineRange } from './text-places';

interface Rule {
  readonly about: AccountRuleFact['about'];
  readonly pattern: RegExp;
  /** What every match holds, of a pattern that goes over the ends of lines through more than blanks. */
  readonly sign?: RegExp;
  /** What the match says; nothing where it says something else after all. */
  readonly value: (match: Place) => string | undefined;
}

/** Started at the beginning of a name alone: a pattern that is tried within every name takes ten times as long. */
const PASSWORD = String.raw`(?<![\w.$])[\w.$]{0,40}(?:password|passwd)\w{0,20}`;
/** Fewer characters are no rule, more a limit of the hashing. */
const LEAST = 5;
const MOST = 40;
const MOST_FACTS = 40;
/** A meter that counts how good a password is forbids nothing. */
const MEASURES = /strength|score|meter|weak(?:ness)?Level/i;
const BEFORE = 400;

const RULES: readonly Rule[] = [
  {
    about: 'password length',
    pattern: new RegExp(
      String.raw`(?:\blen\(\s*${PASSWORD}\s*\)|${PASSWORD}\??\.length)\s*(<=?|>=?)\s*(\d{1,3})\b`,
      'gi',
    ),
    value: ({ 1: operator, 2: number }) => least(Number(number) + (operator === '<=' || operator === '>' ? 1 : 0)),
  },
  {
    // zod and its kind; in capitals it is a variable of the environment.
    about: 'password length',
    pattern:
      /\b\w{0,20}password\w{0,20}\s{0,4}:\s{0,4}\w{1,12}\s{0,20}\.string\([^()]{0,80}\)(?:\s{0,20}\.\w{1,20}\([^()]{0,80}\)){0,3}?\s{0,20}\.min\(\s{0,4}(\d{1,3})/gi,
    sign: /\.string\(/i,
    value: ({ 0: written = '', 1: number }) => (/^[A-Z0-9_]+\b/.test(written) ? undefined : least(Number(number))),
  },
  {
    about: 'password length',
    pattern:
      /\b\w{0,20}password\w{0,20}\s{0,4}:[^=\n]{1,80}=\s{0,4}Field\([^\n]{0,160}?\bmin_length\s{0,4}=\s{0,4}(\d{1,3})/gi,
    value: ({ 1: number }) => least(Number(number)),
  },
  {
    about: 'password length',
    pattern: /\bvalidate_length\([^()\n]{0,60}:password\s{0,4},\s{0,4}min:\s{0,4}(\d{1,3})/g,
    value: ({ 1: number }) => least(Number(number)),
  },
  {
    about: 'password length',
    pattern: /@MinLength\(\s{0,4}(\d{1,3})[^;]{0,200}?\b(?:readonly\s+)?\w{0,20}password\w{0,20}[!?]?\s{0,4}:/gi,
    sign: /@MinLength\(/i,
    value: ({ 1: number }) => least(Number(number)),
  },
  {
    about: 'password pattern',
    pattern: new RegExp(String.raw`\/((?:\\[^\n]|[^\/\n\\]){1,60})\/[a-z]{0,3}\.test\(\s*${PASSWORD}\s*\)`, 'gi'),
    value: ({ 1: source }) => source,
  },
  {
    about: 'password pattern',
    pattern: new RegExp(
      String.raw`\bre\.(?:search|match|findall)\(\s*r?(["'])((?:\\.|(?!\1)[^\n\\]){1,60})\1\s*,\s*${PASSWORD}`,
      'gi',
    ),
    value: ({ 2: source }) => source,
  },
  {
    about: 'user type',
    pattern:
      /(?<![\w.])["']?(?:user_?type|account_?type)["']?\s{0,4}(?::\s{0,4}(?:str|String|string|Optional\[str\])\s{0,4}=|[:=]{1,3}|!==?)\s{0,4}["']([a-z][\w-]{1,30})["']/gi,
    value: ({ 1: name }) => name,
  },
  {
    about: 'user type',
    pattern:
      /(?:\.(?:user_?type|account_?type)|\[["'](?:user_?type|account_?type)["']\])\s{0,4}(?:[!=]==?)\s{0,4}["']([a-z][\w-]{1,30})["']/gi,
    value: ({ 1: name }) => name,
  },
];

const SIGNS = /passw(?:or)?d|(?:user|account)_?type/i;

/** Rules about accounts, as the characters of a source show them. */
export function accountRuleFacts(file: Scanned, role: FileRole): readonly AccountRuleFact[] {
  const { text } = file;
  if (role === 'test' || !isIn(SIGNS, file)) return [];
  const facts = new Map<string, AccountRuleFact>();
  for (const rule of RULES) {
    const { about } = rule;
    for (const match of matchesOf(rule, file)) {
      if (facts.size >= MOST_FACTS) return [...facts.values()];
      const value = rule.value(match);
      const at = match.index;
      if (value === undefined || isComment(text, at) || isMeasure(about, text, at)) continue;
      const key = `${about}\n${value}`;
      if (!facts.has(key)) facts.set(key, { kind: 'accountRule', about, value, range: lineRange(text, at) });
    }
  }
  return [...facts.values()];
}

function matchesOf({ pattern, sign }: Rule, file: Scanned): Iterable<Place> {
  if (sign === undefined) return placesIn(pattern, file);
  return isIn(sign, file) ? file.text.matchAll(pattern) : [];
}

function least(number: number): string | undefined {
  return number >= LEAST && number <= MOST ? String(number) : undefined;
}

function isMeasure(about: Rule['about'], text: string, at: number): boolean {
  return about !== 'user type' && MEASURES.test(text.slice(Math.max(0, at - BEFORE), at));
}
