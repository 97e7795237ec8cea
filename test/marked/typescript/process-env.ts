import { strict as assert } from 'node:assert';
import process, { env as nodeEnv } from 'node:process';
import * as proc from 'process';

// form: process.env member
export const stripeKey = process.env.STRIPE_KEY;
//                                   ^^^^^^^^^^ env STRIPE_KEY required
export const bang = process.env.WITH_BANG!;
//                              ^^^^^^^^^ env WITH_BANG required
export const cast = process.env.AS_STRING as string;
//                              ^^^^^^^^^ env AS_STRING required
export const inTemplate = `https://${process.env.API_HOST}/v1`;
//                                               ^^^^^^^^ env API_HOST required

// form: process.env subscript
export const bracket = process.env['BRACKET_KEY'];
//                                  ^^^^^^^^^^^ env BRACKET_KEY required
export const double = process.env["DOUBLE_QUOTED"] ?? 'x';
//                                 ^^^^^^^^^^^^^ env DOUBLE_QUOTED optional default=x
export const ticks = process.env[`TICKED`];
//                                ^^^^^^ env TICKED required

// form: nullish and or defaults
export const port = process.env.PORT ?? 3000;
//                              ^^^^ env PORT optional default=3000
export const host = process.env.HOST_NAME || 'localhost';
//                              ^^^^^^^^^ env HOST_NAME optional default=localhost
export const url = process.env.BASE_URL ? process.env.BASE_URL : 'http://localhost';
//                             ^^^^^^^^ env BASE_URL optional default=http://localhost
//                                                    ^^^^^^^^ env BASE_URL optional default=http://localhost
export const chained = process.env.FIRST_URL ?? process.env.SECOND_URL ?? 'z';
//                                 ^^^^^^^^^ env FIRST_URL optional
//                                                          ^^^^^^^^^^ env SECOND_URL optional default=z

// form: casts
export const workers = Number(process.env.WORKERS ?? 4);
//                                        ^^^^^^^ env WORKERS optional default=4 cast=number
export const limit = parseInt(process.env.LIMIT || '10', 10);
//                                        ^^^^^ env LIMIT optional default=10 cast=int
export const ratio = parseFloat(process.env.RATIO!);
//                                          ^^^^^ env RATIO required cast=float
export const plus = +process.env.PLUS!;
//                               ^^^^ env PLUS required cast=number
export const flag = process.env.FLAG === 'true';
//                              ^^^^ env FLAG optional cast=bool
export const truthy = !!process.env.TRUTHY;
//                                  ^^^^^^ env TRUTHY optional
export const bool = Boolean(process.env.BOOLEAN);
//                                      ^^^^^^^ env BOOLEAN optional
export const list = (process.env.ORIGINS ?? '').split(',');
//                               ^^^^^^^ env ORIGINS optional default="" cast=list
export const json = JSON.parse(process.env.JSON_CONFIG ?? '{}');
//                                         ^^^^^^^^^^^ env JSON_CONFIG optional default={} cast=json
export const asUrl = new URL(process.env.SERVICE_URL!);
//                                       ^^^^^^^^^^^ env SERVICE_URL required cast=url

// form: optional chaining
export const trimmed = process.env.TRIMMED?.trim();
//                                 ^^^^^^^ env TRIMMED optional
export const split = process.env.SPLIT?.split(',') ?? [];
//                               ^^^^^ env SPLIT optional default=[] cast=list
export const optional = process.env?.OPTIONAL_ENV;
//                                   ^^^^^^^^^^^^ env OPTIONAL_ENV required
export const whole = process?.env?.WHOLE_CHAIN ?? 'w';
//                                 ^^^^^^^^^^^ env WHOLE_CHAIN optional default=w

// form: multi-line member
export const multi = process.env
  .MULTI_LINE;
// ^^^^^^^^^^ env MULTI_LINE required

// form: destructuring
const { PLAIN, RENAMED: renamed, DEFAULTED = 'd', BOTH: both = 'b', ...rest } = process.env;
//      ^^^^^ env PLAIN required
//             ^^^^^^^ env RENAMED required
//                               ^^^^^^^^^ env DEFAULTED optional default=d
//                                                ^^^^ env BOTH optional default=b
console.log(PLAIN, renamed, DEFAULTED, both, rest);
const {
  SPREAD_OVER,
//^^^^^^^^^^^ env SPREAD_OVER required
  LINES_TOO = 'l',
//^^^^^^^^^ env LINES_TOO optional default=l
} = process.env;
console.log(SPREAD_OVER, LINES_TOO);
const { env: { NESTED_PATTERN } } = process;
//             ^^^^^^^^^^^^^^ env NESTED_PATTERN required
console.log(NESTED_PATTERN);

