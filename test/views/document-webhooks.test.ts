import { describe, expect, test } from 'vitest';
import { linesWith } from '../support/lines-with';

describe('events of webhooks', () => {
  const ROUTES = `import express from "express";
import Stripe from "stripe";
import { onEvent } from "./events";
const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();
app.post("/webhooks/stripe", (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], "");
  if (event.type === "invoice.paid") onEvent(event);
});
`;
  const EVENTS = 'export function onEvent(event) { switch (event.type) { case "charge.refunded": break } }\n';

  test('in the route, in a file that it imports, and under the service', async () => {
    const lines = await linesWith({ 'src/app.ts': ROUTES, 'src/events.ts': EVENTS }, 'invoice.paid');
    expect(lines.map((line) => line.replace(/.*(?=, events)/, ''))).toEqual([
      ', events `invoice.paid`, `charge.refunded`',
      ', events `invoice.paid`, `charge.refunded`',
    ]);
    expect(lines[1]).toMatch(/^- POST `\/webhooks\/stripe`/);
  });

  test('not those of files that are not taken in, nor modules with dots', async () => {
    const files = {
      'src/app.ts': ROUTES.replace('import { onEvent } from "./events";\n', 'import x from "./backend";\n'),
      'src/events.ts': EVENTS,
      'src/backend.ts': 'export default (backend) => backend === "cache.redis.local"\n',
    };
    expect(await linesWith(files, 'charge.refunded')).toEqual([]);
    expect((await linesWith(files, ', events')).every((line) => !line.includes('cache.redis'))).toBe(true);
  });

  test('two webhooks of one file keep their own', async () => {
    const lines = await linesWith(
      {
        'app/hooks.py': `from fastapi import APIRouter
router = APIRouter()

@router.post("/webhooks/shop")
def shop(event: dict):
    if event["type"] == "order.paid":
        pass

@router.post("/webhooks/crm")
def crm(event: dict):
    if event["type"] == "contact.created":
        pass
`,
      },
      'POST `/webhooks/',
    );
    const incoming = lines.filter((line) => line.includes(', events'));
    expect(incoming.map((line) => line.replace(/ \(.*\)/, ''))).toEqual([
      '- POST `/webhooks/crm`, events `contact.created`',
      '- POST `/webhooks/shop`, events `order.paid`',
    ]);
  });

  test("Django's handler in its views", async () => {
    const lines = await linesWith(
      {
        'pay/urls.py':
          'from django.urls import path\nfrom . import views\nurlpatterns = [path("webhook/shop/", views.shop_webhook)]\n',
        'pay/views.py':
          'def shop_webhook(request):\n    if event["type"] == "order.paid":\n        pass\ndef other(request):\n    if event["type"] == "order.lost":\n        pass\n',
      },
      ', events',
    );
    expect(lines.map((line) => line.replace(/.*, events/, ''))).toEqual([' `order.paid`']);
  });
});

describe('webhooks that are kept and webhooks that are called', () => {
  const routes = (...paths: readonly string[]): string =>
    `import express from 'express';
const app = express();
${paths.map((path) => `app.${path.split(' ')[0]}('${path.split(' ')[1]}', (q, r) => r.end());\n`).join('')}`;

  test('lists of webhooks and forms for them are none that others call', async () => {
    const kept = routes('get /api/webhooks', 'post /api/webhooks', 'delete /api/webhooks/:id', 'get /add_webhook');
    const files = { 'package.json': '{"dependencies":{"express":"4.0.0"}}', 'a.js': kept };
    expect((await linesWith(files, 'webhook')).filter((line) => /^- [A-Z]+ `/.test(line))).toEqual([]);
  });

  test('an address for each service is one', async () => {
    const files = { 'package.json': '{"dependencies":{"express":"4.0.0"}}', 'a.js': routes('post /webhooks/:service') };
    expect(await linesWith(files, '- POST `/webhooks')).toEqual(['- POST `/webhooks/:service` ([a.js:3])']);
  });
});

test('a module of webhooks that a route names is not listed again', async () => {
  const files = {
    'package.json': '{"dependencies":{"express":"4.0.0"}}',
    'webhook.js':
      "import express from 'express';\nconst app = express();\napp.post('/stripe/webhook', (q, r) => r.end());\n",
    'webhook.service.js': 'export const a = 1;\n',
  };
  expect(await linesWith(files, '- Own modules:')).toEqual(['- Own modules: [webhook.service.js]']);
});
