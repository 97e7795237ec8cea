// form: Deno.env.get
export const a = Deno.env.get('DENO_KEY');
//                             ^^^^^^^^ env DENO_KEY required
export const b = Deno.env.get('DENO_DEFAULT') ?? 'd';
//                             ^^^^^^^^^^^^ env DENO_DEFAULT optional default=d
export const c = Deno.env.get("DENO_BANG")!;
//                             ^^^^^^^^^ env DENO_BANG required
if (Deno.env.has('DENO_HAS')) console.log(1);
//                ^^^^^^^^ env DENO_HAS optional
Deno.serve({ port: Number(Deno.env.get('DENO_PORT') || 8000) }, () => new Response());
//                                      ^^^^^^^^^ env DENO_PORT optional default=8000 cast=number
Deno.env.set('DENO_SET', '1');
// none
Deno.env.delete('DENO_DELETED');
// none
export const all = Deno.env.toObject();
// none

// form: Bun.env
export const d = Bun.env.BUN_KEY;
//                       ^^^^^^^ env BUN_KEY required
export const e = Bun.env['BUN_SUBSCRIPT'] ?? 'b';
//                        ^^^^^^^^^^^^^ env BUN_SUBSCRIPT optional default=b
const { BUN_DESTRUCTURED } = Bun.env;
//      ^^^^^^^^^^^^^^^^ env BUN_DESTRUCTURED required
console.log(BUN_DESTRUCTURED);
Bun.env.BUN_WRITTEN = 'x';
// none
export const v = Bun.version;
// none
