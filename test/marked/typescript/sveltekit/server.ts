// form: SvelteKit static
import { STATIC_SECRET, OTHER_SECRET as other } from '$env/static/private';
//       ^^^^^^^^^^^^^ env STATIC_SECRET required
//                      ^^^^^^^^^^^^ env OTHER_SECRET required
import { PUBLIC_STATIC } from '$env/static/public';
//       ^^^^^^^^^^^^^ env PUBLIC_STATIC required
// form: SvelteKit dynamic
import { env } from '$env/dynamic/private';
import { env as publicEnv } from '$env/dynamic/public';
import { dev, browser } from '$app/environment';

export const a = env.DYNAMIC_SECRET;
//                   ^^^^^^^^^^^^^^ env DYNAMIC_SECRET required
export const b = publicEnv.PUBLIC_DYNAMIC ?? 'p';
//                         ^^^^^^^^^^^^^^ env PUBLIC_DYNAMIC optional default=p
const { DYNAMIC_DESTRUCTURED } = env;
//      ^^^^^^^^^^^^^^^^^^^^ env DYNAMIC_DESTRUCTURED required
export const c = [STATIC_SECRET, other, PUBLIC_STATIC, DYNAMIC_DESTRUCTURED, dev, browser];
