import { setFlagsFromString } from 'node:v8';
import { commandLineFlags } from '../v8-flags';

// Imported first, because what was loaded before keeps what it was loaded with.
for (const flag of commandLineFlags(process.versions.v8)) setFlagsFromString(flag);
