import type { SyntaxNode } from '../../../../syntax/node';
import type { Script } from '../script';
import type { EnvObject } from './env-object';

/** `private env = process.env` and `this.env = process.env`: where the class says `this.env`. */
export function fieldUses(script: Script, object: EnvObject, around: SyntaxNode): readonly EnvObject[] {
  const target =
    around.childForFieldName('name') ?? around.childForFieldName('property') ?? around.childForFieldName('left');
  const field = /^(?:this\.)?(#?[\w$]+)$/.exec(target?.text ?? '')?.[1];
  const isField = around.type !== 'assignment_expression' || target?.text.startsWith('this.') === true;
  return field === undefined || !isField ? [] : membersOfThis(script, object, field, around.startIndex);
}

/** `constructor(private readonly env = process.env)`. */
export function parameterUses(script: Script, object: EnvObject, parameter: SyntaxNode): readonly EnvObject[] {
  const name = parameter.childForFieldName('pattern')?.text ?? '';
  return /^[\w$]+$/.test(name) ? membersOfThis(script, object, name, parameter.startIndex) : [];
}

/** Where the class around an index says `this.field`. */
function membersOfThis(script: Script, object: EnvObject, field: string, index: number): readonly EnvObject[] {
  const found: EnvObject[] = [];
  let frame = script.frames.at(index);
  while (frame !== undefined && frame.data.kind !== 'class') frame = frame.parent;
  if (frame === undefined) return found;
  const pattern = new RegExp(`\\bthis\\.${field.replaceAll('$', '\\$')}(?=\\s*(?:\\?\\.|[.[;,)]|$))`, 'gm');
  pattern.lastIndex = frame.start;
  for (let match = pattern.exec(script.text); match !== null && found.length < 200; match = pattern.exec(script.text)) {
    if (match.index >= frame.end) break;
    const member = script.nodeAt(match.index)?.parent;
    if (member?.type === 'member_expression' && member.startIndex === match.index)
      found.push({ ...object, node: member });
  }
  return found;
}
