import { serve } from '@hono/node-server';
import * as Sentry from '@sentry/node';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { pino } from 'pino';
import { env } from './lib/env.js';
import { checkout } from './routes/checkout.js';
import { products } from './routes/products.js';

Sentry.init({
  dsn: process.env.SENTRY_DSN,
  environment: process.env.NODE_ENV ?? 'development',
  tracesSampleRate: 0.1,
});

const log = pino({ level: env.LOG_LEVEL });
const app = new Hono();

app.use('/api/*', cors({ origin: ['https://shop.example.com', 'http://localhost:5173'], credentials: true }));
app.get('/health', (c) => c.json({ ok: true }));
app.route('/api/checkout', checkout);
app.route('/api/products', products);

const port = Number(process.env.PORT ?? 3000);
serve({ fetch: app.fetch, port }, () => log.info({ port }, 'listening'));
