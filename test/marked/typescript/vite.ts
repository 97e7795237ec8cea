import { loadEnv, defineConfig } from 'vite';

// form: import.meta.env
export const api = import.meta.env.VITE_API_URL;
//                                 ^^^^^^^^^^^^ env VITE_API_URL required
export const def = import.meta.env.VITE_MODE_NAME ?? 'dev';
//                                 ^^^^^^^^^^^^^^ env VITE_MODE_NAME optional default=dev
export const sub = import.meta.env['VITE_SUBSCRIPT'];
//                                  ^^^^^^^^^^^^^^ env VITE_SUBSCRIPT required
const { VITE_DESTRUCTURED, VITE_RENAMED: vr = 'r' } = import.meta.env;
//      ^^^^^^^^^^^^^^^^^ env VITE_DESTRUCTURED required
//                         ^^^^^^^^^^^^ env VITE_RENAMED optional default=r
console.log(VITE_DESTRUCTURED, vr);
export const pub = import.meta.env.PUBLIC_ASTRO_KEY || '';
//                                 ^^^^^^^^^^^^^^^^ env PUBLIC_ASTRO_KEY optional default=""
export const asAny = (import.meta as any).env.VITE_AS_ANY;
//                                            ^^^^^^^^^^^ env VITE_AS_ANY required

// form: vite loadEnv
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    server: { proxy: { '/api': env.VITE_PROXY_TARGET } },
//                                 ^^^^^^^^^^^^^^^^^ env VITE_PROXY_TARGET required
    define: { __KEY__: JSON.stringify(env.DEFINED_KEY) },
//                                        ^^^^^^^^^^^ env DEFINED_KEY required
    base: mode,
    // none
  };
});
