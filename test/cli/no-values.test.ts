import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadAssets } from '../../server/src/host/assets';
import { nodeFileSystem } from '../../server/src/host/node-file-system';
import { scanFolder } from '../../server/src/host/scan';
import { temporaryFolder } from '../host/support';
import { CANARIES, CANARY_FILES, leaksIn } from '../support/canaries';
import { ASSETS } from '../support/extract';
import { atlas } from './support';

test('the planted values are there, and each is another', () => {
  expect(CANARIES.length).toBeGreaterThan(50);
  expect(new Set(CANARIES).size).toBe(CANARIES.length);
  expect(leaksIn(Object.values(CANARY_FILES).join('\n'))).toHaveLength(CANARIES.length);
});

test.each([
  ['the document', ['generate', '--stdout', '--length', 'full'], '## '],
  ['the scan', ['scan', '--json'], '"integrations"'],
  ['the table', ['env', '--severity', 'hint'], 'env-secret-value'],
  ['JSON', ['env', '--format', 'json', '--severity', 'hint'], 'env-secret-value'],
  ['Markdown', ['env', '--format', 'markdown', '--severity', 'hint'], 'env-secret-value'],
  ['SARIF', ['env', '--format', 'sarif', '--severity', 'hint'], 'env-secret-value'],
  ['an explanation', ['explain', 'stripe'], 'Stripe'],
  ['an explanation as JSON', ['explain', 'PostgreSQL', '--json'], 'ostgre'],
])('no value is in %s', async (_, argv, seen) => {
  const { out, err } = await atlas(temporaryFolder(CANARY_FILES), argv);
  expect(out).toContain(seen);
  expect(leaksIn(out + err)).toEqual([]);
});

test('no value is in what is kept from one scan to the next', async () => {
  const folder = temporaryFolder(CANARY_FILES);
  const cacheDir = temporaryFolder({});
  // A file that has just changed is not kept.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const assets = { ...(await loadAssets(ASSETS)), build: 'a build' };
  await scanFolder({ fs: nodeFileSystem(folder), assets, cacheDir });
  const kept = readdirSync(cacheDir).map((name) => readFileSync(join(cacheDir, name), 'utf8'));
  expect(kept.join('\n')).toContain('STRIPE_SECRET_KEY');
  expect(kept.join('\n')).toContain('shop/settings.py');
  expect(leaksIn(kept.join('\n'))).toEqual([]);
});
