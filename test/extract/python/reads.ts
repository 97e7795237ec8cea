import type { EnvReadFact } from '../../../server/src/model/facts';
import { extract, ofKind } from '../../support/extract';

export async function reads(text: string, path = 'app/module.py'): Promise<readonly EnvReadFact[]> {
  return ofKind((await extract(path, text)).facts, 'envRead');
}

/** A read in short: name, presence, and what else is told of it. */
export function short(read: EnvReadFact): string {
  const parts = [read.name, read.presence];
  if (read.default !== undefined) parts.push(`=${read.default}`);
  if (read.cast !== undefined) parts.push(`:${read.cast}`);
  if (read.production === true) parts.push('prod');
  if (read.allowed !== undefined) parts.push(read.allowed.join('|'));
  return parts.join(' ');
}

export async function shorts(text: string, path?: string): Promise<readonly string[]> {
  return (await reads(text, path)).map(short);
}
