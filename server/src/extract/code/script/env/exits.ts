import type { SyntaxNode } from '../../../../syntax/node';

/** What happens where a check fails: the program or call stops with an error, or the code goes round. */
export type Exit = 'raises' | 'guarded';

export const RAISES = /\bthrow\b|\bprocess\.exit\s*\(|\bDeno\.exit\s*\(|\bbail\s*\(|\bctx\.addIssue\b/;
const LEAVES = /\b(return|continue|break)\b/;

export function exitOf(statement: SyntaxNode | null): Exit | undefined {
  if (statement === null) return undefined;
  const text = statement.text.slice(0, 1500);
  if (RAISES.test(text)) return 'raises';
  return LEAVES.test(text) ? 'guarded' : undefined;
}

export interface Check {
  readonly exit: Exit;
  /** The check is made in production alone. */
  readonly production?: true;
  /** What stands in for it: `key ?? "none"`. */
  readonly fallback?: SyntaxNode;
}

const PRODUCTION = /\bproduction\b|\bis_?prod/i;

/**
 * What an `if` says about a name that its condition tests. `subject` is a pattern for it as it stands in code.
 */
export function checkOf(statement: SyntaxNode, subject: string, name: string): Check | undefined {
  const condition = (statement.childForFieldName('condition')?.text ?? '').slice(0, 1000);
  // Most conditions are about something else, and patterns are dear.
  if (!condition.includes(name)) return undefined;
  if (!new RegExp(subject).test(condition)) return undefined;
  const missing = new RegExp(
    `!\\s*(?:Boolean\\s*\\(\\s*)?${subject}(?!\\s*[.(\\[])|${subject}(?:\\?\\.)?(?:\\.trim\\(\\))?\\s*===?\\s*(?:undefined|null|''|"")|typeof\\s+${subject}\\s*[!=]==?\\s*['"](?:undefined|string)`,
  );
  if (!missing.test(condition)) {
    const isAlone = new RegExp(`^\\(\\s*(?:!!\\s*)?${subject}\\s*\\)$`).test(condition);
    if (isAlone && exitOf(statement.childForFieldName('alternative')) === 'raises') return { exit: 'raises' };
    return new RegExp(`[(&]\\s*(?:!!\\s*)?${subject}\\s*[)&|]`).test(condition) ? { exit: 'guarded' } : undefined;
  }
  const exit = exitOf(statement.childForFieldName('consequence'));
  if (exit === undefined) return undefined;
  if (exit === 'raises' && condition.includes('&&')) {
    return PRODUCTION.test(condition) ? { exit, production: true } : { exit: 'guarded' };
  }
  return { exit };
}

const ASSERTS =
  /^(?:await\s+)?(?:[\w$]+\.)?(?:assert|invariant|tiny_?invariant|ok|assertDefined|assertEnv|nullthrows)\w*\s*\(/i;

/** What the statements after a declaration say about the declared name. */
export function checkAfter(declaration: SyntaxNode, name: string): Check | undefined {
  const subject = `(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  let statement = declaration;
  if (statement.parent?.type === 'export_statement') statement = statement.parent;
  let next = statement.nextNamedSibling;
  for (let steps = 0; next !== null && steps < 16; steps += 1) {
    const text = next.text.slice(0, 2000);
    // Most statements are about something else, and patterns are dear.
    const check = text.includes(name) ? checkIn(next, text, subject, name) : undefined;
    if (check !== undefined) return check;
    next = next.nextNamedSibling;
  }
  return undefined;
}

function checkIn(statement: SyntaxNode, text: string, subject: string, name: string): Check | undefined {
  const { type } = statement;
  if (type === 'if_statement') {
    const check = checkOf(statement, subject, name);
    if (check !== undefined) return check;
  } else if (type === 'expression_statement') {
    const start = text.slice(0, 300);
    if (ASSERTS.test(start) && new RegExp(`\\(\\s*${subject}\\s*[,)!=]`).test(start)) return { exit: 'raises' };
  }
  const fallback = fallbackIn(statement, text, subject);
  if (fallback !== undefined) return { exit: 'guarded', fallback };
  return askedFor(subject).test(text) ? { exit: 'guarded' } : undefined;
}

/** `key ? new Client(key) : null`, `key && start(key)`, `if (key) ...`, `key === "x"`: the program goes on without it. */
function askedFor(subject: string): RegExp {
  return new RegExp(
    `${subject}\\s*(?:\\?(?![.?:])|&&|[!=]==?\\s*['"\`\\d])|!!\\s*${subject}|\\bBoolean\\(\\s*${subject}\\s*\\)|\\bif\\s*\\(\\s*${subject}\\s*\\)|\\bif\\s*\\(\\s*!\\s*${subject}\\s*\\)\\s*(?:\\{(?:(?!\\bthrow\\b)[^{}]){0,300}?)?\\breturn\\b`,
  );
}

/** The literal of `name ?? "d"` or `name || 3`. */
function fallbackIn(statement: SyntaxNode, text: string, subject: string): SyntaxNode | undefined {
  const match = new RegExp(`(?<![!.\\w$]\\s*)${subject}\\s*(?:\\?\\?|\\|\\|)=?\\s*(?=['"\`\\d])`).exec(text);
  if (match === null) return undefined;
  return statement.namedDescendantForIndex(statement.startIndex + match.index + match[0].length) ?? undefined;
}
