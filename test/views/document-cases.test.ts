import { describe, expect, test } from 'vitest';
import { renderDocument } from '../../server/src/views/document/render-document';
import { snapshotOf } from '../support/snapshot';

/** The lines of a document that hold a text, links left out. */
async function linesWith(files: Readonly<Record<string, string>>, text: string): Promise<readonly string[]> {
  const document = renderDocument(await snapshotOf(files), { date: '2026-01-30' });
  return document
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => line.replace(/\]\([^)]*\)/g, ']').trim());
}

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

describe('provider selection', () => {
  test('what a variable is compared with', async () => {
    const lines = await linesWith(
      {
        'llm.py':
          'import os\nLLM_PROVIDER = os.getenv("LLM_PROVIDER", "openai")\ndef client():\n    if LLM_PROVIDER == "openai":\n        return 1\n    elif LLM_PROVIDER == "local":\n        return 2\n',
      },
      'one of',
    );
    expect(lines).toEqual(['- `LLM_PROVIDER` one of `openai`, `local` ([llm.py:4])']);
  });

  test('something else with such a name is none', async () => {
    const code = 'def f(provider):\n    return provider == "weak" or provider == "strong"\n';
    expect(await linesWith({ 'a.py': code }, 'one of')).toEqual([]);
  });

  test('keys asked for one after the other, and clients beside each other', async () => {
    const asked = `import os
class LLMClient:
    def __init__(self):
        if os.getenv("OPENAI_API_KEY"):
            self.provider = 1
        elif os.getenv("ANTHROPIC_API_KEY"):
            self.provider = 2
`;
    expect(await linesWith({ 'llm.py': asked }, 'Selection by')).toEqual([
      '- Selection by the keys that are set in `LLMClient` ([llm.py:4]): OpenAI, then Anthropic',
    ]);
    const both = `from openai import OpenAI
from anthropic import Anthropic
def answer():
    first = OpenAI()
    second = Anthropic()
`;
    expect(await linesWith({ 'llm.py': both }, 'Selection by')).toEqual([]);
    expect(await linesWith({ 'llm.py': both }, 'Several providers')).toEqual([
      '- Several providers in `answer` ([llm.py:4]): OpenAI, Anthropic',
    ]);
  });
});

describe('plans', () => {
  const PLANS = 'export const PLANS = { free: { price: 0, seats: 1 }, team: { price: 20, seats: 10 } };\n';

  test('beside a payment service, or taken in by its file', async () => {
    const files = {
      'src/plans.ts': PLANS,
      'src/pay.ts': 'import Stripe from "stripe";\nimport { PLANS } from "./plans";\nnew Stripe("");\n',
    };
    expect(await linesWith(files, 'Plans (')).toEqual([
      '- Plans (`PLANS`, [src/plans.ts:1]): free (price 0, seats 1), team (price 20, seats 10)',
    ]);
  });

  test('none without one', async () => {
    expect(await linesWith({ 'src/plans.ts': PLANS }, 'Plans (')).toEqual([]);
    const other = {
      'src/pay.ts': `import Stripe from "stripe";\nnew Stripe("");\n${PLANS.replace('PLANS', 'POINTS')}`,
    };
    expect(await linesWith(other, 'Plans (')).toEqual([]);
  });
});

describe('storage', () => {
  test('what is kept in memory by servers', async () => {
    const files = {
      'app/mail.py': 'email_storage = {}\nlimits_store = {"a": 1}\n',
      'src/session.ts': 'const sessions = new Map();\nconst names = new Map();\n',
      'src/Page.tsx': 'const pageCache = new Map();\n',
    };
    expect(await linesWith(files, 'Kept in the process')).toEqual([
      '- Kept in the process, lost when it ends: `email_storage` ([app/mail.py:1]), `sessions` ([src/session.ts:1])',
    ]);
  });

  test('uploads and served folders', async () => {
    const files = {
      'a/models.py':
        'from django.db import models\nclass A(models.Model):\n    photo = models.ImageField(upload_to="photos/")\n    b = models.FileField()\n',
      'app/main.py':
        'from fastapi import FastAPI\nfrom fastapi.staticfiles import StaticFiles\napp = FastAPI()\napp.mount("/s", StaticFiles(directory="static"))\n',
      'src/up.ts': 'import multer from "multer";\nexport const up = multer({ dest: "uploads/" });\n',
    };
    expect(await linesWith(files, 'Uploads are')).toEqual([
      '- Uploads are stored under: `photos/` (`ImageField`, [a/models.py:3]), `uploads/` (`multer`, [src/up.ts:2])',
    ]);
    expect(await linesWith(files, 'Folders that')).toEqual(['- Folders that are served: `static` ([app/main.py:4])']);
  });
});

