import { setFlagsFromString } from 'node:v8';

// A server lives as long as its editor, and needs after each edit what it needed before: by default the heap may grow to three
// times that before anybody looks for what can go. Electron's flags may be fixed once it runs, and asking for a change would
// end it.
if (process.versions['electron'] === undefined) setFlagsFromString('--heap-growing-percent=40');
