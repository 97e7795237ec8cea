import type { EnvReadFact } from '../../../server/src/model/facts';
import { extract, ofKind } from '../../support/extract';

/** `NAME presence`, then what else is said: `=default`, `:cast`, `->boundTo`, `prod`. */
function told(read: EnvReadFact): string {
  return [
    `${read.name} ${read.presence}`,
    ...(read.default === undefined ? [] : [`=${read.default}`]),
    ...(read.cast === undefined ? [] : [`:${read.cast}`]),
    ...(read.boundTo === undefined ? [] : [`->${read.boundTo}`]),
    ...(read.production === true ? ['prod'] : []),
    ...(read.commentedOut === true ? ['commented'] : []),
  ].join(' ');
}

export async function reads(code: string, path = 'config/runtime.exs'): Promise<readonly string[]> {
  return ofKind((await extract(path, code)).facts, 'envRead').map(told);
}

/** In a function's body, as its only expression. */
export async function inBody(code: string): Promise<readonly string[]> {
  return reads(`defmodule A do\n  def f do\n${code}\n  end\nend\n`, 'lib/a.ex');
}
