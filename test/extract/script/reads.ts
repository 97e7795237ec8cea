import { expect } from 'vitest';
import { extract, ofKind } from '../../support/extract';

/** The reads of a text, one line each: name, presence, default, cast, and `#` where the line is commented out. */
export async function reads(code: string, path = 'src/config.ts'): Promise<readonly string[]> {
  const { facts, problems } = await extract(path, code);
  expect(problems).toEqual([]);
  return ofKind(facts, 'envRead').map((read) =>
    [
      read.commentedOut === true ? `#${read.name}` : read.name,
      read.presence,
      ...(read.production === true ? ['production'] : []),
      ...(read.default === undefined ? [] : [`=${read.default}`]),
      ...(read.cast === undefined ? [] : [`:${read.cast}`]),
    ].join(' '),
  );
}
