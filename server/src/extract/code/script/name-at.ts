const PLAIN_NAME = /[\w$]+/y;
const FUNCTION_NAME = /(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)/y;
const CLASS_NAME = /class\s+([A-Za-z_$][\w$]*)/;

/** What a sticky pattern finds at an index. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

export function nameAt(text: string, index: number): string | undefined {
  return matchAt(PLAIN_NAME, text, index)?.[0];
}

/** The name that `function` or `async function*` at an index gives. */
export function functionNameAt(text: string, index: number): string | undefined {
  return matchAt(FUNCTION_NAME, text, index)?.[1];
}

export function classNameIn(head: string): string | undefined {
  return CLASS_NAME.exec(head)?.[1];
}
