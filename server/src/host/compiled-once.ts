import { setFlagsFromString } from 'node:v8';
import { AS_EVER, COMPILED_ONCE, mayChange } from '../v8-flags';

/**
 * Has what is loaded meanwhile compiled once, where a process lives long and the rest is worth compiling well: of a lexer that
 * is one vast function, that takes seconds and up to 700 MB.
 */
export async function compiledOnce<T>(load: () => Promise<T>): Promise<T> {
  if (!mayChange(process.execArgv)) return load();
  for (const flag of COMPILED_ONCE) setFlagsFromString(flag);
  try {
    return await load();
  } finally {
    for (const flag of AS_EVER) setFlagsFromString(flag);
  }
}
