import { Hono } from 'hono';
import { db } from '../lib/db.js';
import { sendReceipt } from '../lib/mail.js';
import { createCheckout, readWebhook } from '../lib/stripe.js';

export const checkout = new Hono();

checkout.post('/', async (c) => {
  const { customer, price } = await c.req.json<{ customer: string; price: string }>();
  return c.json({ url: await createCheckout(customer, price) });
});

checkout.post('/webhook', async (c) => {
  const event = readWebhook(await c.req.text(), c.req.header('stripe-signature') ?? '');
  switch (event.type) {
    case 'checkout.session.completed':
      await db.order.create({ data: { session: event.data.object.id } });
      break;
    case 'invoice.paid':
      await sendReceipt(event.data.object.customer_email ?? '', String(event.data.object.total));
      break;
  }
  return c.body(null, 204);
});
