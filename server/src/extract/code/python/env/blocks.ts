import type { SyntaxNode } from '../../../../syntax/node';
import { stops } from './guards';

/** What blocks around a read add to it. */
export interface BlockState {
  raises: boolean;
  guarded: boolean;
  production: boolean;
}

/** `with suppress(KeyError):` */
const SUPPRESSES = /^with\s+[^:\n]*\bsuppress\([^)\n]*\b(?:KeyError|Exception|LookupError)\b/;

/** Conditions and handlers around the statement. */
export function climbBlocks(state: BlockState, from: SyntaxNode, name: string): void {
  let current = from;
  for (let i = 0; i < 60; i++) {
    const parent = current.parent;
    if (parent === null || parent.type === 'module') return;
    if (/^(function_definition|class_definition|lambda)$/.test(parent.type)) return;
    if (parent.type === 'with_statement' && SUPPRESSES.test(parent.text.slice(0, 200))) state.guarded = true;
    if (parent.type === 'try_statement' && current.type === 'block') handlers(state, parent);
    if (parent.type === 'if_statement' || parent.type === 'elif_clause') branch(state, parent, current.type, name);
    current = parent;
  }
}

function branch(state: BlockState, statement: SyntaxNode, part: string, name: string): void {
  const text = statement.childForFieldName('condition')?.text ?? '';
  if (part === 'block') {
    if (mentions(text, name) && !isAbsenceTest(text, name)) state.guarded = true;
    if (isProductionTest(text)) state.production = true;
  } else if (part === 'else_clause' && /^(?:settings\.)?DEBUG$/.test(text)) state.production = true;
}

function handlers(state: BlockState, tryStatement: SyntaxNode): void {
  for (const child of tryStatement.namedChildren) {
    if (child?.type !== 'except_clause') continue;
    const text = child.text;
    if (
      !/^except\b\s*(?::|\(?[^:]*\b(?:KeyError|Exception|BaseException|ImproperlyConfigured|EnvError|UndefinedValueError))/.test(
        text,
      )
    )
      continue;
    if (stops(text)) state.raises = true;
    else state.guarded = true;
    return;
  }
}

export function mentions(condition: string, name: string): boolean {
  return condition.includes(`"${name}"`) || condition.includes(`'${name}'`);
}

/** `not os.getenv("X")`, `"X" not in os.environ`, `os.getenv("X") is None`: true when the variable is absent. */
export function isAbsenceTest(condition: string, name: string): boolean {
  const quoted = `["']${name}["']`;
  return (
    /^\(*\s*not\b/.test(condition) ||
    /^\(*\s*\w+\s+not\s+in\s+(?:\w+\.)?environ\s*\)*$/.test(condition) ||
    new RegExp(`\\bnot\\s+(?:\\w|\\.)*\\(?\\[?\\s*${quoted}`).test(condition) ||
    new RegExp(`${quoted}\\s+not\\s+in\\b`).test(condition) ||
    new RegExp(`${quoted}[\\s,\\w"')\\]]*\\bis\\s+None`).test(condition) ||
    new RegExp(`${quoted}[\\s,\\w"')\\]]*==\\s*(?:None|""|'')`).test(condition)
  );
}

function isProductionTest(condition: string): boolean {
  return (
    /^not\s+(?:settings\.)?(?:DEBUG|IS_DEV|IS_LOCAL)$/.test(condition) ||
    /^(?:settings\.)?(?:IS_)?PROD(?:UCTION)?$/.test(condition) ||
    /^[\w.()"' ,[\]]*==\s*["']prod(?:uction)?["']$/i.test(condition)
  );
}
