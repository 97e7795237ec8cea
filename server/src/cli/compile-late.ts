import { setFlagsFromString } from 'node:v8';

// One scan runs most of its code too seldom for it to be worth compiling well: by default a quarter of all work goes there.
// Imported first, because what was loaded before keeps what it was loaded with.
setFlagsFromString('--interrupt-budget=800000');
// The same of parsers, of which single functions are so vast that to compile one well takes longer than parsing a hundred files.
setFlagsFromString('--wasm-tiering-budget=13000000');
