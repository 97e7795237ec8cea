const PARAMETER =
  /(?:@[\w.]+(?:\([^()]*\))?\s*)*((?:(?:public|private|protected|readonly|override)\s+)*)(?:\.\.\.)?([A-Za-z_$][\w$]*)\s*[?!]?\s*(?::\s*([A-Za-z_$][\w$.]*)(?![\w$.]|\s*(?:<[^<>]*>\s*)?\[))?/y;
const FIELD =
  /(?:@[\w.]+(?:\([^()]*\))?\s*)*(?:(?:public|private|protected|readonly|static|declare|override|accessor)\s+)*(#?[A-Za-z_$][\w$]*)\s*[?!]?\s*(?::\s*([A-Za-z_$][\w$.]*)(?![\w$.]|\s*(?:<[^<>]*>\s*)?\[)[^=;{}()]*)?(=(?!>))?/y;

export interface Named {
  readonly name: string;
  readonly type?: string;
}

export type Parameter = Named & { readonly isMember: boolean };

/** A name with its type, as parameters and variables are written: `private readonly config: ConfigService`. */
export function readParameter(text: string, index: number): Parameter | undefined {
  PARAMETER.lastIndex = index;
  const match = PARAMETER.exec(text);
  const name = match?.[2];
  if (match === null || name === undefined) return undefined;
  return { name, isMember: match[1] !== '', ...(match[3] !== undefined && { type: match[3] }) };
}

/** A class field: `private client: Redis`, `#client = new Redis()`. Methods are none. */
export function readField(text: string, index: number): (Named & { readonly hasValue: boolean }) | undefined {
  FIELD.lastIndex = index;
  const match = FIELD.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const hasValue = match[3] !== undefined;
  if (!hasValue && match[2] === undefined) return undefined;
  return { name, hasValue, ...(match[2] !== undefined && { type: match[2] }) };
}
