import type { Value } from '../../server/src/model/value';

export interface Call {
  readonly callee: string;
  readonly args: readonly Value[];
  readonly keywords: Readonly<Record<string, Value>>;
}

/** A call as a table writes it: `boto3.client("s3", region=EU)`. Quoted texts are strings, other words are names. */
export function readCall(input: string): Call {
  const open = input.indexOf('(');
  if (open < 0 || !input.endsWith(')')) throw new Error(`not a call: ${input}`);
  const args: Value[] = [];
  const keywords: Record<string, Value> = {};
  const inner = input.slice(open + 1, -1).trim();
  for (const part of inner === '' ? [] : inner.split(/,\s*/)) {
    const keyword = /^(\w+)\s*[=:]\s*(.+)$/.exec(part);
    if (keyword === null) args.push(readValue(part));
    else keywords[keyword[1] ?? ''] = readValue(keyword[2] ?? '');
  }
  return { callee: input.slice(0, open), args, keywords };
}

function readValue(text: string): Value {
  const quoted = /^(["'])(.*)\1$/.exec(text);
  if (quoted !== null) return { t: 'string', v: quoted[2] ?? '' };
  return /^\d+$/.test(text) ? { t: 'number', v: Number(text) } : { t: 'ref', path: text };
}
