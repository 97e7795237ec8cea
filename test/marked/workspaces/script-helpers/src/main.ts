import { requireEnv, getEnv as read } from './lib/env';

export const key = requireEnv('HELPED_KEY');
//                             ^^^^^^^^^^ env HELPED_KEY required
export const name = read('HELPED_NAME', 'n');
//                        ^^^^^^^^^^^ env HELPED_NAME optional default=n
export const own = read('HELPED_OWN');
//                       ^^^^^^^^^^ env HELPED_OWN optional default=none
function requireOther(name: string) {
  return name;
}
export const other = requireOther('NOT_HELPED');
// none
