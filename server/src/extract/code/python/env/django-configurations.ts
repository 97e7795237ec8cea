import type { EnvReadFact, Fact } from '../../../../model/facts';
import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import { isIn } from '../../scan';
import { readArguments } from '../arguments';
import { classesOf } from '../classes';
import { type PythonContext, placeAt } from '../context';
import { plainString } from '../literals';
import { textOfDefault } from './default-text';

const SIGN = /\bconfigurations\b/;
const CASTS = table({
  BooleanValue: 'bool',
  IntegerValue: 'int',
  PositiveIntegerValue: 'int',
  FloatValue: 'float',
  DecimalValue: 'decimal',
  ListValue: 'list',
  TupleValue: 'list',
  SetValue: 'list',
  DictValue: 'dict',
  URLValue: 'url',
  PathValue: 'path',
  DatabaseURLValue: 'url',
  CacheURLValue: 'url',
  EmailURLValue: 'url',
  SearchURLValue: 'url',
});
/** Values that have a name of their own, without the prefix. */
const NAMED = table({
  DatabaseURLValue: 'DATABASE_URL',
  CacheURLValue: 'CACHE_URL',
  EmailURLValue: 'EMAIL_URL',
  SearchURLValue: 'SEARCH_URL',
});

/** django-configurations: `SECRET_KEY = values.SecretValue()` in a settings class reads `DJANGO_SECRET_KEY`. */
export function configurationsFacts(context: PythonContext): readonly Fact[] {
  if (!isIn(SIGN, context.source.file)) return [];
  return classesOf(context).flatMap((scope) =>
    context.assignsIn(scope).flatMap(({ node, target }) => valueFacts(context, node, target)),
  );
}

function valueFacts(context: PythonContext, node: SyntaxNode, target: string): readonly EnvReadFact[] {
  const call = node.childForFieldName('right');
  if (call?.type !== 'call' || !/^[A-Z][A-Z0-9_]*$/.test(target)) return [];
  const path = context.names.resolveNode(call.childForFieldName('function'))?.path ?? '';
  const kind = /^configurations\.values\.(\w*Value)$/.exec(path)?.[1];
  if (kind === undefined) return [];
  const { positional, keywords } = readArguments(call.childForFieldName('arguments'), context.text);
  if (keywords.get('environ')?.type === 'false') return [];
  const stated = keywords.get('environ_name');
  const text = stated === undefined ? undefined : plainString(stated.text);
  const name = nameOf(kind, target, text, keywords.get('environ_prefix'));
  const given = positional[0] ?? keywords.get('default');
  const isRequired = kind === 'SecretValue' || keywords.get('environ_required')?.type === 'true';
  const value = given === undefined ? undefined : textOfDefault(name, context.values.of(given, name));
  const cast = CASTS[kind];
  return [
    {
      kind: 'envRead',
      name,
      accessor: `values.${kind}`,
      presence: isRequired ? 'raises' : 'default',
      ...(stated === undefined || text === undefined
        ? placeAt(context, node.startIndex, node.startIndex + target.length)
        : placeAt(context, stated.startIndex + 1, stated.endIndex - 1)),
      ...(value !== undefined && !isRequired && { default: value }),
      ...(cast !== undefined && { cast }),
      boundTo: target,
    },
  ];
}

/** The setting's name after `DJANGO_`, where the value states neither. */
function nameOf(kind: string, target: string, stated: string | undefined, prefixed: SyntaxNode | undefined): string {
  const own = NAMED[kind];
  const usual = own === undefined || stated !== undefined ? 'DJANGO' : '';
  const prefix = prefixed === undefined ? usual : (plainString(prefixed.text) ?? '');
  return `${prefix === '' ? '' : `${prefix}_`}${stated ?? own ?? target}`;
}
