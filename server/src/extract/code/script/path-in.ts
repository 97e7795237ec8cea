const PATH = /^[\w$.#]+$/;

/** A path as it is written, over lines and with `?.` as well; `undefined` for anything else, and for long ones. */
export function pathIn(written: string, longest: number): string | undefined {
  if (PATH.test(written)) return written.length <= longest ? written : undefined;
  const path = written.replace(/\s+/g, '').replace(/[?!]\./g, '.');
  return path.length <= longest && PATH.test(path) ? path : undefined;
}
