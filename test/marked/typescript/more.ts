import { config as dotenv } from 'dotenv';
import { env, loadEnvFile } from 'node:process';
import type { Config } from './types';

dotenv({ path: '.env.NOT_A_NAME' });
// none

// form: return of a conditional
export function port(): number {
  const raw = process.env.RETURNED_PORT;
//                        ^^^^^^^^^^^^^ env RETURNED_PORT optional
  if (!raw) return 3000;
  return Number(raw);
}

// form: try and catch
export function parse() {
  try {
    return JSON.parse(process.env.PARSED_JSON!);
//                                ^^^^^^^^^^^ env PARSED_JSON required cast=json
  } catch {
    return {};
  }
}

// form: default in a call
export const pool = create(process.env.CALL_URL ?? 'redis://localhost', Number(process.env.CALL_SIZE || '5'));
//                                     ^^^^^^^^ env CALL_URL optional default=redis://localhost
//                                                                                         ^^^^^^^^^ env CALL_SIZE optional default=5 cast=number
declare function create(url: string, size: number): unknown;

// form: spread of a condition
export const options = {
  ...(process.env.SPREAD_KEY && { key: process.env.SPREAD_KEY }),
//                ^^^^^^^^^^ env SPREAD_KEY optional
//                                                 ^^^^^^^^^^ env SPREAD_KEY optional
};

// form: generator and async iteration
export async function* stream() {
  yield process.env.YIELDED_KEY;
//                  ^^^^^^^^^^^ env YIELDED_KEY required
  await fetch(`${process.env.AWAITED_URL}/x`);
//                           ^^^^^^^^^^^ env AWAITED_URL required
}

// form: enum-like constant object
export const ENV = {
  A: process.env.CONST_A,
//               ^^^^^^^ env CONST_A required
  B: process.env.CONST_B ?? 'b',
//               ^^^^^^^ env CONST_B optional default=b
} as const satisfies Record<string, string | undefined>;

// form: or throw
export const thrown =
  process.env.OR_THROW ??
//            ^^^^^^^^ env OR_THROW required
  (() => {
    throw new Error('missing');
  })();

// form: includes and comparison lists
export const isCloud = ['aws', 'gcp'].includes(process.env.PROVIDER_NAME ?? '');
//                                                         ^^^^^^^^^^^^^ env PROVIDER_NAME optional default=""
export const level = process.env.LEVEL?.toLowerCase() === 'debug';
//                               ^^^^^ env LEVEL optional

// form: type assertion on the object
export const cast = (process.env as Record<string, string>).CAST_OBJECT;
//                                                          ^^^^^^^^^^^ env CAST_OBJECT required
export const { CAST_DESTRUCTURED } = process.env as { CAST_DESTRUCTURED: string };
//             ^^^^^^^^^^^^^^^^^ env CAST_DESTRUCTURED required

// form: nullish chain of three
export const three = process.env.ONE_OF ?? process.env.TWO_OF ?? process.env.THREE_OF;
//                               ^^^^^^ env ONE_OF optional
//                                                     ^^^^^^ env TWO_OF optional
//                                                                           ^^^^^^^^ env THREE_OF optional

// form: parameter with the environment as its default
export function load(source: NodeJS.ProcessEnv = process.env) {
  return source.FROM_PARAMETER;
//              ^^^^^^^^^^^^^^ env FROM_PARAMETER required
}

// form: hasOwnProperty
export const has = process.env.hasOwnProperty('HAS_OWN');
//                                             ^^^^^^^ env HAS_OWN optional
export const hasOwn = Object.hasOwn(process.env, 'OBJECT_HAS_OWN');
//                                                ^^^^^^^^^^^^^^ env OBJECT_HAS_OWN optional

// form: env import of node:process
export const imported = env['IMPORTED_SUBSCRIPT'] ?? 'i';
//                           ^^^^^^^^^^^^^^^^^^ env IMPORTED_SUBSCRIPT optional default=i

loadEnvFile();
export const keys = Object.keys(process.env).length;
// none
for (const [key] of Object.entries(process.env)) console.log(key);
// none
export function typed(config: Config) {
  return config.env.TYPED_CONFIG;
  // none
}
export const literal: { env: { LITERAL_TYPE: string } } = { env: { LITERAL_TYPE: '' } };
// none
export const nested = { process: { env: { NESTED_OBJECT: 1 } } };
console.log(nested.process.env.NESTED_OBJECT);
// none
class Shadow {
  process = { env: {} as Record<string, string> };
  read() {
    return this.process.env.THIS_PROCESS;
    // none
  }
}
new Shadow().read();
export const html = '<script>process.env.IN_HTML</script>';
// none
process.env = { ...process.env, REPLACED: '1' };
// none
export const msg = `set \${process.env.ESCAPED}`;
// none
vi.stubEnv('STUBBED', '1');
// none
declare const vi: { stubEnv(name: string, value: string): void };
