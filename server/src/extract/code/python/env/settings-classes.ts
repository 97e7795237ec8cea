import type { EnvReadFact, Fact } from '../../../../model/facts';
import type { Value } from '../../../../model/value';
import { redactText } from '../../../redact';
import { isIn } from '../../scan';
import { basesOf, classesOf, localClass } from '../classes';
import { type PythonContext, placeAt } from '../context';
import type { Scope } from '../scope-tree';
import { dottedAt } from '../source';
import { isEnvName } from './access';
import { allowedWords } from './call-access';
import { annotationCast } from './casts';
import { textOfDefault } from './default-text';
import { followed } from './env-reads';
import type { Notes } from './notes';
import { readField, type SettingsField } from './settings-field';

interface Config {
  readonly prefix: string;
  readonly delimiter: string | undefined;
  readonly caseSensitive: boolean;
  /** Names by field, as an inner `class Config` of pydantic 1 gives them. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

const SIGNS = /BaseSettings|SettingsConfigDict/;
const SETTINGS = /^pydantic(?:_settings|\.v1|\.env_settings)?(?:\.\w+)*\.BaseSettings$/;
const NO_CONFIG: Config = { prefix: '', delimiter: undefined, caseSensitive: false, names: new Map() };

/** Variables that pydantic reads by the names of a settings class's fields. */
export function settingsClassFacts(context: PythonContext, notes: Notes): readonly Fact[] {
  if (!isIn(SIGNS, context.source.file)) return [];
  return classesOf(context).flatMap((scope) => {
    const { paths } = basesOf(context, scope);
    const base = paths.find((path) => SETTINGS.test(path));
    const body = context.text.slice(scope.start, scope.end);
    if (base === undefined && !/\bmodel_config\s*=\s*SettingsConfigDict\(/.test(body)) return [];
    const isFirst = base !== undefined && !base.startsWith('pydantic_settings');
    const config = configOf(context, scope, 0);
    return fieldFacts(context, notes, scope, config, { owner: scope.name, prefix: config.prefix, isFirst, depth: 0 });
  });
}

interface Where {
  readonly owner: string;
  readonly prefix: string;
  /** pydantic 1, where `env=` names the variable and an optional field has a default. */
  readonly isFirst: boolean;
  readonly depth: number;
  /** The field that holds the nested model has a default itself. */
  readonly defaulted?: boolean;
}

function fieldFacts(
  context: PythonContext,
  notes: Notes,
  scope: Scope,
  config: Config,
  where: Where,
): readonly EnvReadFact[] {
  return context.assignsIn(scope).flatMap((site) => {
    const { target, node } = site;
    if (target === '' || target.includes('.') || target.startsWith('_') || target === 'model_config') return [];
    const field = readField(context, node, target, where.isFirst);
    if (field === undefined) return [];
    const nested = nestedModel(context, field, scope);
    if (nested !== undefined && field.names.length === 0) {
      if (config.delimiter === undefined || where.depth > 3) return [];
      const prefix = `${where.prefix}${target}${config.delimiter}`;
      const defaulted = where.defaulted === true || !field.required;
      const owner = `${where.owner}.${target}`;
      return fieldFacts(context, notes, nested, config, { ...where, prefix, owner, depth: where.depth + 1, defaulted });
    }
    const start = node.startIndex;
    const plain = { name: where.prefix + target, start, end: start + target.length };
    const listed = config.names.get(target)?.map((name) => ({ ...plain, name })) ?? [];
    const names = field.names.length > 0 ? field.names : listed.length > 0 ? listed : [plain];
    return names.flatMap((found) => {
      const name = config.caseSensitive ? found.name : found.name.toUpperCase();
      return isEnvName(name) ? [fact(context, notes, field, { ...found, name }, where, target)] : [];
    });
  });
}

function fact(
  context: PythonContext,
  notes: Notes,
  field: SettingsField,
  found: { readonly name: string; readonly start: number; readonly end: number },
  where: Where,
  target: string,
): EnvReadFact {
  const { name } = found;
  const value: Value | undefined =
    field.defaultNode &&
    followed(context, context.values.of(field.defaultNode, name), field.defaultNode.startIndex, name);
  const text = value === undefined ? undefined : textOfDefault(name, value);
  const cast = annotationCast(field.type);
  const allowed = /\bLiteral\b/.test(field.type) ? allowedWords(field.type) : undefined;
  const comment = field.description ?? notes.at(context.source.positions.lineAt(found.start));
  return {
    kind: 'envRead',
    name,
    accessor: 'BaseSettings',
    presence: field.required && where.defaulted !== true ? 'raises' : 'default',
    ...placeAt(context, found.start, found.end),
    ...(text !== undefined && { default: text }),
    ...(cast !== undefined && { cast }),
    ...(allowed && { allowed }),
    ...(comment !== undefined && { comment: redactText(comment) }),
    boundTo: `${where.owner}.${target}`,
  };
}

/** The class of this file that a field holds, unless it reads its own variables. */
function nestedModel(context: PythonContext, field: SettingsField, scope: Scope): Scope | undefined {
  const type = field.type.replace(/^(?:\w+\.)?Optional\[|\]$|["']|\s*\|\s*None/g, '').trim();
  const local = localClass(context, type, scope.start);
  if (local === undefined) return undefined;
  return basesOf(context, local).paths.some((path) => /^pydantic\b.*\.(BaseModel|BaseSettings)$/.test(path))
    ? local
    : undefined;
}

/** The prefix and the like, from `model_config`, an inner `class Config`, the class statement, or a base class. */
function configOf(context: PythonContext, scope: Scope, depth: number): Config {
  const inherited = depth > 6 ? NO_CONFIG : inheritedConfig(context, scope, depth);
  const entries: Record<string, Value> = {};
  for (const [key, written] of Object.entries(basesOf(context, scope).keywords)) {
    const text = /^["'](.*)["']$/.exec(written)?.[1];
    if (text !== undefined) entries[key] = { t: 'string', v: text };
  }
  const own = context.assignsIn(scope).find((site) => site.target === 'model_config');
  const value = own && context.values.of(own.node.childForFieldName('right'));
  Object.assign(entries, value?.t === 'call' ? value.keywords : value?.t === 'map' ? value.entries : {});
  const inner = context.names.scopes.all.find((found) => found.parent === scope && found.name === 'Config');
  for (const site of inner === undefined ? [] : context.assignsIn(inner)) {
    entries[site.target] = context.values.of(site.node.childForFieldName('right'));
  }
  const text = (key: string): string | undefined => {
    const entry = entries[key];
    const constant = entry === undefined ? undefined : followed(context, entry, scope.start + 1, '');
    return constant?.t === 'string' ? constant.v : undefined;
  };
  const sensitive = entries['case_sensitive'];
  return {
    prefix: text('env_prefix') ?? inherited.prefix,
    delimiter: text('env_nested_delimiter') ?? inherited.delimiter,
    caseSensitive: sensitive?.t === 'bool' ? sensitive.v : inherited.caseSensitive,
    names: new Map([...inherited.names, ...namesByField(entries['fields'])]),
  };
}

/** `fields = {"api_key": {"env": "KEY"}, "other": "OTHER_KEY"}`. */
function namesByField(fields: Value | undefined): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const [field, value] of Object.entries(fields?.t === 'map' ? fields.entries : {})) {
    const given = value.t === 'map' ? value.entries['env'] : value;
    const found = given?.t === 'list' ? given.items : given === undefined ? [] : [given];
    names.set(
      field,
      found.flatMap((name) => (name.t === 'string' ? [name.v] : [])),
    );
  }
  return names;
}

function inheritedConfig(context: PythonContext, scope: Scope, depth: number): Config {
  const start = scope.bases;
  if (start === undefined) return NO_CONFIG;
  const base = localClass(context, dottedAt(context.text, start + 1), scope.start);
  return base === undefined || base === scope ? NO_CONFIG : configOf(context, base, depth + 1);
}
