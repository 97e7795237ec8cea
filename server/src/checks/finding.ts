import type { Location, Range } from '../model/text';
import type { Code, Severity } from './codes';

/** Something about a variable that someone should look at, where it stands. Never a value. */
export interface Finding {
  readonly code: Code;
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  /** The variable's name. */
  readonly variable: string;
  readonly application: string;
  readonly severity: Severity;
  /** Other places that explain it. */
  readonly related: readonly RelatedPlace[];
  /** Of a near miss: the name that was probably meant. */
  readonly meant?: string;
  /** Of a default that differs: that of the other place. */
  readonly other?: string;
  /** Of files that are out of step: the file that lacks the name. */
  readonly lacking?: string;
}

export interface RelatedPlace extends Location {
  readonly message: string;
}
