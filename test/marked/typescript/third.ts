import { z } from 'zod';
import { createEnv } from '@t3-oss/env-core';
import { env as svelteEnv } from '$env/dynamic/private';
import { defineConfig } from 'drizzle-kit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { betterAuth } from 'better-auth';
import { Config } from 'effect';
import { ConfigService } from '@nestjs/config';

// form: configuration call of a library
export default defineConfig({
  dbCredentials: { url: process.env.DRIZZLE_URL! },
//                                  ^^^^^^^^^^^ env DRIZZLE_URL required
});
export const db = drizzle(process.env.DRIZZLE_DIRECT!, { logger: process.env.NODE_ENV !== 'production' });
//                                    ^^^^^^^^^^^^^^ env DRIZZLE_DIRECT required
//                                                                           ^^^^^^^^ env NODE_ENV optional
export const auth = betterAuth({
  socialProviders: {
    github: {
      clientId: process.env.GITHUB_CLIENT_ID as string,
//                          ^^^^^^^^^^^^^^^^ env GITHUB_CLIENT_ID required
      clientSecret: process.env.GITHUB_CLIENT_SECRET ?? '',
//                              ^^^^^^^^^^^^^^^^^^^^ env GITHUB_CLIENT_SECRET optional default=""
    },
  },
});

// form: zod with refinements and preprocess
const Env = z
  .object({
    Z_PRE: z.preprocess((v) => v ?? '1', z.string()),
//  ^^^^^ env Z_PRE required
    Z_URL: z.url(),
//  ^^^^^ env Z_URL required cast=url
    Z_NULLISH: z.string().nullish(),
//  ^^^^^^^^^ env Z_NULLISH optional
    Z_BOOL: z.stringbool().default(false),
//  ^^^^^^ env Z_BOOL optional default=false cast=bool
    Z_LITERAL: z.literal('on').optional(),
//  ^^^^^^^^^ env Z_LITERAL optional
    Z_INT: z.coerce.number().int().positive().default(5),
//  ^^^^^ env Z_INT optional default=5 cast=int
    Z_UNION: z.union([z.string(), z.undefined()]),
//  ^^^^^^^ env Z_UNION optional
    Z_TRUE: z.string().transform((value) => value === 'true'),
//  ^^^^^^ env Z_TRUE required cast=bool
    Z_DESCRIBED: z.string().describe('what'),
//  ^^^^^^^^^^^ env Z_DESCRIBED required
  })
  .superRefine((value, ctx) => void [value, ctx]);
export const env = Env.parse(process.env);

// form: zod extended schema
const Base = z.object({ Z_BASE: z.string() });
//                      ^^^^^^ env Z_BASE required
const Extended = Base.extend({ Z_EXTRA: z.string().optional() });
//                             ^^^^^^^ env Z_EXTRA optional
export const both = Extended.parse({ ...process.env });

// form: zod infer in a function
export function parseEnv() {
  const schema = z.object({ Z_LOCAL: z.string() });
//                          ^^^^^^^ env Z_LOCAL required
  return schema.parse(process.env);
}

// form: t3-env with the whole environment
export const t3 = createEnv({
  server: { T3_CORE: z.string(), T3_PORT: z.coerce.number().default(80) },
//          ^^^^^^^ env T3_CORE required
//                               ^^^^^^^ env T3_PORT optional default=80 cast=number
  clientPrefix: 'PUBLIC_',
  client: { PUBLIC_T3: z.string().optional() },
//          ^^^^^^^^^ env PUBLIC_T3 optional
  runtimeEnv: process.env,
});

// form: Effect Config
export const program = Config.string('EFFECT_KEY');
//                                    ^^^^^^^^^^ env EFFECT_KEY required
export const withDefault = Config.number('EFFECT_PORT').pipe(Config.withDefault(3000));
//                                        ^^^^^^^^^^^ env EFFECT_PORT optional default=3000 cast=number

// form: ConfigService in a factory
export const factory = {
  inject: [ConfigService],
  useFactory: (config: ConfigService) => ({ secret: config.get<string>('FACTORY_SECRET') }),
//                                                                      ^^^^^^^^^^^^^^ env FACTORY_SECRET required
};
export const asyncFactory = {
  useFactory: async (configService: ConfigService) => {
    const url = configService.getOrThrow('FACTORY_URL');
//                                        ^^^^^^^^^^^ env FACTORY_URL required
    return { url };
  },
};

// form: not-null fallback function
function fail(message: string): never {
  throw new Error(message);
}
export const failing = process.env.FAIL_KEY ?? fail('missing');
//                                 ^^^^^^^^ env FAIL_KEY required

// form: if assigned, else throw
export function key(): string {
  const value = process.env.ELSE_THROW;
//                          ^^^^^^^^^^ env ELSE_THROW required
  if (value) {
    return value;
  } else {
    throw new Error('missing');
  }
}

// form: several checked at once
const one = process.env.MANY_ONE;
//                      ^^^^^^^^ env MANY_ONE required
const two = process.env.MANY_TWO;
//                      ^^^^^^^^ env MANY_TWO required
if (!one || !two) {
  throw new Error('missing');
}

// form: list of required names
const REQUIRED = ['REQ_ONE', 'REQ_TWO'] as const;
//                 ^^^^^^^ env REQ_ONE required
//                            ^^^^^^^ env REQ_TWO required
const missing = REQUIRED.filter((name) => !process.env[name]);
if (missing.length > 0) throw new Error(missing.join());

// form: nullish number
export const size = Number.parseInt(process.env.SIZE ?? '', 10) || 20;
//                                              ^^^^ env SIZE optional default=20 cast=int
export const timeout = process.env.TIMEOUT ? Number(process.env.TIMEOUT) : 30;
//                                 ^^^^^^^ env TIMEOUT optional default=30
//                                                              ^^^^^^^ env TIMEOUT optional default=30 cast=number
export const enabled = (process.env.ENABLED ?? 'true') !== 'false';
//                                  ^^^^^^^ env ENABLED optional default=true cast=bool
export const lower = process.env.LOWERED?.toLowerCase() ?? 'low';
//                               ^^^^^^^ env LOWERED optional default=low

// form: static block and getter
export class Lazy {
  static key: string | undefined;
  static {
    Lazy.key = process.env.STATIC_BLOCK;
//                         ^^^^^^^^^^^^ env STATIC_BLOCK required
  }
}
export const dynamic = svelteEnv.SVELTE_PRIVATE;
//                               ^^^^^^^^^^^^^^ env SVELTE_PRIVATE required

// form: default of a parameter in a pattern
export function make({ url = process.env.PATTERN_URL ?? 'p' } = {}) {
//                                       ^^^^^^^^^^^ env PATTERN_URL optional default=p
  return url;
}

// form: tagged template and regular expression
export const sql = String.raw`${process.env.TAGGED}`;
//                                          ^^^^^^ env TAGGED required
export const matches = /^x/.test(process.env.TESTED ?? '');
//                                           ^^^^^^ env TESTED optional default=""

export const keyed = z.object({ Z_OF_A_REQUEST: z.string() }).parse(await request.json());
// none
declare const request: { json(): Promise<unknown> };
export const map = { get: (name: string) => name };
export const got = map.get('MAP_GET');
// none
export const css = 'var(--ENV_NAME)';
// none
export type Keys = keyof typeof process.env;
// none
export const str = "process.env['IN_DOUBLE']";
// none
export const vitest = { env: { VITEST_KEY: '1' } };
// none
export const header = new Headers().get('API_KEY');
// none
export const store = useRuntimeConfig().STORE_KEY;
// none
declare function useRuntimeConfig(): Record<string, string>;
