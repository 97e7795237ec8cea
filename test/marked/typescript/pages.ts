interface Env {
  PAGES_KEY: string;
  PAGES_STORE: KVNamespace;
}
interface Other {
  NOT_SAID: string;
}

// form: Cloudflare Pages function
export const onRequest: PagesFunction<Env> = async ({ env }) => {
  await env.PAGES_STORE.get('x');
  // none
  return new Response(env.PAGES_KEY);
  //                      ^^^^^^^^^ env PAGES_KEY required
};
export const onRequestGet: PagesFunction<Env> = async (context) => {
  return new Response(context.env.PAGES_KEY);
  //                              ^^^^^^^^^ env PAGES_KEY required
};
export const unknown = async ({ env }) => env.PAGES_KEY;
// none nobody says what it is

// form: ExportedHandler
export default {
  async fetch(request, env) {
    return new Response(env.PAGES_KEY + env.NOT_SAID);
    //                      ^^^^^^^^^ env PAGES_KEY required
  },
} satisfies ExportedHandler<Env>;
