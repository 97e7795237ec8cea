import type { Random } from './random';

/** Makes the text of a file, of about the size asked for. */
export type Writer = (context: FileContext) => string;

export interface FileContext {
  readonly random: Random;
  readonly path: string;
  readonly size: number;
  /** Modules of the same application that may be imported. */
  readonly siblings: readonly string[];
  /** One of the few files that talk to a service. */
  readonly usesService: boolean;
}

export interface PlannedFile {
  readonly path: string;
  readonly write: Writer;
  /** Median size of its kind in characters; 0 for files that have their own length. */
  readonly median: number;
  readonly siblings: readonly string[];
}

/** Appends units of code until the text is as long as it should be. */
export function grown(start: string, size: number, unit: (index: number) => string): string {
  const parts = [start];
  let length = start.length;
  for (let index = 0; length < size; index += 1) {
    const part = unit(index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}
