import type { SyntaxNode } from '../../../syntax/node';
import type { Script } from './script';

/** A member of the class around an index; a value that it is given later counts as well. */
export function addMember(
  script: Script,
  index: number,
  name: string,
  value: SyntaxNode | null,
  type: string | undefined,
): void {
  const table = script.members.of(index);
  if (table === undefined) return;
  const known = table.get(name);
  if (known !== undefined) {
    if (value !== null) known.values.push(value);
    return;
  }
  table.set(name, {
    name,
    kind: 'variable',
    at: index,
    start: 0,
    end: script.text.length + 1,
    values: value === null ? [] : [value],
    node: undefined,
    type,
    resolved: undefined,
    typeOnly: false,
  });
}
