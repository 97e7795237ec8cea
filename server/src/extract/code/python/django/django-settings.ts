import type { Fact, SettingFact } from '../../../../model/facts';
import type { Value } from '../../../../model/value';
import type { SyntaxNode } from '../../../../syntax/node';
import { redactText } from '../../../redact';
import { readArguments } from '../arguments';
import { type PythonContext, placeAt } from '../context';
import { plainString } from '../literals';
import type { AssignSite } from '../source';
import { conditionOf } from './conditions';
import { environmentOf, isSettingsFile } from './settings-file';

const NAME = /^[A-Z][A-Z0-9_]*$/;
/** Lists whose entries are told one by one, so that a commented-out entry has its line. */
export const ENTRY_LISTS = /^(\w*_APPS|INSTALLED_APPS|MIDDLEWARE|MIDDLEWARE_CLASSES|AUTHENTICATION_BACKENDS)$/;
const MAX_DEPTH = 6;

/** Whether the file holds Django settings. */
export function holdsDjangoSettings(context: PythonContext): boolean {
  const module = context.names.scopes.module;
  const names = context.assignsIn(module).map((site) => settingPath(context, site));
  return isSettingsFile(
    context,
    names.filter((path) => path !== undefined),
  );
}

/** Settings of a Django settings module as paths and values. */
export function djangoSettingFacts(context: PythonContext): readonly Fact[] {
  const { source, names } = context;
  if (!holdsDjangoSettings(context)) return [];
  const sites = [...source.assigns, ...source.augments].filter(
    (site) => names.scopes.at(site.node.startIndex).kind === 'module',
  );
  const facts: SettingFact[] = [];
  for (const site of sites) {
    const path = settingPath(context, site);
    const right = site.node.childForFieldName('right');
    if (path === undefined || right === null) continue;
    flatten(context, right, path, site.node, whenOf(context, site.node), facts, 0);
  }
  facts.push(...changes(context));
  return facts;
}

/** `NAME`, or `NAME.key.key` for `NAME["key"]["key"] = ...`. */
function settingPath(context: PythonContext, site: AssignSite): string | undefined {
  if (site.target !== '') return NAME.test(site.target) ? site.target : undefined;
  const end = context.text.indexOf('=', site.node.startIndex);
  const written = context.text
    .slice(site.node.startIndex, Math.min(end === -1 ? 0 : end, site.node.startIndex + 300))
    .trim();
  const match = /^([A-Z][A-Z0-9_]*)((?:\[["'][\w.:-]+["']\])+)[\s+]*$/.exec(written);
  return match === null ? undefined : `${match[1]}${(match[2] ?? '').replace(/\[["']/g, '.').replace(/["']\]/g, '')}`;
}

export function whenOf(context: PythonContext, node: SyntaxNode): string | undefined {
  const words = [environmentOf(context.path), conditionOf(node)].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : redactText(words.join(', '));
}

function flatten(
  context: PythonContext,
  node: SyntaxNode,
  path: string,
  at: SyntaxNode,
  when: string | undefined,
  facts: SettingFact[],
  depth: number,
): void {
  const key = path.slice(path.lastIndexOf('.') + 1);
  const { type } = node;
  if (type === 'dictionary' && depth < MAX_DEPTH) {
    const pairs = node.namedChildren.filter((child): child is SyntaxNode => child?.type === 'pair');
    for (const pair of pairs) {
      const inner = keyAndValue(pair);
      if (inner !== undefined) flatten(context, inner.value, `${path}.${inner.key}`, pair, when, facts, depth + 1);
    }
    if (pairs.length > 0) return;
  }
  const named = type === 'identifier' && depth === 0 ? context.names.constant(node.text, node.startIndex) : undefined;
  if (named?.type === 'dictionary') {
    flatten(context, named, path, at, when, facts, depth + 1);
    return;
  }
  const value = context.values.of(node, key);
  if (value.t === 'map' && Object.keys(value.entries).length > 0) {
    spread(context, value, path, at, when, facts, depth);
    return;
  }
  facts.push(setting(context, path, value, at.startIndex, at.endIndex, when));
  if (ENTRY_LISTS.test(path) && (type === 'list' || type === 'tuple'))
    facts.push(...entries(context, node, path, when));
}

function keyAndValue(pair: SyntaxNode): { readonly key: string; readonly value: SyntaxNode } | undefined {
  const name = pair.childForFieldName('key');
  const value = pair.childForFieldName('value');
  if (name === null || value === null) return undefined;
  return { key: redactText((plainString(name.text) ?? name.text).slice(0, 200)), value };
}

/** The texts of a list of applications and the like, each a setting with a place of its own. */
function entries(
  context: PythonContext,
  list: SyntaxNode,
  path: string,
  when: string | undefined,
): readonly SettingFact[] {
  return list.namedChildren.flatMap((item) =>
    item?.type === 'string'
      ? [setting(context, `${path}[]`, context.values.of(item), item.startIndex, item.endIndex, when)]
      : [],
  );
}

/** A map that is written in another way than with braces, such as `dict(a=1)`. */
function spread(
  context: PythonContext,
  value: Value & { t: 'map' },
  path: string,
  at: SyntaxNode,
  when: string | undefined,
  facts: SettingFact[],
  depth: number,
): void {
  for (const [name, entry] of Object.entries(value.entries)) {
    const inner = `${path}.${name}`;
    if (entry.t === 'map' && depth < MAX_DEPTH) spread(context, entry, inner, at, when, facts, depth + 1);
    else facts.push(setting(context, inner, entry, at.startIndex, at.endIndex, when));
  }
}

function setting(
  context: PythonContext,
  path: string,
  value: Value,
  start: number,
  end: number,
  when: string | undefined,
): SettingFact {
  return {
    kind: 'setting',
    system: 'django',
    path,
    value,
    ...placeAt(context, start, end),
    ...(when !== undefined && { when }),
  };
}

/** `X.update({...})`, `INSTALLED_APPS.append("x")`, `MIDDLEWARE.insert(0, "x")`. */
function changes(context: PythonContext): readonly SettingFact[] {
  const facts: SettingFact[] = [];
  for (const site of context.source.calls) {
    const match = /^([A-Z][A-Z0-9_]*)((?:\[["'][\w.-]+["']\])*)\.(update|append|insert|extend)$/.exec(site.text);
    if (match === null || context.names.scopes.at(site.node.startIndex).kind !== 'module') continue;
    const [, name = '', keys = '', method = ''] = match;
    const path = name + keys.replace(/\[["']/g, '.').replace(/["']\]/g, '');
    const args = readArguments(site.args, context.text);
    const when = whenOf(context, site.node);
    const node = args.positional[method === 'insert' ? 1 : 0];
    if (method === 'append' || method === 'insert') {
      if (node === undefined) continue;
      const entry = ENTRY_LISTS.test(path) ? `${path}[]` : path;
      facts.push(setting(context, entry, context.values.of(node), site.node.startIndex, site.node.endIndex, when));
    } else if (node !== undefined) flatten(context, node, path, site.node, when, facts, 0);
    for (const [key, value] of args.keywords) flatten(context, value, `${path}.${key}`, site.node, when, facts, 1);
  }
  return facts;
}