test('functions that issue and verify tokens', async () => {
  const files = {
    'auth.py':
      'import jwt\ndef create_token(user):\n    return jwt.encode({"sub": user}, KEY)\ndef read(token):\n    return jwt.decode(token, KEY)\ndef peek_at(token):\n    return jwt.decode(token, options={"verify_signature": False})\n',
    'src/auth.ts':
      'import jwt from "jsonwebtoken";\nexport function check(token) { return jwt.verify(token, KEY); }\nexport function peek(token) { return jwt.decode(token); }\n',
    'hash.py': 'import bcrypt\ndef same(a, b):\n    return bcrypt.verify(a, b)\n',
  };
  const [line, ...others] = await linesWith(files, '- Tokens ');
  expect(others).toEqual([]);
  expect(line).toMatch(/^- Tokens issued in `create_token` \(\[auth\.py:3\]\), verified in /);
  expect(line).toContain('`read` ([auth.py:5])');
  expect(line).toContain('`check` ([src/auth.ts:2])');
  expect(line).not.toMatch(/peek|same/);
});

describe('what holds for one use of several', () => {
  const CLIENT = `import httpx

class Writer:
    async def write(self):
        async with httpx.AsyncClient(timeout=60.0) as client:
            await client.post("https://api.openai.com/v1/chat/completions", json={})
`;
  const READER = `import httpx

class Reader:
    async def read(self, url):
        async with httpx.AsyncClient() as client:
            return await client.get(url)
`;

  test('names the function, where another call does not say it', async () => {
    const files = { 'requirements.txt': 'httpx==0.25.2\n', 'writer.py': CLIENT };
    // The service that is asked has one request alone, the client that asks has two.
    const both = await linesWith({ ...files, 'reader.py': READER.replace('()', '(timeout=10.0)') }, 'Timeout:');
    expect(both).toEqual([
      '- Timeout: `1 minute (60 s)` ([writer.py:5])',
      '- Timeout: `10 seconds` ([reader.py:5] in `Reader.read`)',
    ]);
    expect((await linesWith(files, 'Timeout:')).join()).not.toContain('Writer.write');
  });

  test('what a request to a service says is told at the service, and not at the client again', async () => {
    const files = { 'requirements.txt': 'httpx==0.25.2\n', 'writer.py': CLIENT, 'reader.py': READER };
    expect(await linesWith(files, 'Timeout:')).toEqual(['- Timeout: `1 minute (60 s)` ([writer.py:5])']);
  });

  test('an SDK that is declared while its service is called by HTTP', async () => {
    const files = { 'requirements.txt': 'httpx==0.25.2\nopenai==1.6.1\n', 'writer.py': CLIENT };
    const [line = ''] = await linesWith(files, 'SDK/Client: `openai`');
    expect(line).toBe('- SDK/Client: `openai` 1.6.1 ([requirements.txt:2]) (declared, not imported)');
    const used = { ...files, 'other.py': 'from openai import OpenAI\nclient = OpenAI()\n' };
    expect((await linesWith(used, 'SDK/Client: `openai`')).join()).not.toContain('not imported');
  });

  test('a package whose neighbour is used instead', async () => {
    const files = {
      'package.json': '{"dependencies":{"pdf-to-img":"^5.0.0","pdf2pic":"^3.2.0"}}',
      'a.ts': 'import { pdf } from "pdf-to-img";\nexport const pages = await pdf("x.pdf");\n',
    };
    expect(await linesWith(files, '`pdf2pic`')).toEqual([
      '- SDK/Client: `pdf-to-img` ^5.0.0 ([package.json:1]), `pdf2pic` ^3.2.0 ([package.json:1]) (declared, not imported)',
    ]);
  });
});

test('an extra has no version of its own', async () => {
  const lines = await linesWith({ 'requirements.txt': 'passlib[bcrypt]==1.7.4\n' }, '');
  const at = lines.findIndex((line) => line.startsWith('- bcrypt'));
  expect(lines.slice(at, at + 2)).toEqual([
    '- bcrypt - Password hashing (declared)',
    '- Through: `passlib` ([requirements.txt:1])',
  ]);
});

test('drivers are used by name; a server is configured where a script starts it', async () => {
  const manifest = { 'requirements.txt': 'gunicorn==21.2.0\npsycopg2-binary==2.9.9\n' };
  expect((await linesWith(manifest, '(declared)')).map((line) => line.split(' - ')[0])).toEqual([
    '- PostgreSQL',
    '- psycopg2',
    '- Gunicorn',
  ]);
  const files = {
    ...manifest,
    'deploy/start.sh': '#!/bin/sh\nset -e\n  exec gunicorn shop.wsgi --workers 3\n# gunicorn old\n',
  };
  expect(await linesWith(files, 'Configured:')).toEqual(['- Configured: [deploy/start.sh:3]']);
});