// form: local alias of process.env
const env = process.env;
export const aliased = env.ALIASED;
//                         ^^^^^^^ env ALIASED required
export const aliasedToo = env['ALIASED_TOO'] ?? '2';
//                             ^^^^^^^^^^^ env ALIASED_TOO optional default=2
const { env: e2 } = process;
export const viaPattern = e2.VIA_PATTERN;
//                           ^^^^^^^^^^^ env VIA_PATTERN required

// form: env of node:process
export const imported = nodeEnv.IMPORTED_ENV;
//                              ^^^^^^^^^^^^ env IMPORTED_ENV required
export const namespaced = proc.env.NAMESPACED;
//                                 ^^^^^^^^^^ env NAMESPACED required
export const global1 = globalThis.process.env.FROM_GLOBAL;
//                                            ^^^^^^^^^^^ env FROM_GLOBAL required

// form: throw when absent
if (!process.env.GUARDED_THROW) throw new Error('missing');
//               ^^^^^^^^^^^^^ env GUARDED_THROW required
const secret = process.env.SECRET_THROW;
//                         ^^^^^^^^^^^^ env SECRET_THROW required
if (!secret) {
  throw new Error('SECRET_THROW is missing');
}
const exited = process.env.EXITED;
//                         ^^^^^^ env EXITED required
if (exited === undefined) process.exit(1);
assert(process.env.ASSERTED, 'missing');
//                 ^^^^^^^^ env ASSERTED required

// form: guards
if (process.env.SENTRY_DSN) {
//              ^^^^^^^^^^ env SENTRY_DSN optional
  console.log('sentry');
}
export const maybe = process.env.MAYBE_KEY && { key: 'x' };
//                               ^^^^^^^^^ env MAYBE_KEY optional
if ('IN_ENV' in process.env) console.log('in');
//   ^^^^^^ env IN_ENV optional
export const isSet = process.env.IS_SET !== undefined;
//                               ^^^^^^ env IS_SET optional

// form: comparison and switch
export const isProd = process.env.APP_ENV === 'production';
//                                ^^^^^^^ env APP_ENV optional
switch (process.env.SWITCHED) {
//                  ^^^^^^^^ env SWITCHED optional
  case 'a':
    break;
}

// form: read in production alone
if (process.env.NODE_ENV === 'production') {
//              ^^^^^^^^ env NODE_ENV optional
  console.log(process.env.PRODUCTION_KEY);
//                        ^^^^^^^^^^^^^^ env PRODUCTION_KEY production
}

// form: logical assignment
process.env.FILLED ??= 'f';
//          ^^^^^^ env FILLED optional default=f

// form: dynamic name
declare const key: string;
export const dynamic = process.env[key];
//                     ^^^^^^^^^^^^^^^^ env dynamic
export const composed = process.env[`${key}_TOKEN`];
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ env dynamic

// form: constant as the name
const KEY_NAME = 'INDIRECT_KEY';
export const indirect = process.env[KEY_NAME];
//                      ^^^^^^^^^^^^^^^^^^^^^ env INDIRECT_KEY required

// Writes, deletes and text.
process.env.WRITTEN = '1';
// none
process.env['WRITTEN_TOO'] = '1';
// none
delete process.env.DELETED;
// none
delete process.env['DELETED_TOO'];
// none
Object.assign(process.env, { ASSIGNED: '1' });
// none
console.log('process.env.IN_A_STRING');
// none
console.log(`process.env.IN_A_TEMPLATE`);
// none
// The variable IN_PROSE is described in the manual.
/** {@link process.env.IN_JSDOC} */
// none
export const copy = { ...process.env, ADDED: '1' };
// none
export const argv = process.argv.length;
// none
type Env = { TYPE_ONLY: string };
// none
declare namespace NodeJS {
  interface ProcessEnv {
    DECLARED_TYPE: string;
  }
}
