import type { SettingFact } from '../../../../model/facts';
import type { Value } from '../../../../model/value';
import { type PythonContext, placeAt } from '../context';
import { ENTRY_LISTS, holdsDjangoSettings } from '../django/django-settings';
import { environmentOf } from '../django/settings-file';
import { plainString } from '../literals';
import { stringValue } from '../value-of';
import type { CommentedStatement } from './commented-statements';

/** Settings and list entries that are commented out in a Django settings module. */
export function commentedSettings(
  context: PythonContext,
  statements: readonly CommentedStatement[],
): readonly SettingFact[] {
  const candidates = statements.filter(({ text }) => /^[A-Z][A-Z0-9_]+\s*\+?=|^["'][\w.]+["'],?$/.test(text));
  if (candidates.length === 0 || !holdsDjangoSettings(context)) return [];
  const lists = entryLists(context);
  const when = environmentOf(context.path);
  return candidates.flatMap((statement): readonly SettingFact[] => {
    const base = {
      kind: 'setting',
      system: 'django',
      commentedOut: true,
      ...placeAt(context, statement.start, statement.end),
      ...(when !== undefined && { when }),
    } as const;
    const entry = plainString(statement.text.replace(/,$/, ''));
    if (entry !== undefined) {
      const list = lists.find(({ start, end }) => start < statement.start && statement.start < end);
      return list === undefined ? [] : [{ ...base, path: `${list.name}[]`, value: { t: 'string', v: entry } }];
    }
    const match = /^([A-Z][A-Z0-9_]+)\s*\+?=\s*([\s\S]+)$/.exec(statement.text);
    if (match === null) return [];
    const value = literalValue(match[2] ?? '', match[1] ?? '');
    return value === undefined ? [] : [{ ...base, path: match[1] ?? '', value }];
  });
}

function entryLists(
  context: PythonContext,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  return [...context.source.assigns, ...context.source.augments]
    .filter((site) => ENTRY_LISTS.test(site.target))
    .map((site) => ({ name: site.target, start: site.node.startIndex, end: site.node.endIndex }));
}

/** Simple literals only; undefined for prose that happens to have an equals sign. */
function literalValue(written: string, name: string): Value | undefined {
  const text = plainString(written);
  if (text !== undefined) return stringValue(text, name);
  if (/^-?[\d_]+(\.\d+)?$/.test(written)) return { t: 'number', v: Number(written.replace(/_/g, '')) };
  if (/^(True|False)$/.test(written)) return { t: 'bool', v: written === 'True' };
  if (written === 'None') return { t: 'null' };
  const isCode =
    /^[[({][\s\S]*[\])}]$/.test(written) || /^[\w.]+\([\s\S]*\)$/.test(written) || /^[A-Z_][\w.]*$/.test(written);
  return isCode ? { t: 'other' } : undefined;
}
