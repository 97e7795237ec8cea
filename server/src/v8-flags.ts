/**
 * What the JavaScript engine is asked to do otherwise than by default, by the version of V8 that runs. Each of these flags is
 * known to the versions below; of any other nothing is asked, since one that does not know a flag says so to the user, or does
 * not even start.
 */
const FIRST_KNOWN = 11;
const LAST_KNOWN = 14;

/** WebAssembly is compiled once and quickly. By default what runs often is compiled again, and better. */
const QUICKLY = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/** The same at once, for what is loaded meanwhile: by default functions are compiled when they are called first. */
export const COMPILED_ONCE = [...QUICKLY, '--no-wasm-lazy-compilation'];
export const AS_EVER = COMPILED_ONCE.map((flag) => flag.replace('--no-', '--'));

/** Without it flags may be fixed once an editor's V8 runs, and to change one would end it. */
const CHANGEABLE = '--no-freeze-flags-after-init';

/**
 * A server lives as long as its editor, and needs after each edit what it needed before: by default the heap may grow to three
 * times that before anybody looks for what can go.
 */
const COLLECT_EARLY = '--heap-growing-percent=40';

export function serverFlags(v8: string): readonly string[] {
  return isKnown(v8) ? [CHANGEABLE, COLLECT_EARLY] : [];
}

/** Whether a process, by what it was started with, may change flags while it runs. */
export function mayChange(execArgv: readonly string[]): boolean {
  return execArgv.includes(CHANGEABLE);
}

export function commandLineFlags(v8: string): readonly string[] {
  return isKnown(v8) ? [...QUICKLY, ...compileLate(v8)] : [];
}

/**
 * One scan runs most of its code too seldom for it to be worth compiling well: by default up to a quarter of all work goes
 * there. What is counted before are a function's calls, or in older versions the bytes of its code that ran; newer ones have a
 * second compiler, which is asked far earlier.
 */
function compileLate(v8: string): readonly string[] {
  const [major, minor] = partsOf(v8);
  const countsCalls = major > 11 || minor >= 8;
  return countsCalls ? ['--no-maglev', '--invocation-count-for-turbofan=30000'] : ['--interrupt-budget=800000'];
}

function isKnown(v8: string): boolean {
  const [major] = partsOf(v8);
  return major >= FIRST_KNOWN && major <= LAST_KNOWN;
}

function partsOf(v8: string): readonly [major: number, minor: number] {
  const [major = 0, minor = 0] = v8.split('.', 2).map(Number);
  return [major, minor];
}
