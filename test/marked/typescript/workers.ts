import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { env as honoEnv } from 'hono/adapter';

// form: cloudflare:workers
export const direct = env.IMPORTED_BINDING;
//                        ^^^^^^^^^^^^^^^^ env IMPORTED_BINDING required

// form: Cloudflare scheduled handler
interface Env {
  QUEUE_TOKEN: string;
  MODE?: 'a' | 'b';
  DB: D1Database;
}
export default {
  async scheduled(event, env, ctx) {
    console.log(event, ctx);
  },
  async queue(batch, env: Env) {
    const { QUEUE_TOKEN } = env;
//          ^^^^^^^^^^^ env QUEUE_TOKEN required
    await env.DB.prepare('select 1').run();
    // none
    return [batch, QUEUE_TOKEN, env.MODE ?? 'a'];
//                                  ^^^^ env MODE optional default=a
  },
} satisfies ExportedHandler<Env>;

// form: Hono with generic bindings in place
const app = new Hono<{ Bindings: { INLINE_BINDING: string } }>();
app.use('*', async (c, next) => {
  console.log(c.env.INLINE_BINDING);
//                  ^^^^^^^^^^^^^^ env INLINE_BINDING required
  await next();
});
app.get('/adapter', (c) => {
  const { ADAPTER_KEY } = honoEnv<{ ADAPTER_KEY: string }>(c);
//        ^^^^^^^^^^^ env ADAPTER_KEY required
  return c.text(ADAPTER_KEY);
});
app.get('/own', (c) => c.text(c.req.header('HEADER_NAME') ?? ''));
// none
