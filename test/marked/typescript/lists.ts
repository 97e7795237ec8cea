// form: loop over pairs
for (const [name, fallback] of [
  ['PAIR_A', 'a'],
//  ^^^^^^ env PAIR_A optional default=a
  ['PAIR_B', 'b'],
//  ^^^^^^ env PAIR_B optional default=b
] as const) {
  process.env[name] ?? fallback;
}
for (const [name, fallback] of Object.entries({ ENTRY_A: 'a' })) {
  //                                            ^^^^^^^ env ENTRY_A optional default=a
  process.env[name] ?? fallback;
}
for (const name of Object.keys({ KEYED_A: String })) {
  //                             ^^^^^^^ env KEYED_A required
  process.env[name];
}
const NAMES = { url: 'VALUE_URL', key: 'VALUE_KEY' } as const;
//                    ^^^^^^^^^ env VALUE_URL required
//                                      ^^^^^^^^^ env VALUE_KEY required
for (const name of Object.values(NAMES)) if (!process.env[name]) throw new Error(name);
export const numbers = ['DENO_A', 'DENO_B'].map((name) => Deno.env.get(name));
//                       ^^^^^^ env DENO_A required
//                                 ^^^^^^ env DENO_B required
const GROUP = ['SPREAD_A'];
//              ^^^^^^^^ env SPREAD_A required
for (const name of [...GROUP, 'SPREAD_B']) process.env[name];
//                             ^^^^^^^^ env SPREAD_B required
for (const name of new Set(['SET_A'])) process.env[name];
//                           ^^^^^ env SET_A required
for (const name of ['NOT_ASKED']) console.log(name);
// none
for (const name of Object.keys({ NOT_ASKED_EITHER: 1 })) console.log(name);
// none

// form: pick and get of a collection library
export const picked = _.pick(process.env, ['PICK_A', 'PICK_B']);
//                                          ^^^^^^ env PICK_A required
//                                                    ^^^^^^ env PICK_B required
export const got = lodash.get(process.env, 'GOT_A', 'g');
//                                          ^^^^^ env GOT_A optional default=g
export const other = _.pick(options, ['NOT_PICKED']);
// none
export const missed = lodash.get(options, 'NOT_GOT', 'g');
// none

// form: copy by Object.assign or with keys of its own
const assigned = Object.assign({}, process.env, { ASSIGNED_OWN: '1' });
export const p = assigned.ASSIGNED_KEY;
//                        ^^^^^^^^^^^^ env ASSIGNED_KEY required
export const q = assigned.ASSIGNED_OWN;
// none
const spread = { SPREAD_OWN: 1, ...process.env } as Record<string, string>;
export const r = spread['SPREAD_KEY'];
//                       ^^^^^^^^^^ env SPREAD_KEY required
const { INLINE_COPY } = { ...process.env };
//      ^^^^^^^^^^^ env INLINE_COPY required
const { NOT_INLINE } = { ...options };
// none

// form: taken apart, then given a default
const { LATER_NULLISH, LATER_OR, LATER_COMPARED, LATER_COERCED, LATER_PLAIN } = process.env;
//      ^^^^^^^^^^^^^ env LATER_NULLISH optional default=n
//                     ^^^^^^^^ env LATER_OR optional default=3
//                               ^^^^^^^^^^^^^^ env LATER_COMPARED optional
//                                               ^^^^^^^^^^^^^ env LATER_COERCED optional
//                                                              ^^^^^^^^^^^ env LATER_PLAIN required
export const s = LATER_NULLISH ?? 'n';
export const t = LATER_OR || 3;
export const u = LATER_COMPARED === 'true';
export const v = !!LATER_COERCED;
export const w = start(LATER_PLAIN);
const kept = process.env.KEPT_THEN_DEFAULT;
//                       ^^^^^^^^^^^^^^^^^ env KEPT_THEN_DEFAULT optional default=kept
export const x = kept ?? 'kept';

// form: type of a variable
export type Url = typeof process.env.ONLY_A_TYPE;
// none
declare global {
  namespace NodeJS {
    interface ProcessEnv {
      DECLARED_TYPE: string;
      // none a type declares no value
    }
  }
}

// form: compared in a callback
const PLACEHOLDERS = { PLACEHOLDER_SECRET: 'changeme' };
//                     ^^^^^^^^^^^^^^^^^^ env PLACEHOLDER_SECRET optional
const left = Object.entries(PLACEHOLDERS).filter(([name, text]) => process.env[name] === text);
if (left.length > 0) throw new Error('placeholders');

// form: list that is filtered
export const origins = [process.env.FILTERED_A, process.env.FILTERED_B].filter(Boolean);
//                                  ^^^^^^^^^^ env FILTERED_A optional
//                                                          ^^^^^^^^^^ env FILTERED_B optional
export const both = [process.env.UNFILTERED_A];
//                               ^^^^^^^^^^^^ env UNFILTERED_A required

// form: assigned a default later
let assignedLater = process.env.ASSIGNED_LATER;
//                              ^^^^^^^^^^^^^^ env ASSIGNED_LATER optional default=x
assignedLater ??= 'x';

// form: throw for what is not there
if (typeof process.env.TYPEOF_NEEDED === 'undefined') throw new Error('missing');
//                     ^^^^^^^^^^^^^ env TYPEOF_NEEDED required
if (!('IN_NEEDED' in process.env)) throw new Error('missing');
//     ^^^^^^^^^ env IN_NEEDED required
if ('IN_FORBIDDEN' in process.env) throw new Error('deprecated');
//   ^^^^^^^^^^^^ env IN_FORBIDDEN optional
