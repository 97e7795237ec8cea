import { setFlagsFromString } from 'node:v8';

/**
 * Has what is loaded meanwhile compiled once and quickly. By default a function that runs often is compiled again, and
 * better; where all of a lexer is one vast function, that takes longer than parsing thousands of files saves, and forty
 * megabytes. Electron's flags may be fixed once it runs, and asking for a change would end it: there all is as ever.
 */
export async function compiledOnce<T>(load: () => Promise<T>): Promise<T> {
  if (process.versions['electron'] !== undefined) return load();
  // Asked when a function is first called, long after this; what was loaded with the other flag set goes by that alone.
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  try {
    return await load();
  } finally {
    setFlagsFromString('--wasm-dynamic-tiering');
  }
}
