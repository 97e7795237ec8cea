import { Injectable } from '@nestjs/common';

// form: function body
export function client() {
  return { key: process.env.IN_FUNCTION };
//                          ^^^^^^^^^^^ env IN_FUNCTION required
}

// form: async and arrow functions
export const fetcher = async () => process.env.IN_ARROW ?? 'a';
//                                             ^^^^^^^^ env IN_ARROW optional default=a
export async function load() {
  const token = process.env.IN_ASYNC;
//                          ^^^^^^^^ env IN_ASYNC required
  return token;
}

// form: class members
export class Client {
  readonly key = process.env.CLASS_FIELD;
//                           ^^^^^^^^^^^ env CLASS_FIELD required
  static url = process.env.STATIC_FIELD || 'u';
//                         ^^^^^^^^^^^^ env STATIC_FIELD optional default=u
  #hidden = process.env.PRIVATE_FIELD!;
//                      ^^^^^^^^^^^^^ env PRIVATE_FIELD required

  constructor(private token = process.env.PARAM_REGION ?? 't') {}
//                                        ^^^^^^^^^^^^ env PARAM_REGION optional default=t

  get region() {
    return process.env.GETTER_REGION;
//                     ^^^^^^^^^^^^^ env GETTER_REGION required
  }
}

// form: parameter default
export function connect(url = process.env.PARAM_URL) {
//                                        ^^^^^^^^^ env PARAM_URL required
  return url;
}

// form: decorator argument
@Injectable({ scope: process.env.DECORATOR_SCOPE as never })
//                               ^^^^^^^^^^^^^^^ env DECORATOR_SCOPE required
export class Service {}

// form: object literals and arrays
export const config = {
  stripe: { key: process.env.NESTED_KEY, apiVersion: 'x' },
//                           ^^^^^^^^^^ env NESTED_KEY required
  [process.env.COMPUTED_NAME!]: 1,
//             ^^^^^^^^^^^^^ env COMPUTED_NAME required
  list: [process.env.LISTED],
//                   ^^^^^^ env LISTED required
};

// form: constructor argument
declare class OpenAI {
  constructor(options: { apiKey: string | undefined; baseURL?: string });
}
export const openai = new OpenAI({ apiKey: process.env.CTOR_KEY, baseURL: process.env.CTOR_URL || undefined });
//                                                     ^^^^^^^^ env CTOR_KEY required
//                                                                                    ^^^^^^^^ env CTOR_URL optional

// form: early return
export function optionalClient() {
  if (!process.env.EARLY_KEY) return null;
//                 ^^^^^^^^^ env EARLY_KEY optional
  return process.env.EARLY_KEY;
//                   ^^^^^^^^^ env EARLY_KEY optional
}

// form: wrapper function
function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
const getEnv = (name: string, fallback = ''): string => process.env[name] ?? fallback;
export const w1 = requireEnv('WRAPPED_REQUIRED');
//                            ^^^^^^^^^^^^^^^^ env WRAPPED_REQUIRED required
export const w2 = getEnv('WRAPPED_DEFAULT', 'd');
//                        ^^^^^^^^^^^^^^^ env WRAPPED_DEFAULT optional default=d
export const w3 = getEnv('WRAPPED_EMPTY');
//                        ^^^^^^^^^^^^^ env WRAPPED_EMPTY optional default=""
export const w4 = Number(requireEnv('WRAPPED_NUMBER'));
//                                   ^^^^^^^^^^^^^^ env WRAPPED_NUMBER required cast=number

// form: listed names
for (const name of ['LISTED_ONE', 'LISTED_TWO']) {
//                   ^^^^^^^^^^ env LISTED_ONE required
//                                 ^^^^^^^^^^ env LISTED_TWO required
  if (!process.env[name]) throw new Error(name);
}

// form: satisfies and assertions
export const satisfied = process.env.SATISFIED satisfies string | undefined;
//                                   ^^^^^^^^^ env SATISFIED required
export const angled = (process.env.PARENTHESISED as string).toLowerCase();
//                                 ^^^^^^^^^^^^^ env PARENTHESISED required

// form: a client that is only made where the key is there
const mailKey = process.env.MAIL_KEY;
//                          ^^^^^^^^ env MAIL_KEY optional
export const mail = mailKey ? new Mail(mailKey) : null;

// form: several names taken apart, then asked for together
const { BOX_ID, BOX_SECRET } = process.env;
//      ^^^^^^ env BOX_ID optional
//              ^^^^^^^^^^ env BOX_SECRET optional
export const box = BOX_ID && BOX_SECRET ? new Box(BOX_ID, BOX_SECRET) : undefined;

// form: optional chaining asks nothing
const homeUrl = process.env.HOME_URL;
//                          ^^^^^^^^ env HOME_URL required
export const host = homeUrl?.split('/')[2];
