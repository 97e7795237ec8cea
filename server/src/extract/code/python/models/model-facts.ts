import type { Fact, ModelFact } from '../../../../model/facts';
import { isIn } from '../../scan';
import { resolveCallee } from '../calls';
import { basesOf, classesOf } from '../classes';
import { type PythonContext, placeAt, placeOf } from '../context';
import { plainString } from '../literals';
import { places } from '../parts';
import type { Scope } from '../scope-tree';
import type { CallSite } from '../source';
import { collectionFacts } from './collections';

const ORMS =
  /django|sqlalchemy|sqlmodel|mongoengine|beanie|odmantic|pynamodb|peewee|tortoise|\bdb\.Model\b|pymongo|motor|mongo/i;

/** Classes that stand for tables and collections, `Table("x", ...)`, and document collections by their use. */
export function modelFacts(context: PythonContext): readonly Fact[] {
  if (!isIn(ORMS, context.source.file)) return [];
  return [
    ...classesOf(context).flatMap((scope) => classModel(context, scope)),
    ...tables(context),
    ...collectionFacts(context),
  ];
}

function classModel(context: PythonContext, scope: Scope): readonly ModelFact[] {
  const { paths, keywords } = basesOf(context, scope);
  if (paths.length === 0) return [];
  const own = (name: string): string | undefined => literal(context, scope, name);
  const inner = (holder: string, name: string): string | undefined => {
    const meta = context.names.scopes.all.find((found) => found.parent === scope && found.name === holder);
    return meta === undefined ? undefined : literal(context, meta, name);
  };
  if (own('__abstract__') === 'True' || inner('Meta', 'abstract') === 'True' || inner('Meta', 'proxy') === 'True')
    return [];
  const model = (orm: string, table: string | undefined): readonly ModelFact[] => [
    {
      kind: 'model',
      orm,
      name: scope.name,
      ...(table !== undefined && { table }),
      ...placeAt(context, scope.start, scope.start + 'class '.length + scope.name.length),
    },
  ];
  const derives = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));

  const tablename = own('__tablename__');
  if (derives(/^sqlmodel\./)) return keywords['table'] === 'True' ? model('sqlmodel', tablename) : [];
  if (tablename !== undefined) return model('sqlalchemy', tablename);
  if (derives(/^flask_sqlalchemy\b.*\.Model$|(^|\.)db\.Model$/)) return model('sqlalchemy', undefined);
  if (derives(/^mongoengine\.(?:\w+\.)*(Dynamic)?Document$/))
    return model('mongoengine', metaCollection(context, scope));
  if (derives(/^beanie\.(?:\w+\.)*Document$/)) return model('beanie', inner('Settings', 'name'));
  if (derives(/^odmantic\.(?:\w+\.)*Model$/)) return model('odmantic', undefined);
  if (derives(/^pynamodb\.models\.Model$/)) return model('pynamodb', inner('Meta', 'table_name'));
  if (derives(/^tortoise\.models\.Model$|^tortoise\.Model$/)) return model('tortoise', inner('Meta', 'table'));
  if (derives(/^peewee\.Model$/)) return isBase(context, scope) ? [] : model('peewee', inner('Meta', 'table_name'));
  return isDjangoModel(context, scope, paths) ? model('django', inner('Meta', 'db_table')) : [];
}

function isDjangoModel(context: PythonContext, scope: Scope, paths: readonly string[]): boolean {
  if (
    paths.some((path) =>
      /^django\.(?:contrib\.gis\.)?db\.models\.(?:base\.)?Model$|^django\.contrib\.auth\.(?:models|base_user)\.Abstract(Base)?User$/.test(
        path,
      ),
    )
  ) {
    return true;
  }
  if (!paths.some((path) => /Model$|User$|Mixin$|Base$|Abstract\w+$/.test(path))) return false;
  // A base of the project's own: the class is a model if its body declares fields.
  return context.assignsIn(scope).some((site) => {
    const right = context.text.slice(
      site.node.startIndex + site.target.length,
      site.node.startIndex + site.target.length + 80,
    );
    const callee = /^\s*(?::[^=\n]+)?=\s*(?:\w+\.)*(\w+)\(/.exec(right)?.[1] ?? '';
    return /(Field|ForeignKey)$/.test(callee) && /=\s*(?:gis_)?models\./.test(right) && usesDjangoModels(context);
  });
}

function usesDjangoModels(context: PythonContext): boolean {
  return context.imports.some(({ module }) => /^django\.(contrib\.gis\.)?db(\.models)?$/.test(module));
}

/** A class that only others derive from. */
function isBase(context: PythonContext, scope: Scope): boolean {
  return context.assignsIn(scope).length === 0;
}

/** The text of a literal that a class body assigns, `True` and `False` included. */
function literal(context: PythonContext, scope: Scope, name: string): string | undefined {
  const site = context.assignsIn(scope).find((found) => found.target === name);
  const right = site?.node.childForFieldName('right');
  if (right === null || right === undefined) return undefined;
  return right.type === 'string' ? plainString(right.text) : /^(true|false)$/.test(right.type) ? right.text : undefined;
}

function metaCollection(context: PythonContext, scope: Scope): string | undefined {
  const site = context.assignsIn(scope).find((found) => found.target === 'meta');
  const value = site && context.values.of(site.node.childForFieldName('right'));
  const collection = value?.t === 'map' ? value.entries['collection'] : undefined;
  return collection?.t === 'string' ? collection.v : undefined;
}

const TABLES = places<CallSite>();

/** `users = Table("users", metadata, ...)`. */
function tables(context: PythonContext): readonly ModelFact[] {
  const { parts, source } = context;
  return parts
    .only(source.calls, TABLES, ({ text }) => /(?:^|\.)Table$/.test(text))
    .flatMap((site) => {
      const path = resolveCallee(context, site)?.path ?? '';
      if (!/^(sqlalchemy|flask_sqlalchemy)\b.*\.Table$/.test(path)) return [];
      const first = site.args.namedChild(0);
      const name = first?.type === 'string' ? plainString(first.text) : undefined;
      return name === undefined
        ? []
        : [{ kind: 'model', orm: 'sqlalchemy', name, table: name, ...placeOf(context, site.node) }];
    });
}
