import type { EnvReadFact, Fact, Presence } from '../../../../model/facts';
import type { Value } from '../../../../model/value';
import type { SyntaxNode } from '../../../../syntax/node';
import { type PythonContext, placeAt, placeOf } from '../context';
import { enclosing } from '../scope-tree';
import { type Access, isEnvName } from './access';
import type { Accesses } from './accesses';
import { textOfDefault } from './default-text';
import { guardOf, stopsIfAny } from './guards';
import { listedNames, namesOf } from './name-nodes';
import type { Notes } from './notes';
import { type Surroundings, surroundingsOf } from './surroundings';
import { isNoRead, isWrittenInLoop } from './writes';

/** The facts of all accesses that ask for a variable in place. */
export function envReadFacts(context: PythonContext, accesses: Accesses, notes: Notes): readonly Fact[] {
  return accesses.all.flatMap((access): readonly Fact[] => {
    if (isNoRead(access) || isWrittenInLoop(access, context.text)) return [];
    if (access.impliedName !== undefined) {
      return [readFact(context, access, access.impliedName, access.node, accesses, notes)];
    }
    if (access.nameNode === undefined) return [];
    if (accesses.helpers.isParameter(access)) {
      const helper = accesses.helpers.uncalled(access);
      return helper === undefined
        ? []
        : [{ kind: 'dynamicRead', accessor: access.accessor, helper, ...placeOf(context, access.node) }];
    }
    const names =
      access.isList === true ? listedNames(access.nameNode, context.names) : namesOf(access.nameNode, context);
    if (names === undefined)
      return [{ kind: 'dynamicRead', accessor: access.accessor, ...placeOf(context, access.node) }];
    return names.flatMap(({ node, name, row }) => {
      const full = (access.prefix ?? '') + name;
      const given = access.defaultNode === undefined ? undefined : row?.get(access.defaultNode.text);
      const found = given === undefined ? access : { ...access, defaultNode: given };
      return isEnvName(full) ? [readFact(context, found, full, node, accesses, notes)] : [];
    });
  });
}

