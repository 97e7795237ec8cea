import { Hono } from 'hono';
import { describe } from '../lib/claude.js';
import { db } from '../lib/db.js';

export const products = new Hono();

products.get('/', async (c) => c.json(await db.product.findMany()));
products.get('/:id', async (c) => c.json(await db.product.findUnique({ where: { id: c.req.param('id') } })));
products.post('/:id/description', async (c) => {
  const { name, features } = await c.req.json<{ name: string; features: string[] }>();
  return c.json({ text: await describe(name, features) });
});
