import type { DetailRule, DetailUnit } from '../catalog/service';
import type { CallFact, FileFacts } from '../model/facts';
import { HIDDEN, type Keywords, type Value } from '../model/value';
import { unitOfKey } from './measures';
import { valueText } from './value-text';
import type { Workspace } from './workspace';

const MAX_LENGTH = 160;

export interface DetailText {
  readonly label: string;
  readonly text: string;
}

/** What a call says that its service's rules want printed: the value of a keyword, an option or a position. */
export function callDetails(
  workspace: Workspace,
  file: FileFacts,
  call: CallFact,
  rule: DetailRule,
): readonly DetailText[] {
  if (rule.text !== undefined) return [{ label: rule.label, text: rule.text }];
  const argument = (key: number | string): readonly Named[] =>
    typeof key === 'number' ? positionOf(workspace, file, call, key) : optionsOf(workspace, file, call, key.split('.'));
  const key = rule.keyword ?? rule.argument ?? 0;
  const unit = rule.unit ?? unitOfKey(String(key));
  const text = (value: Value | undefined): string | undefined =>
    value === undefined ? undefined : detailText(workspace, file, value, unit);
  if (rule.per === undefined) {
    return argument(key).flatMap(({ name, value }) => {
      // "Expires in: 7 days from now" says it twice.
      const told = / in$/.test(rule.label) ? text(value)?.replace(/ from now$/, '') : text(value);
      const owner = call.decorates === undefined ? '' : ` - ${call.decorates}`;
      return told === undefined ? [] : [{ label: rule.label.replace('*', name), text: `${told}${owner}` }];
    });
  }
  const [amount] = argument(key);
  const [period] = argument(rule.per);
  const limit = amount?.value === undefined ? undefined : detailText(workspace, file, amount.value, undefined);
  const time = text(period?.value);
  if (limit === undefined || time === undefined) return [];
  const owner = call.decorates ?? call.result;
  return [
    {
      label: rule.label,
      text: `${limit} per ${time.replace(/^1 (?=[a-z])/, '')}${owner === undefined ? '' : ` - ${owner}`}`,
    },
  ];
}

/** A value as a detail of one line, or undefined where it says nothing or must not be shown. */
export function detailText(
  workspace: Workspace,
  file: FileFacts,
  value: Value,
  unit: DetailUnit | undefined,
): string | undefined {
  const text = valueText(workspace.values.resolve(file, value), unit)?.replace(/\s+/g, ' ').trim();
  // Nothing but holes and variables: those are told elsewhere.
  if (text === undefined || !/\w|[*$%]/.test(text.replaceAll(HIDDEN, '').replace(/\{(?:[A-Z]\w*)?\}/g, '')))
    return undefined;
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

interface Named {
  /** The key that a `*` stands for. */
  readonly name: string;
  readonly value: Value | undefined;
}

/** An options object at a position that may hold an address is none. */
function positionOf(workspace: Workspace, file: FileFacts, call: CallFact, position: number): readonly Named[] {
  const value = call.args[position];
  return value === undefined || workspace.values.follow(file, value).t === 'map' ? [] : [{ name: '', value }];
}

/** A keyword argument, or a key of an options object among the arguments, which may be a constant elsewhere. */
function optionsOf(
  workspace: Workspace,
  file: FileFacts,
  call: CallFact,
  [first = '', ...deeper]: readonly string[],
): readonly Named[] {
  const objects = call.args.map((arg) => workspace.values.follow(file, arg));
  const entries = [call.keywords, ...objects.flatMap((arg) => (arg.t === 'map' ? [arg.entries] : []))];
  const start = entries.find((map) => Object.hasOwn(map, first))?.[first];
  return start === undefined ? [] : below(start, deeper, '');
}

function below(value: Value, [key, ...deeper]: readonly string[], name: string): readonly Named[] {
  if (key === undefined) return [{ name, value }];
  if (value.t !== 'map') return [];
  if (key === '*') return Object.entries(value.entries).flatMap(([own, inner]) => below(inner, deeper, own));
  const inner = ownOf(value.entries, key);
  return inner === undefined ? [] : below(inner, deeper, name);
}

function ownOf(entries: Keywords, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
