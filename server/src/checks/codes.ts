export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What each diagnostic is about; the codes are stable, and `docs/diagnostics.md` has a section for each. */
export const CODES = {
  'env-required-undeclared': {
    severity: 'warning',
    summary: 'A variable that the program needs is declared nowhere',
  },
  'env-undeclared': { severity: 'information', summary: 'An optional variable is declared nowhere' },
  'env-near-miss': { severity: 'warning', summary: 'A variable is read under a name close to a declared one' },
  'env-unused': { severity: 'hint', summary: 'A declared variable is read nowhere' },
  'env-conflicting-defaults': { severity: 'information', summary: 'Code gives one variable different defaults' },
  'env-duplicate-key': { severity: 'warning', summary: 'A file sets one variable twice' },
  'env-secret-value': { severity: 'warning', summary: 'A value that looks like a secret is not ignored by git' },
  'env-public-secret': { severity: 'warning', summary: 'A secret has a prefix that ships it to users' },
  'env-out-of-step': { severity: 'information', summary: 'A .env file and its template differ in names' },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly summary: string }>>;

export type Code = keyof typeof CODES;
export const ALL_CODES = Object.keys(CODES) as readonly Code[];

export function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}

/** Whether a severity is at least as grave as another. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
