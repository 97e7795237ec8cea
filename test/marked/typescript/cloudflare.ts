import { Hono } from 'hono';

export interface Env {
  API_TOKEN: string;
  LOG_LEVEL?: string;
  MY_BUCKET: R2Bucket;
}

// form: Cloudflare fetch handler
export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const token = env.API_TOKEN;
//                    ^^^^^^^^^ env API_TOKEN required
    const level = env.LOG_LEVEL ?? 'info';
//                    ^^^^^^^^^ env LOG_LEVEL optional default=info
    return new Response(token + level + request.url);
  },
};

// form: Hono bindings
type Bindings = { HONO_TOKEN: string; HONO_REGION: string };
const app = new Hono<{ Bindings: Bindings }>();
app.get('/', (c) => c.text(c.env.HONO_TOKEN));
//                               ^^^^^^^^^^ env HONO_TOKEN required
app.get('/r', (c) => {
  const { HONO_REGION } = c.env;
//        ^^^^^^^^^^^ env HONO_REGION required
  return c.text(HONO_REGION);
});
