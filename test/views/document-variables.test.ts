import { expect, test } from 'vitest';
import { linesWith } from '../support/lines-with';

test('defaults that differ are told with their places', async () => {
  const files = {
    'a.ts': 'export const a = process.env.PORT_A ?? "3000";\n',
    'b.ts': '\nexport const b = process.env.PORT_A ?? "4000";\n',
  };
  expect(await linesWith(files, 'defaults differ')).toEqual([
    '- `PORT_A` (defaults differ: `3000` at [a.ts:1], `4000` at [b.ts:2]) [a.ts:1]',
  ]);
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
