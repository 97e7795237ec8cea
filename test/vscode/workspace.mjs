// The workspace that the editor's suite works on: a copy in a temporary folder, so that tests may change it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FILES = {
  'package.json': '{\n  "name": "shop",\n  "dependencies": {\n    "stripe": "^18.5.0"\n  }\n}\n',
  '.env.example': '# Payments\nSTRIPE_SECRET_KEY=\n',
  'src/pay.ts': [
    "import Stripe from 'stripe';",
    '',
    "const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '');",
    '',
    'export const pay = (price: string) =>',
    "  stripe.checkout.sessions.create({ mode: 'payment', line_items: [{ price, quantity: 1 }] });",
    '',
  ].join('\n'),
  'src/[id]/(group)/page.ts': 'export const key = process.env.PAGE_KEY;\n',
};

export function writeWorkspace() {
  const folder = path.join(fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-ws-'))), 'shop');
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return folder;
}
