import { env } from './lib/copy';
import { env as other } from './lib/other';

// form: copied environment of another file
export const k = env.COPIED_FLAG === 'true';
//                   ^^^^^^^^^^^ env COPIED_FLAG optional cast=bool
export const l = other.COPIED_NOT;
// none
