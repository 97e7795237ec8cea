import type { SyntaxNode } from '../../../../syntax/node';

const IS_PRODUCTION =
  /^!?\s*(?:[\w$.?]*(?:\.|\b)(?:\w*_ENV|env|environment|MODE|mode)(?:\.\w*ENV)?\s*===?\s*['"`]prod(?:uction)?['"`]|(?:[\w$]+\.)*(?:is_?prod(?:uction)?|IS_PROD(?:UCTION)?)|import\.meta\.env\.PROD)$/;

/** Whether a read runs in production alone: a condition around it, within the same function, says so. */
export function runsInProduction(read: SyntaxNode): boolean {
  let node = read;
  for (let steps = 0; steps < 40; steps += 1) {
    const around = node.parent;
    if (around === null) return false;
    const { type } = around;
    if (/function|method_definition|class_body/.test(type)) return false;
    if (type === 'if_statement' || type === 'ternary_expression') {
      const isBody = around.childForFieldName('consequence')?.id === node.id;
      if (isBody && asksForProduction(around.childForFieldName('condition'))) return true;
    }
    node = around;
  }
  return false;
}

function asksForProduction(condition: SyntaxNode | null): boolean {
  const text = condition?.text.slice(0, 300).replace(/^\(|\)$/g, '') ?? '';
  if (!/prod/i.test(text) || text.includes('||')) return false;
  return text.split('&&').some((part) => IS_PRODUCTION.test(part.trim()) && !part.trim().startsWith('!'));
}
