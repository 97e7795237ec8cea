import type { SyntaxNode } from '../../../../syntax/node';

/** The conditions that a statement stands under, in words: `if DEBUG`, `unless POSTGRES_DB is set`. */
export function conditionOf(statement: SyntaxNode): string | undefined {
  const words: string[] = [];
  let current = statement;
  for (let i = 0; i < 20; i++) {
    const parent = current.parent;
    if (parent === null || parent.type === 'module') break;
    if (parent.type === 'if_statement' || parent.type === 'elif_clause') {
      if (current.type === 'block') words.unshift(inWords(conditionText(parent), false));
      else if (current.type === 'else_clause') words.unshift(elseWords(parent));
      // An `elif` names its own condition; that the ones before it failed is left unsaid.
    } else if (parent.type === 'except_clause') words.unshift('if an import or lookup fails');
    current = parent;
  }
  const told = words.filter((word) => word !== '');
  return told.length === 0 ? undefined : told.join(' and ');
}

function elseWords(ifStatement: SyntaxNode): string {
  const hasElif = ifStatement.namedChildren.some((child) => child?.type === 'elif_clause');
  return hasElif ? 'otherwise' : inWords(conditionText(ifStatement), true);
}

/** The condition as written; a name that was only made for it is told by the read that it holds. */
function conditionText(statement: SyntaxNode): string {
  const text = statement.childForFieldName('condition')?.text ?? '';
  const name = /^(not )?(_?[a-z]\w*)$/.exec(text);
  const held = name?.[2] === undefined ? undefined : valueOfName(statement, name[2]);
  return held === undefined ? text : `${name?.[1] ?? ''}${held}`;
}

const READ = /^(?:(?:os\.)?environ\.get|(?:os\.)?getenv)\(\s*["']\w+["']\s*(?:,\s*(?:None|""|'')\s*)?\)$/;

/** The read of the environment that a name of the module was given before, if it was one. */
function valueOfName(statement: SyntaxNode, name: string): string | undefined {
  let root = statement;
  for (let depth = 0; depth < 40 && root.parent !== null; depth += 1) root = root.parent;
  const before = root.text.slice(0, statement.startIndex - root.startIndex);
  const line = before.split('\n').findLast((candidate) => candidate.startsWith(`${name} =`));
  const value = line?.slice(name.length + 2).trim() ?? '';
  return READ.test(value) ? value : undefined;
}

function inWords(condition: string, negated: boolean): string {
  let text = condition.replace(/\s+/g, ' ').trim();
  let negative = negated;
  while (text.startsWith('not ') && !/ (and|or) /.test(text)) {
    negative = !negative;
    text = text.slice(4).trim();
  }
  text = text
    .replace(/^(?:os\.)?environ\.get\(\s*["'](\w+)["']\s*(?:,\s*(?:None|""|'')\s*)?\)$/, '$1 is set')
    .replace(/^(?:os\.)?getenv\(\s*["'](\w+)["']\s*(?:,\s*(?:None|""|'')\s*)?\)$/, '$1 is set')
    .replace(/^["'](\w+)["'] in (?:os\.)?environ$/, '$1 is set')
    .replace(/^["'](\w+)["'] not in (?:os\.)?environ$/, 'not $1 is set')
    .replace(/^(?:env|config)(?:\.\w+)?\(\s*["'](\w+)["'][^()]*\)$/, '$1 is set');
  if (text.startsWith('not ') && text.endsWith(' is set')) {
    negative = !negative;
    text = text.slice(4);
  }
  if (text.length > 120) return negative ? 'unless a condition holds' : 'if a condition holds';
  // A literal that a condition compares with may be anything; keys have no place in words.
  return `${negative ? 'unless' : 'if'} ${text}`;
}
