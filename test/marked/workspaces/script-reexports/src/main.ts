import needed from './lib/env';
import { all, cache, Config, config, ENV, env, environment, envs, optional, read } from './lib';

// form: through an index file
export const a = needed('DEFAULT_EXPORT');
//                       ^^^^^^^^^^^^^^ env DEFAULT_EXPORT required
export const b = env('RENAMED_EXPORT', 'b');
//                    ^^^^^^^^^^^^^^ env RENAMED_EXPORT optional default=b
export const c = optional('STAR_EXPORT');
//                         ^^^^^^^^^^^ env STAR_EXPORT optional default=""
export const d = Config.need('STATIC_METHOD');
//                            ^^^^^^^^^^^^^ env STATIC_METHOD required
export const e = config.text('INSTANCE_METHOD', 'e');
//                            ^^^^^^^^^^^^^^^ env INSTANCE_METHOD optional default=e
export const f = read.string('OBJECT_MEMBER');
//                            ^^^^^^^^^^^^^ env OBJECT_MEMBER required
export const g = envs.optional('NAMESPACE_EXPORT', 'g');
//                              ^^^^^^^^^^^^^^^^ env NAMESPACE_EXPORT optional default=g
all('SEVERAL_A', 'SEVERAL_B');
//   ^^^^^^^^^ env SEVERAL_A required
//                ^^^^^^^^^ env SEVERAL_B required
export const h = cache.get('NOT_A_VARIABLE');
// none

// form: environment of another file
export const i = ENV.SHARED_KEY;
//                   ^^^^^^^^^^ env SHARED_KEY required
const { SHARED_TAKEN = 't' } = ENV;
//      ^^^^^^^^^^^^ env SHARED_TAKEN optional default=t
export const j = environment.PRODUCTION;
// none an object of the program's own