test('commands of a manifest are linked to their own lines', async () => {
  const files = {
    'package.json':
      '{\n  "name": "api",\n  "scripts": {\n    "build": "tsc",\n    "db": "prisma migrate deploy"\n  }\n}\n',
    'a.ts': 'import { PrismaClient } from "@prisma/client";\nnew PrismaClient();\n',
  };
  expect(await linesWith(files, 'Configured:')).toEqual(['- Configured: [package.json:5]']);
});

test('defaults that differ are told with their places', async () => {
  const files = {
    'a.ts': 'export const a = process.env.PORT_A ?? "3000";\n',
    'b.ts': '\nexport const b = process.env.PORT_A ?? "4000";\n',
  };
  expect(await linesWith(files, 'defaults differ')).toEqual([
    '- `PORT_A` (defaults differ: `3000` at [a.ts:1], `4000` at [b.ts:2]) [a.ts:1]',
  ]);
});

test('a server that a container starts is told where it is started', async () => {
  const files = { Dockerfile: 'FROM python:3.12\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n' };
  expect(await linesWith(files, 'Configured:')).toEqual([
    '- Configured: [Dockerfile:3]',
    '- Configured: [Dockerfile:1]',
  ]);
});

test("an address that a module of one's own is given is no request; its base is one", async () => {
  const files = {
    'package.json': '{}',
    'page.tsx': 'import { seo } from "@/seo";\nseo({ url: "https://shop.test-name.io/a" });\n',
    'api.ts': 'import { client } from "./client";\nclient({ baseURL: "https://orders.test-name.io" });\n',
  };
  expect((await linesWith(files, '- Host')).join()).toBe('- Host `orders.test-name.io`: [api.ts:2]');
});

