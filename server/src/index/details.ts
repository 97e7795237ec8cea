import type { DetailRule } from '../catalog/service';
import type { CallFact, FileFacts } from '../model/facts';
import type { Value } from '../model/value';
import { valueText } from './value-text';
import type { Workspace } from './workspace';

/** What a call says that its service's rules want printed: the value of a keyword, an option or a position. */
export function detailText(
  workspace: Workspace,
  file: FileFacts,
  call: CallFact,
  rule: DetailRule,
): string | undefined {
  const value = rule.keyword === undefined ? call.args[rule.argument ?? 0] : optionOf(call, rule.keyword.split('.'));
  if (value === undefined) return undefined;
  const text = valueText(workspace.values.follow(file, value))?.replace(/\s+/g, ' ').trim();
  return text === undefined || text === '' || /^[{}\s]*$/.test(text.replace(/\{[A-Z]\w*\}/g, 'x'))
    ? undefined
    : text.slice(0, 120);
}

/** A keyword argument, or a key of an options object among the arguments. */
function optionOf(call: CallFact, [first = '', ...deeper]: readonly string[]): Value | undefined {
  let value: Value | undefined = call.keywords[first];
  for (const arg of call.args) if (value === undefined && arg.t === 'map') value = arg.entries[first];
  for (const key of deeper) value = value?.t === 'map' ? value.entries[key] : undefined;
  return value;
}
