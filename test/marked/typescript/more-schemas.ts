import { type } from 'arktype';
import { defineConfig, envField } from 'astro/config';
import { Config, Schema } from 'effect';
import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';

// form: arktype
const Env = type({
  ARK_KEY: 'string',
//^^^^^^^ env ARK_KEY required
  'ARK_HOST?': 'string',
// ^^^^^^^^ env ARK_HOST optional
  ARK_LEVEL: "string = 'info'",
//^^^^^^^^^ env ARK_LEVEL optional default=info
  ARK_PORT: 'string.numeric.parse',
//^^^^^^^^ env ARK_PORT required cast=number
});
export const ark = Env.assert(process.env);
const Person = type({ name: 'string', AGE: 'number' });
// none a type of something else
export const person = Person(body);

// form: Astro envField
export default defineConfig({
  env: {
    schema: {
      ASTRO_KEY: envField.string({ context: 'server', access: 'secret' }),
//    ^^^^^^^^^ env ASTRO_KEY required
      ASTRO_OPTIONAL: envField.string({ context: 'client', access: 'public', optional: true }),
//    ^^^^^^^^^^^^^^ env ASTRO_OPTIONAL optional
      ASTRO_PORT: envField.number({ context: 'server', access: 'public', default: 4321 }),
//    ^^^^^^^^^^ env ASTRO_PORT optional default=4321 cast=number
    },
  },
  fields: { NOT_A_FIELD: otherField.string({}) },
  // none
});

// form: Effect Config nested
export const nested = Config.nested(Config.string('KEY'), 'NESTED');
//                                  ^^^^^^^^^^^^^^^^^^^^ env NESTED_KEY required
export const piped = Config.string('KEY').pipe(Config.nested('PIPED'));
//                   ^^^^^^^^^^^^^^^^^^^^ env PIPED_KEY required
export const schema = Schema.Config('SCHEMA_CONFIG', Schema.String);
//                                   ^^^^^^^^^^^^^ env SCHEMA_CONFIG required

// form: t3-env with runtimeEnv
export const env = createEnv({
  server: { T3_OPTIONAL: z.string().optional() },
//          ^^^^^^^^^^^ env T3_OPTIONAL optional
  runtimeEnv: { T3_OPTIONAL: process.env.T3_OPTIONAL },
//                                       ^^^^^^^^^^^ env T3_OPTIONAL optional
  experimental__runtimeEnv: {},
});
