import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Engine } from '../../server/src/engine';
import { loadAssets } from '../../server/src/host/assets';
import { nodeFileSystem } from '../../server/src/host/node-file-system';
import { scanFolder } from '../../server/src/host/scan';
import type { FileFacts } from '../../server/src/model/facts';
import type { Snapshot } from '../../server/src/model/workspace';
import { ASSETS, extract } from '../support/extract';

const FIXTURES = ['django-vue', 'fastapi-mongo', 'fastapi-react', 'hono-monorepo', 'phoenix-react'];
const EDITS = 60;

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** What someone at a keyboard does to a text: a line more, a line less, a name spelled otherwise, a line twice. */
function edited(text: string, below: (limit: number) => number): string {
  const lines = text.split('\n');
  const at = below(lines.length);
  const line = lines[at] ?? '';
  const doings: readonly (() => readonly string[])[] = [
    () => ['', ...lines],
    () => lines.filter((_, index) => index !== at),
    () =>
      lines.with(
        at,
        line.replace(/[A-Z_]{4,}/, (name) => `${name}_X`),
      ),
    () => lines.with(at, line.replace(/(['"])([^'"]+)\1/, '$1$2x$1')),
    () => lines.toSpliced(at, 0, line),
    () => lines.with(at, `# ${line}`),
  ];
  return (doings[below(doings.length)]?.() ?? lines).join('\n');
}

test.each(FIXTURES)('%s: after any edits the snapshot is the one that would be made anew', async (name) => {
  const root = join(import.meta.dirname, '../fixtures', name, 'workspace');
  const assets = await loadAssets(ASSETS);
  const { files } = await scanFolder({ fs: nodeFileSystem(root), assets, workers: 0 });
  const engine = new Engine(assets.catalog);
  engine.setFiles(files);
  engine.snapshot();
  const known = new Map(files.map((file) => [file.path, file]));
  const texts = new Map<string, string>();
  const below = numbers(name.length);
  // What others lean on is edited most: settings, clients, wrappers.
  const leanedOn = files.filter(({ facts }) => facts.some(({ kind }) => kind === 'binding' || kind === 'setting'));
  for (let n = 0; n < EDITS; n += 1) {
    const among = below(2) === 0 ? leanedOn : files;
    const path = among[below(among.length)]?.path ?? '';
    if (below(12) === 0 && known.delete(path)) engine.removePaths([path]);
    else {
      const text = edited(texts.get(path) ?? (await readFile(join(root, path), 'utf8')), below);
      texts.set(path, text);
      const facts: FileFacts = await extract(path, text);
      known.set(path, facts);
      engine.setFiles([facts]);
    }
    const fresh = new Engine(assets.catalog);
    fresh.setFiles(known.values());
    const { revision, ...rest } = engine.snapshot();
    const { revision: _, ...anew } = fresh.snapshot();
    expect(rest, `edit ${n + 1}, revision ${revision}, of ${path}`).toEqual(anew);
    expect(JSON.stringify(rest)).toBe(JSON.stringify(anew));
  }
});

/** The snapshot after each of some edits, made from what was kept, and the one made anew. */
async function afterEdits(
  before: Readonly<Record<string, string>>,
  edits: Readonly<Record<string, string>>,
): Promise<readonly [kept: Snapshot, anew: Snapshot]> {
  const { catalog } = await loadAssets(ASSETS);
  const facts = (texts: Readonly<Record<string, string>>) =>
    Promise.all(Object.entries(texts).map(([path, text]) => extract(path, text)));
  const engine = new Engine(catalog);
  engine.setFiles(await facts(before));
  engine.snapshot();
  engine.setFiles(await facts(edits));
  const fresh = new Engine(catalog);
  fresh.setFiles(await facts({ ...before, ...edits }));
  return [
    { ...engine.snapshot(), revision: 0 },
    { ...fresh.snapshot(), revision: 0 },
  ];
}

const called = ({ integrations }: Snapshot, id: string) =>
  integrations
    .find((known) => known.id === id)
    ?.evidence.some(({ kind, path }) => kind === 'call' && path === 'src/pay.ts');

test('a client that is another one now is another one where it is called', async () => {
  const [kept, anew] = await afterEdits(
    {
      'package.json': '{ "dependencies": { "stripe": "1.0.0", "openai": "1.0.0" } }',
      'src/client.ts': "import Stripe from 'stripe';\nexport const client = new Stripe('x');\n",
      'src/pay.ts': "import { client } from './client';\nclient.charges.create({});\n",
    },
    { 'src/client.ts': "import OpenAI from 'openai';\nexport const client = new OpenAI();\n" },
  );
  expect(called(kept, 'stripe')).not.toBe(true);
  expect(called(kept, 'openai')).toBe(true);
  expect(kept).toEqual(anew);
});

test('a setting of another name belongs to the service that it is handed to elsewhere', async () => {
  const [kept, anew] = await afterEdits(
    {
      'requirements.txt': 'stripe==11.0.0\n',
      'app/settings.py': 'import os\nPAY_KEY = os.environ["OLD_KEY"]\n',
      'app/pay.py':
        'import stripe\nfrom django.conf import settings\n\nclient = stripe.StripeClient(settings.PAY_KEY)\n',
    },
    { 'app/settings.py': 'import os\nPAY_KEY = os.environ["NEW_KEY"]\n' },
  );
  const owners = (name: string) => kept.env.find((variable) => variable.name === name)?.integrations;
  expect(owners('NEW_KEY')).toEqual(['stripe']);
  expect(owners('OLD_KEY')).toBeUndefined();
  expect(kept).toEqual(anew);
});

test('packages that are declared now tell whose module it is', async () => {
  const [kept, anew] = await afterEdits(
    {
      'requirements.txt': 'requests==2.0.0\n',
      'stripe.py': 'def charge(): ...\n',
      'app/pay.py': 'import stripe\nstripe.Charge.create()\n',
    },
    { 'requirements.txt': 'requests==2.0.0\nstripe==11.0.0\n' },
  );
  expect(kept.integrations.map(({ id }) => id)).toContain('stripe');
  expect(kept).toEqual(anew);
});

test('a wrapper that reads otherwise gives other reads where it is called', async () => {
  const wrapper = (body: string) => `import os\n\ndef need(name):\n    return ${body}\n`;
  const [kept, anew] = await afterEdits(
    {
      'app/env.py': wrapper('os.environ[name]'),
      'app/pay.py': 'from app.env import need\n\nKEY = need("PAY_KEY")\n',
    },
    { 'app/env.py': wrapper('os.environ.get(name, "none")') },
  );
  expect(kept.env.find(({ name }) => name === 'PAY_KEY')?.required).toBe(false);
  expect(kept).toEqual(anew);
});

test('a client’s file that comes makes calls of it calls of the service', async () => {
  const [kept, anew] = await afterEdits(
    {
      'package.json': '{ "dependencies": { "stripe": "1.0.0" } }',
      'src/pay.ts': "import { client } from './lib/client';\nclient.charges.create({});\n",
    },
    { 'src/lib/client.ts': "import Stripe from 'stripe';\nexport const client = new Stripe('x');\n" },
  );
  expect(called(kept, 'stripe')).toBe(true);
  expect(kept).toEqual(anew);
});

test('a wrapper’s file that comes gives reads where it is called', async () => {
  const [kept, anew] = await afterEdits(
    { 'app/pay.py': 'from app.env import need\n\nKEY = need("PAY_KEY")\n', 'app/other.py': 'X = 1\n' },
    { 'app/env.py': 'import os\n\ndef need(name):\n    return os.environ[name]\n' },
  );
  expect(kept.env.map(({ name }) => name)).toEqual(['PAY_KEY']);
  expect(kept).toEqual(anew);
});

test('a package beside a module of its name is what an import of it means', async () => {
  const client = (name: string) => `import os\n\nurl = os.environ["${name}"]\n`;
  const [kept, anew] = await afterEdits(
    {
      'requirements.txt': 'stripe==11.0.0\n',
      'app/conf.py': client('OLD_KEY'),
      'app/pay.py': 'import stripe\nfrom app.conf import url\n\nclient = stripe.StripeClient(url)\n',
    },
    { 'app/conf/__init__.py': client('NEW_KEY') },
  );
  expect(kept.env.find(({ name }) => name === 'NEW_KEY')?.integrations).toEqual(['stripe']);
  expect(kept.env.find(({ name }) => name === 'OLD_KEY')?.integrations).toEqual([]);
  expect(kept).toEqual(anew);
});
