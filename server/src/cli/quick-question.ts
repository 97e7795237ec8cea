/** A question whose answer may be at hand. */
export interface QuickQuestion {
  readonly question: string;
  readonly dir: string;
  readonly cache?: string;
}

/** What `scan --json` is asked under; its answers are kept. */
export const SCAN_JSON = 'scan --json';

/** `scan [DIR] --json [--cache DIR]`, and nothing else: anything unusual is for the real reader of arguments. */
export function quickQuestion(args: readonly string[]): QuickQuestion | undefined {
  const [command, ...rest] = args;
  if (command !== 'scan') return undefined;
  let json = false;
  let dir: string | undefined;
  let cache: string | undefined;
  const words = rest[Symbol.iterator]();
  for (const word of words) {
    if (word === '--json') json = true;
    else if (word === '--cache' && cache === undefined) {
      const { value } = words.next();
      if (typeof value !== 'string' || value.startsWith('-')) return undefined;
      cache = value;
    } else if (word.startsWith('-') || word === '' || dir !== undefined) return undefined;
    else dir = word;
  }
  return json ? { question: SCAN_JSON, dir: dir ?? '.', ...(cache !== undefined && { cache }) } : undefined;
}