function readFact(
  context: PythonContext,
  access: Access,
  name: string,
  nameNode: SyntaxNode,
  accesses: Accesses,
  notes: Notes,
): EnvReadFact {
  const around = surroundingsOf(access.node, name, context.text);
  const value = defaultOf(context, access, around, name, accesses);
  const text =
    access.defaultText ??
    (value === undefined ? undefined : textOfDefault(name, followed(context, value, access.node.startIndex, name)));
  const presence = presenceOf(context, access, around, value);
  // `list(map(os.getenv, NAMES))` makes a list of variables, not of one's parts.
  const cast = access.cast ?? accesses.schemeOf(name)?.cast ?? (access.isList === true ? undefined : around.cast);
  const production = (around.production || isProductionFile(context.path)) && /^(raises|bare)$/.test(presence);
  const comment = notes.at(access.node.startPosition.row);
  const boundTo = boundToOf(context, access, around);
  const { startIndex, endIndex } = nameNode;
  const quote = /^[A-Za-z]{0,2}["']/.exec(context.text.slice(startIndex, startIndex + 3))?.[0].length ?? 0;
  const isLiteral =
    quote > 0 &&
    context.text.slice(startIndex + quote, endIndex - 1) === name.slice(-(endIndex - 1 - startIndex - quote));
  return {
    kind: 'envRead',
    name,
    accessor: access.accessor,
    presence,
    ...(isLiteral ? placeAt(context, startIndex + quote, endIndex - 1) : placeAt(context, startIndex, endIndex)),
    ...(production && { production: true }),
    ...(text !== undefined && presence !== 'raises' && { default: text }),
    ...(cast !== undefined && cast !== 'str' && { cast }),
    ...(access.allowed && { allowed: access.allowed }),
    ...(comment !== undefined && { comment }),
    ...(boundTo !== undefined && { boundTo }),
  };
}

function defaultOf(
  context: PythonContext,
  access: Access,
  around: Surroundings,
  name: string,
  accesses: Accesses,
): Value | undefined {
  const given = access.defaultNode && context.values.of(access.defaultNode, name);
  if (isNothing(given) && around.fallback !== undefined) {
    const stand = lastOption(context.values.of(around.fallback, name));
    if (stand.t !== 'null' || given === undefined) return stand;
  }
  return given?.t === 'env' ? lastOption(given) : (given ?? accesses.schemeOf(name)?.default);
}

/** A default that is a constant of this file is told as that constant's value. */
export function followed(context: PythonContext, value: Value, offset: number, name: string): Value {
  if (value.t !== 'ref' || !/^\w+$/.test(value.path)) return value;
  const constant = context.names.constant(value.path, offset);
  const known = constant === undefined ? undefined : context.values.of(constant, name);
  return known !== undefined && /^(string|number|bool|null)$/.test(known.t) ? known : value;
}

/** Of `a or b or "d"` what is left in the end. */
function lastOption(value: Value): Value {
  if (value.t === 'either') return lastOption(value.options[value.options.length - 1] ?? { t: 'other' });
  return value.t === 'env' && value.default !== undefined ? value.default : value;
}

function presenceOf(context: PythonContext, access: Access, around: Surroundings, value: Value | undefined): Presence {
  const hasDefault = access.hasDefault === true || access.defaultText !== undefined || value !== undefined;
  if (hasDefault && !isNothing(value))
    return around.guarded && access.missing === 'raises' && !access.hasDefault ? 'guarded' : 'default';
  if (around.raises || absenceStops(context, around)) return 'raises';
  if (access.asksOnly === true) return 'guarded';
  if (access.missing === 'raises' && !hasDefault) return around.guarded ? 'guarded' : 'raises';
  const later = laterGuard(context, around);
  if (later === 'raises') return 'raises';
  if (hasDefault || around.fallback !== undefined) return 'default';
  return usedAs(around) ?? later ?? (around.passed ? 'passed' : 'bare');
}

function isNothing(value: Value | undefined): boolean {
  return value === undefined || value.t === 'null' || (value.t === 'string' && value.v === '');
}

function usedAs({ guarded, compared, keeper }: Surroundings): Presence | undefined {
  if (guarded) return 'guarded';
  if (compared) return keeper?.type === 'named_expression' ? 'guarded' : 'compared';
  return undefined;
}

function absenceStops(context: PythonContext, { absent }: Surroundings): boolean {
  if (absent === undefined) return false;
  const scope = context.names.scopes.at(absent.offset);
  return stopsIfAny(context.text, absent.list, absent.offset, scope.end);
}

/** What later lines of the same function, class or file do about the name that keeps the value. */
function laterGuard(context: PythonContext, around: Surroundings): 'raises' | 'guarded' | undefined {
  const { variable, keeper, passedTo } = around;
  if (passedTo !== undefined) return guardInside(context, passedTo);
  if (variable === undefined || keeper === undefined) return undefined;
  const scope = context.names.scopes.at(keeper.startIndex);
  const from = keeper.endIndex;
  const attribute = /^(?:self|cls)\.\w+$/.test(variable);
  if (variable.includes('.') && !attribute) return undefined;
  const here = guardOf(context.text, variable, from, scope.end);
  if (here !== undefined || !attribute) return here;
  const owner = enclosing(scope, 'class');
  if (owner === undefined) return undefined;
  return guardOf(context.text, variable, owner.start, owner.end) === undefined ? undefined : 'guarded';
}

/** A function of this file that is handed the value may do without it. */
function guardInside(context: PythonContext, passedTo: NonNullable<Surroundings['passedTo']>): 'guarded' | undefined {
  const binding = context.names.lookup(passedTo.callee, passedTo.offset).find((found) => found.kind === 'function');
  if (binding?.kind !== 'function') return undefined;
  const { scope } = binding;
  const parameters = context.names.scopes.parametersOf(scope);
  const parameter = parameters.find((found, index) => found.name === passedTo.keyword || index === passedTo.index);
  if (parameter === undefined) return undefined;
  const accepts = /\bOptional\[|\bNone\b/.test(parameter.type ?? '');
  return accepts || guardOf(context.text, parameter.name, scope.start, scope.end) === 'guarded' ? 'guarded' : undefined;
}

function boundToOf(context: PythonContext, access: Access, around: Surroundings): string | undefined {
  const { boundTo } = around;
  if (boundTo === undefined) return undefined;
  const scope = context.names.scopes.at(access.node.startIndex);
  const attribute = /^(?:self|cls)\.(.+)$/.exec(boundTo)?.[1];
  if (attribute !== undefined) {
    const owner = enclosing(scope, 'class');
    return owner === undefined ? boundTo : `${owner.name}.${attribute}`;
  }
  return scope.kind === 'class' ? `${scope.name}.${boundTo}` : boundTo;
}

export function isProductionFile(path: string): boolean {
  return /(^|\/)(settings\/(prod(uction)?|live)|production|settings_prod(uction)?|prod(uction)?_settings)\.py$/.test(
    path,
  );
}
