import type { SyntaxNode } from '../../../../syntax/node';
import { codeChildren } from '../unwrap';
import { assemble, defaultOf, type EnvContext } from './env-context';
import type { EnvObject } from './env-object';
import { checkAfter } from './exits';
import { type DirectReads, isAllowed } from './found-reads';

/** `const { A, B: b = "d" } = process.env`. */
export function destructured(
  context: EnvContext,
  object: EnvObject,
  pattern: SyntaxNode | null,
  statement: SyntaxNode | null,
  found: DirectReads,
): void {
  if (pattern?.type !== 'object_pattern') return;
  for (const child of codeChildren(pattern)) {
    const { name, bound, fallback } = takenBy(child);
    if (name === '' || !isAllowed(object, name)) continue;
    const check = statement === null || fallback !== null ? undefined : checkAfter(statement, bound);
    const stand = fallback ?? check?.fallback;
    const text = stand === undefined ? undefined : defaultOf(context, stand, name);
    const presence = stand === undefined ? (check?.exit ?? 'bare') : 'default';
    found.facts.push(
      assemble(context, child, name, object.accessor, {
        presence,
        ...(text !== undefined && { default: text }),
        ...(check?.production && { production: true }),
        ...(/^[\w$]+$/.test(bound) && { boundTo: bound }),
      }),
    );
  }
}

interface Taken {
  readonly name: string;
  /** The name that it gets here. */
  readonly bound: string;
  readonly fallback: SyntaxNode | null;
}

/** What one part of a pattern takes: `A`, `A = "d"`, `A: a`, `A: a = "d"`. */
function takenBy(part: SyntaxNode): Taken {
  if (part.type === 'object_assignment_pattern') {
    const name = part.childForFieldName('left')?.text ?? '';
    return { name, bound: name, fallback: part.childForFieldName('right') };
  }
  if (part.type === 'pair_pattern') {
    const name = (part.childForFieldName('key')?.text ?? '').replace(/['"]/g, '');
    const value = part.childForFieldName('value');
    const hasDefault = value?.type === 'assignment_pattern';
    const local = hasDefault ? value.childForFieldName('left') : value;
    return { name, bound: local?.text ?? name, fallback: hasDefault ? value.childForFieldName('right') : null };
  }
  const name = part.type === 'shorthand_property_identifier_pattern' ? part.text : '';
  return { name, bound: name, fallback: null };
}
