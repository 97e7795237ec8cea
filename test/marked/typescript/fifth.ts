import { env as own } from 'node:process';
import * as proc from 'node:process';
import { strict as assert } from 'node:assert';
import { loadEnv } from 'vite';

// form: rest of a pattern
const { TAKEN, ...others } = process.env;
//      ^^^^^ env TAKEN required
export const left = [TAKEN, others.LEFT_OVER];
//                                 ^^^^^^^^^ env LEFT_OVER required
const { TAKEN_TOO, ...more } = own;
//      ^^^^^^^^^ env TAKEN_TOO required
export const leftToo = [TAKEN_TOO, more['LEFT_TOO'] ?? 'l'];
//                                       ^^^^^^^^ env LEFT_TOO optional default=l

// form: env taken from the module or the global by a pattern
const { env: fromModule } = proc;
export const a1 = fromModule.FROM_MODULE;
//                           ^^^^^^^^^^^ env FROM_MODULE required
const { env: { FROM_MODULE_DEEP = 'd' } } = proc;
//             ^^^^^^^^^^^^^^^^ env FROM_MODULE_DEEP optional default=d
const { env: { FROM_GLOBAL_DEEP } } = globalThis.process;
//             ^^^^^^^^^^^^^^^^ env FROM_GLOBAL_DEEP required
export const a2 = [FROM_MODULE_DEEP, FROM_GLOBAL_DEEP];

// form: bracketed and asserted owners
export const a3 = globalThis['process'].env.BRACKETED_OWNER;
//                                          ^^^^^^^^^^^^^^^ env BRACKETED_OWNER required
export const a4 = process!.env!.ASSERTED_OWNER!;
//                              ^^^^^^^^^^^^^^ env ASSERTED_OWNER required
export const a5 = (import.meta as ImportMeta & { env: Record<string, string> }).env?.VITE_ASSERTED;
//                                                                                   ^^^^^^^^^^^^^ env VITE_ASSERTED required

// form: copy of the environment
const copied = { ...process.env, ADDED_KEY: '1' };
export const a6 = copied.FROM_COPY;
//                       ^^^^^^^^^ env FROM_COPY required
export const a7 = copied.ADDED_KEY;
// none the copy's own

// form: parameter of the environment's type taken apart
export const pick = ({ PICKED, PICKED_OR = 'p' }: NodeJS.ProcessEnv) => [PICKED, PICKED_OR];
//                     ^^^^^^ env PICKED required
//                             ^^^^^^^^^ env PICKED_OR optional default=p

// form: the whole environment of a runtime or of Vite
export const a8 = Deno.env.toObject().DENO_OBJECT;
//                                    ^^^^^^^^^^^ env DENO_OBJECT required
const { DENO_PATTERN } = Deno.env.toObject();
//      ^^^^^^^^^^^^ env DENO_PATTERN required
const { VITE_LOADED, VITE_LOADED_OR = '3' } = loadEnv('production', '.');
//      ^^^^^^^^^^^ env VITE_LOADED required
//                   ^^^^^^^^^^^^^^ env VITE_LOADED_OR optional default=3
export const a9 = [DENO_PATTERN, VITE_LOADED, VITE_LOADED_OR];

// form: Reflect.get
export const a10 = Reflect.get(process.env, 'REFLECTED');
//                                           ^^^^^^^^^ env REFLECTED required

// form: member of a constant object or enumeration as the name
const NAMES = { stripe: 'NAME_OF_STRIPE', s3: `NAME_OF_S3` } as const;
export const a11 = process.env[NAMES.stripe];
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ env NAME_OF_STRIPE required
export const a12 = process.env[NAMES['s3']];
//                 ^^^^^^^^^^^^^^^^^^^^^^^^ env NAME_OF_S3 required
enum Keys {
  One = 'NAME_OF_ENUM',
}
export const a13 = process.env[Keys.One];
//                 ^^^^^^^^^^^^^^^^^^^^^ env NAME_OF_ENUM required

// form: name put together of constants
const PREFIX = 'SHOP';
export const a14 = process.env[`${PREFIX}_TOKEN`];
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env SHOP_TOKEN required
export const a15 = process.env[PREFIX + '_HOST'] ?? 'h';
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env SHOP_HOST optional default=h
let changing = 'A';
changing = 'B';
export const a16 = process.env[`${changing}_TOKEN`];
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic

// form: tested by a regular expression
export const a17 = /^(1|true)$/i.test(process.env.TESTED ?? '');
//                                                ^^^^^^ env TESTED optional default=""
export const a18 = /^true$/.test(process.env.TESTED_BARE);
//                                           ^^^^^^^^^^^ env TESTED_BARE optional

// form: fallback that stops the program
export const a19 = process.env.STOPS_HERE ?? assert.fail('missing');
//                             ^^^^^^^^^^ env STOPS_HERE required
export const a20 = process.env.EXITS_HERE || process.exit(1);
//                             ^^^^^^^^^^ env EXITS_HERE required

// form: absence sends a function home
const optionalKey = process.env.GOES_HOME;
//                              ^^^^^^^^^ env GOES_HOME optional
export function send() {
  if (!optionalKey) {
    console.warn('off');
    return null;
  }
  return optionalKey;
}

export const b1 = { env: { IN_LITERAL: 1 } }.env.IN_LITERAL;
// none
export const b2 = Reflect.get(proc, 'ARGV');
// none
export const b3 = ({ NOT_ENV }: Props) => NOT_ENV;
// none
const { other, ...spread } = options;
export const b4 = spread.NOT_LEFT;
// none
export const b5 = globalThis['processes'].env.NOT_PROCESS;
// none
