import { describe, expect, test } from 'vitest';
import { linesWith } from '../support/lines-with';

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
