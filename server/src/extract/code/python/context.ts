import type { Range } from '../../../model/text';
import type { SyntaxNode } from '../../../syntax/node';
import type { ImportFound } from './imports';
import type { Names } from './names';
import type { PythonSource } from './source';
import type { Values } from './value-of';

/** What every concern of this folder works with. */
export interface PythonContext {
  readonly source: PythonSource;
  readonly text: string;
  readonly path: string;
  readonly imports: readonly ImportFound[];
  readonly names: Names;
  readonly values: Values;
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
