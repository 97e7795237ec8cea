import type { Range } from '../../../model/text';
import type { SyntaxNode } from '../../../syntax/node';
import type { ImportFound } from './imports';
import type { Names } from './names';
import { type Parts, places } from './parts';
import type { Scope } from './scope-tree';
import type { AssignSite, PythonSource } from './source';
import type { Values } from './value-of';

/** What a class is derived from. */
export interface Bases {
  /** Resolved paths of the bases; local classes are followed and appear with what they are derived from. */
  readonly paths: readonly string[];
  /** Keyword arguments of the class statement, as written: `table` -> `True`. */
  readonly keywords: Readonly<Record<string, string>>;
}

/** What every concern of this folder works with. */
export interface PythonContext {
  readonly source: PythonSource;
  readonly text: string;
  readonly path: string;
  readonly imports: readonly ImportFound[];
  readonly names: Names;
  readonly values: Values;
  readonly parts: Parts;
  /** What classes were found to be derived from. */
  readonly bases: Map<Scope, Bases>;
  /** The assignments that stand directly in a class body or module. */
  readonly assignsIn: (scope: Scope) => readonly AssignSite[];
}

/** A fact's place: where it is and in which function or class. */
export interface Place {
  readonly range: Range;
  readonly scope?: string;
}

export function placeAt(context: PythonContext, start: number, end: number): Place {
  const scope = context.names.scopes.pathAt(start);
  return { range: context.source.positions.head(start, end), ...(scope !== undefined && { scope }) };
}

export function placeOf(context: PythonContext, node: SyntaxNode): Place {
  return placeAt(context, node.startIndex, node.endIndex);
}

const OUTER = places<AssignSite>();

/** Sorts the assignments of classes and of the module by the scope they stand in. */
export function assignsByScope(
  source: PythonSource,
  names: Names,
  parts: Parts,
): (scope: Scope) => readonly AssignSite[] {
  const isOuter = ({ node }: AssignSite): boolean => names.scopes.at(node.startIndex).kind !== 'function';
  const byScope = new Map<Scope, AssignSite[]>();
  for (const site of parts.only(source.assigns, OUTER, isOuter)) {
    const scope = names.scopes.at(site.node.startIndex);
    const known = byScope.get(scope);
    if (known === undefined) byScope.set(scope, [site]);
    else known.push(site);
  }
  return (scope) => byScope.get(scope) ?? [];
}
