import { Engine } from '../../server/src/engine';
import type { MemoryFile } from '../../server/src/host/memory-file-system';
import type { Snapshot } from '../../server/src/model/workspace';
import { type DocumentOptions, renderDocument } from '../../server/src/views/document/render-document';
import { scanMemory, testAssets } from '../host/support';

export const SHOP: Readonly<Record<string, MemoryFile>> = {
  'package.json': '{ "name": "shop", "dependencies": { "stripe": "^15.8.0", "express": "^4.0.0" } }',
  'docs/pay.ts': "import Stripe from 'stripe';\nexport const pay = new Stripe(process.env.STRIPE_SECRET_KEY);\n",
  'src/app.ts':
    "import express from 'express';\nimport Stripe from 'stripe';\nnew Stripe(process.env.STRIPE_SECRET_KEY);\nconst app = express();\napp.get('/api/users', () => {});\napp.listen(process.env.PORT ?? 3000);\n",
  '.env.example': 'STRIPE_SECRET_KEY=\nUNUSED_THING=1\n',
};

async function snapshotOf(files: Readonly<Record<string, MemoryFile>>): Promise<Snapshot> {
  const { files: facts, problems } = await scanMemory(files);
  const engine = new Engine((await testAssets()).catalog);
  engine.setHostProblems(problems);
  engine.setFiles(facts);
  return engine.snapshot();
}

export async function render(options: Partial<DocumentOptions> = {}, files = SHOP): Promise<string> {
  return renderDocument(await snapshotOf(files), { date: '2026-01-30', ...options });
}

export const headings = (text: string): readonly string[] => text.match(/^## .*$/gm) ?? [];