test('the same base address in several files is told once, and by its whole path in each', async () => {
  const files = {
    'package.json': '{"dependencies":{"axios":"^1.8.4"}}',
    'a.js': `import axios from "axios";
const BACKEND_URL = process.env.REACT_APP_BACKEND_URL;
export const api = axios.create({ baseURL: BACKEND_URL + "/api" });
`,
    'b.js':
      'import axios from "axios";\nexport const b = axios.create({ baseURL: process.env.REACT_APP_BACKEND_URL + "/api" });\n',
  };
  expect(await linesWith(files, '- Base URL `')).toEqual([
    '- Base URL `{REACT_APP_BACKEND_URL}/api` (axios, [a.js:3]; axios, [b.js:2])',
  ]);
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

test('code with a name like that of a Dockerfile is code; an image without a name is none', async () => {
  const files = {
    'mix.exs': 'defmodule A.MixProject do\nend\n',
    'lib/dockerfile.ex': 'defmodule A do\n  def text, do: """\n  FROM postgres:16\n  """\nend\n',
    Dockerfile: 'ARG BASE\nFROM ${BASE}\nFROM base-${VARIANT}\nFROM ghcr.io/acme/base:${TAG}\n',
  };
  expect(await linesWith(files, '- Image')).toEqual(['- Image `ghcr.io/acme/base:${TAG}` ([Dockerfile:4])']);
});

describe('own modules about log-ins', () => {
  const NPM = { 'package.json': '{"dependencies":{"jose":"^5.4.0"}}' };

  test('a session of something else is none', async () => {
    const files = {
      ...NPM,
      'lib/session.ts': 'export const rounds = 3;\n',
      'lib/create-checkout-session.ts': 'export const a = 1;\n',
      'lib/auth.middleware.ts': 'export const b = 1;\n',
      'static/password.js': 'export const c = 1;\n',
    };
    expect(await linesWith(files, '- Own modules:')).toEqual(['- Own modules: [lib/auth.middleware.ts]']);
  });

  test('a session that reads a token is one', async () => {
    const verify = 'import { jwtVerify } from "jose";\nexport const a = (t: string) => jwtVerify(t, key);\n';
    const files = {
      ...NPM,
      'lib/sessions.ts': 'import { decodeJwt } from "jose";\nexport const look = decodeJwt;\n',
      'lib/a.ts': verify,
      'lib/b.ts': verify,
      'lib/c.ts': verify,
    };
    expect(await linesWith(files, '- Own modules:')).toEqual(['- Own modules: [lib/sessions.ts]']);
  });
});

test('a variable that one place needs and another does without', async () => {
  const files = {
    'package.json': '{}',
    'a.ts': 'export const a = process.env.REGION_NAME;\n',
    'b.ts': "export const b = process.env.REGION_NAME ?? 'eu';\n",
  };
  expect(await linesWith(files, '- `REGION_NAME`')).toEqual(['- `REGION_NAME` (elsewhere default: `eu`) [a.ts:1]']);
});

test('a variable that its template calls optional is not required for having no default', async () => {
  const files = {
    'package.json': '{}',
    '.env.example': '# Key of the shop (optional)\nSHOP_KEY=\n# Address of the shop\nSHOP_URL=\n',
    'a.ts': 'export const a = [process.env.SHOP_KEY, process.env.SHOP_URL];\n',
  };
  const lines = await linesWith(files, '');
  const optional = lines.indexOf('### Optional env vars');
  expect(lines.findIndex((line) => line.startsWith('- `SHOP_KEY`'))).toBe(optional + 1);
  expect(lines.findIndex((line) => line.startsWith('- `SHOP_URL`'))).toBeLessThan(optional);
});

test('a dependency without a version, and a base address that is told once', async () => {
  const files = {
    'requirements.txt': 'openai\n',
    'a.py': 'from openai import OpenAI\nc = OpenAI(base_url="https://api.openai.com/v1")\n',
  };
  expect(await linesWith(files, 'SDK/Client: `openai`')).toEqual(['- SDK/Client: `openai` ([requirements.txt:1])']);
  expect(await linesWith(files, 'https://api.openai.com/v1')).toHaveLength(1);
});

test('conditions on a variable name it alone', async () => {
  const files = {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'requirements.txt': 'Django==5.0\n',
    'shop/settings.py': `import os
INSTALLED_APPS = []
if os.getenv("DB") == "postgres":
    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop"}}
`,
  };
  expect(await linesWith(files, '- Database: `shop`')).toEqual([
    '- Database: `shop` (if DB == "postgres") ([shop/settings.py:4])',
  ]);
});

test('what a set is made of from the start is no storage', async () => {
  const files = {
    'package.json': '{}',
    'a.ts':
      "export const relevantEvents = new Set(['paid']);\nexport const sentEvents = new Set();\nexport const pageCache = new LRUCache({ max: 5 });\n",
  };
  expect(await linesWith(files, '- Kept in the process')).toEqual([
    '- Kept in the process, lost when it ends: `sentEvents` ([a.ts:2]), `pageCache` ([a.ts:3])',
  ]);
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

test('hooks of assistants and cases of rules are no part of the program', async () => {
  const files = {
    'package.json': '{}',
    '.claude/hooks/run.sh': '#!/bin/sh\nexec "${HOOK_DIR:-.}/x"\n',
    '.semgrep/case.py': 'import stripe\nstripe.Charge.create()\n',
  };
  expect(await linesWith(files, 'HOOK_DIR')).toEqual([]);
  expect((await linesWith(files, '- Stripe')).join()).toBe('');
});

describe('what is used through a library', () => {
  const CLIENT = `import { MongoClient } from "mongodb";
export const client = new MongoClient(process.env.MONGO_URL);
`;

  test('has the library named instead of its places again', async () => {
    const files = { 'package.json': '{"dependencies":{"jose":"^5.4.0"}}', 'a.ts': JOSE };
    const lines = await linesWith(files, '');
    const at = lines.findIndex((line) => line.startsWith('- JWT (JSON Web Token) - '));
    expect(lines[at + 1]).toBe('- Through: jose');
    expect(lines.filter((line) => line.startsWith('- Uses:') && line.includes('[a.ts:'))).toHaveLength(1);
  });

  test('tells its own places where it has some', async () => {
    const files = { 'package.json': '{"dependencies":{"mongodb":"^6.0.0"}}', 'a.ts': CLIENT };
    expect(await linesWith(files, '- Through:')).toEqual([]);
    expect(await linesWith(files, '- Uses:')).toEqual(['- Uses: [a.ts:2]']);
  });
});

test('variables of a service that no code reads are told apart from those that it does', async () => {
  const files = {
    'package.json': '{"dependencies":{"stripe":"^15.8.0"}}',
    '.env.example': 'STRIPE_SECRET_KEY=\nSTRIPE_PUBLISHABLE_KEY=\n',
    'a.ts': 'import Stripe from "stripe";\nexport const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);\n',
  };
  expect(await linesWith(files, '`STRIPE_')).toEqual([
    '- Auth: `STRIPE_SECRET_KEY` (required)',
    '- Declared, not read in code: `STRIPE_PUBLISHABLE_KEY`',
    '- `STRIPE_SECRET_KEY` - Stripe [a.ts:2]',
    '- `STRIPE_PUBLISHABLE_KEY` - Stripe [.env.example:2]',
  ]);
});

const JOSE = `import { SignJWT } from "jose";
export const sign = (id: string) => new SignJWT({ id }).setProtectedHeader({ alg: "HS256" }).sign(key);
`;
