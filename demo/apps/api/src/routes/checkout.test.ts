import nock from 'nock';
import { expect, test } from 'vitest';
import { checkout } from './checkout.js';

test('a checkout answers with its address', async () => {
  process.env.STRIPE_SECRET_KEY = 'not-a-real-key';
  nock('https://api.stripe.com').post('/v1/checkout/sessions').reply(200, { url: 'https://pay.example.com' });
  const answer = await checkout.request('/', { method: 'POST', body: JSON.stringify({ customer: 'c', price: 'p' }) });
  expect(answer.status).toBe(200);
});
