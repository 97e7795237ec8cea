import { z } from 'zod';
import * as v from 'valibot';
import { createEnv } from '@t3-oss/env-nextjs';
import { cleanEnv, str, num, bool, port, url, email, json, makeValidator } from 'envalid';
import { parseEnv, z as zz } from 'znv';
import * as envVar from 'env-var';

// form: zod schema over process.env
const schema = z.object({
  DATABASE_URL: z.string().url(),
//^^^^^^^^^^^^ env DATABASE_URL required cast=url
  ZOD_PORT: z.coerce.number().default(3000),
//^^^^^^^^ env ZOD_PORT optional default=3000 cast=number
  ZOD_LEVEL: z.enum(['debug', 'info']).default('info'),
//^^^^^^^^^ env ZOD_LEVEL optional default=info
  ZOD_OPTIONAL: z.string().optional(),
//^^^^^^^^^^^^ env ZOD_OPTIONAL optional
  ZOD_MIN: z.string().min(32),
//^^^^^^^ env ZOD_MIN required
  ZOD_TRANSFORMED: z.string().transform((s) => s.split(',')),
//^^^^^^^^^^^^^^^ env ZOD_TRANSFORMED required cast=list
});
export const parsed = schema.parse(process.env);
export const used = parsed.DATABASE_URL;
// none the schema's field is the read

// form: zod safeParse
const second = z.object({ SAFE_PARSED: z.string().nonempty(), SAFE_BOOL: z.coerce.boolean().optional() });
//                        ^^^^^^^^^^^ env SAFE_PARSED required
//                                                            ^^^^^^^^^ env SAFE_BOOL optional cast=bool
const result = second.safeParse(process.env);
if (!result.success) throw result.error;

// form: t3-env
export const env = createEnv({
  server: {
    T3_SECRET: z.string().min(1),
//  ^^^^^^^^^ env T3_SECRET required
    T3_OPTIONAL: z.string().optional(),
//  ^^^^^^^^^^^ env T3_OPTIONAL optional
  },
  client: {
    NEXT_PUBLIC_T3: z.string().url(),
//  ^^^^^^^^^^^^^^ env NEXT_PUBLIC_T3 required cast=url
  },
  experimental__runtimeEnv: {
    NEXT_PUBLIC_T3: process.env['NEXT_PUBLIC_T3'],
//                               ^^^^^^^^^^^^^^ env NEXT_PUBLIC_T3 required cast=url
  },
});

// form: envalid
export const clean = cleanEnv(process.env, {
  EV_STR: str(),
//^^^^^^ env EV_STR required
  EV_NUM: num({ default: 5 }),
//^^^^^^ env EV_NUM optional default=5 cast=number
  EV_BOOL: bool({ default: false }),
//^^^^^^^ env EV_BOOL optional default=false cast=bool
  EV_PORT: port({ devDefault: 3000 }),
//^^^^^^^ env EV_PORT production cast=int
  EV_URL: url({ desc: 'The address' }),
//^^^^^^ env EV_URL required cast=url
  EV_EMAIL: email(),
//^^^^^^^^ env EV_EMAIL required
  EV_JSON: json({ default: {} }),
//^^^^^^^ env EV_JSON optional default={} cast=json
  EV_CHOICE: str({ choices: ['a', 'b'] }),
//^^^^^^^^^ env EV_CHOICE required
  EV_UNDEFINED: str({ default: undefined }),
//^^^^^^^^^^^^ env EV_UNDEFINED optional
});

// form: znv
export const { ZNV_PORT, ZNV_KEY } = parseEnv(process.env, {
  ZNV_PORT: z.number().default(8080),
//^^^^^^^^ env ZNV_PORT optional default=8080 cast=number
  ZNV_KEY: z.string().min(1),
//^^^^^^^ env ZNV_KEY required
  ZNV_SPEC: { schema: z.string(), defaults: { development: 'd' } },
//^^^^^^^^ env ZNV_SPEC production
});

// form: valibot
const ValiSchema = v.object({
  VALI_KEY: v.string(),
//^^^^^^^^ env VALI_KEY required
  VALI_OPTIONAL: v.optional(v.string(), 'x'),
//^^^^^^^^^^^^^ env VALI_OPTIONAL optional default=x
  VALI_URL: v.pipe(v.string(), v.url()),
//^^^^^^^^ env VALI_URL required cast=url
  VALI_PICK: v.picklist(['a', 'b']),
//^^^^^^^^^ env VALI_PICK required
});
export const vali = v.parse(ValiSchema, process.env);

// form: env-var
export const ev1 = envVar.get('EVAR_REQUIRED').required().asString();
//                             ^^^^^^^^^^^^^ env EVAR_REQUIRED required
export const ev2 = envVar.get('EVAR_DEFAULT').default('5432').asPortNumber();
//                             ^^^^^^^^^^^^ env EVAR_DEFAULT optional default=5432 cast=int
export const ev3 = envVar.get('EVAR_OPTIONAL').asBool();
//                             ^^^^^^^^^^^^^ env EVAR_OPTIONAL optional cast=bool
export const ev4 = envVar.get('EVAR_URL').required().asUrlString();
//                             ^^^^^^^^ env EVAR_URL required cast=url

// Schemas of other things.
const Body = z.object({
  EMAIL: z.string().email(),
  // none
  TOKEN: z.string(),
  // none
});
export const body = Body.parse({ EMAIL: 'a', TOKEN: 'b' });
const ValiBody = v.object({ VALI_BODY: v.string() });
// none
export const vbody = v.parse(ValiBody, JSON.parse('{}'));
