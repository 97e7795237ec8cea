import Stripe from 'stripe';
import { env } from './env.js';

export const stripe = new Stripe(env.STRIPE_SECRET_KEY, {
  apiVersion: '2025-08-27.basil',
  maxNetworkRetries: 2,
  timeout: 20_000,
});

export async function createCheckout(customer: string, price: string): Promise<string> {
  const session = await stripe.checkout.sessions.create({
    mode: 'subscription',
    customer,
    line_items: [{ price, quantity: 1 }],
    success_url: `${process.env.PUBLIC_URL ?? 'http://localhost:5173'}/thanks`,
  });
  return session.url ?? '/';
}

export function readWebhook(payload: string, signature: string): Stripe.Event {
  return stripe.webhooks.constructEvent(payload, signature, env.STRIPE_WEBHOOK_SECRET);
}
