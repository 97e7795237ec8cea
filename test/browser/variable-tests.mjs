// Variables in the workbench: what is renamed, told of, mended and shown there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { RENAMED, textsOf, writeMonorepo } from './monorepo.mjs';
import { TIMEOUT } from './workbench.mjs';

let monorepo = '';

/** Waits until a question about the files on disk has the answer. */
async function eventually(page, what, holds) {
  const end = Date.now() + TIMEOUT;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what} did not come about.`);
    await page.waitForTimeout(100);
  }
}

const same = (a, b) => isDeepStrictEqual(a, b);

/** In the order in which a user would come to them; each goes on where the one before stopped. */
export const VARIABLE_TESTS = {
  'a renaming is previewed: what is sure is ticked, other applications and documents are left to the user': async ({
    workbench,
    page,
    folder,
    shoot,
    urlOf,
  }) => {
    monorepo = writeMonorepo(path.dirname(folder));
    const before = textsOf(monorepo);
    await workbench.open(urlOf(monorepo));
    await page.locator('.statusbar-item', { hasText: /\d+ integrations?/ }).waitFor({ timeout: TIMEOUT });
    await workbench.openFile('apps/api/src/session.ts');
    await workbench.goTo(2, 35);
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'SESSION_SIGNING_KEY');
    await box.fill('COOKIE_SIGNING_KEY');
    await page.keyboard.press('Control+Enter');
    const preview = page.locator('.bulk-edit-panel');
    await preview.waitFor();
    const ticked = (file) => preview.locator(`.monaco-list-row[aria-label^="${file}"] .edit-checkbox`).first();
    await ticked('apps/api/.env.example').waitFor();
    assert.equal(await ticked('apps/api/.env.example').getAttribute('aria-checked'), 'true');
    assert.equal(await ticked('apps/admin/src/session.ts').getAttribute('aria-checked'), 'false');
    assert.equal(await ticked('README.md').getAttribute('aria-checked'), 'false');
    await shoot('rename-preview');
    assert.deepEqual(textsOf(monorepo), before, 'A preview changes nothing.');
    await preview.getByRole('button', { name: 'Apply' }).click();
    await eventually(page, 'The renaming on disk', () => !same(textsOf(monorepo), before));
    await page.waitForTimeout(500);
    const expected = { ...before };
    for (const name of Object.keys(RENAMED)) {
      expected[name] = before[name].replaceAll('SESSION_SIGNING_KEY', 'COOKIE_SIGNING_KEY');
    }
    await eventually(page, 'The new name in each file', () => same(textsOf(monorepo), expected));
    assert.deepEqual(textsOf(monorepo), expected);
    await shoot('rename-applied');
  },

  'one undo takes a renaming back in all files': async ({ workbench, page, shoot }) => {
    const before = { ...textsOf(monorepo), ...RENAMED };
    await workbench.command('View: Focus Active Editor Group');
    await page.keyboard.press('Control+Z');
    await page.locator('.tabs-container .tab.dirty', { hasText: 'rotate.py' }).waitFor();
    await shoot('rename-undone');
    await workbench.command('File: Save All Files');
    await eventually(page, 'The old name in each file', () => same(textsOf(monorepo), before));
    assert.deepEqual(textsOf(monorepo), before);
  },

  'what is wrong with a variable is told where it stands, and a quick fix declares it': async ({
    workbench,
    page,
    shoot,
  }) => {
    await workbench.openFile('apps/api/src/list.ts');
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.goTo(3, 40);
    await page.keyboard.press('F8');
    const peek = page.locator('.marker-widget', { hasText: 'PARCEL_URL is required' });
    await peek.waitFor();
    assert.match(await peek.textContent(), /env-required-undeclared/);
    await shoot('diagnostic');
    await page.keyboard.press('Escape');
    await workbench.goTo(3, 40);
    const menu = await workbench.quickFixes('Add PARCEL_URL to apps/api/.env.example');
    await menu.locator('.monaco-list-row', { hasText: 'Silence env-required-undeclared for this line' }).waitFor();
    await shoot('quick-fixes');
    await menu.locator('.monaco-list-row', { hasText: 'Add PARCEL_URL to apps/api/.env.example' }).click();
    await page.locator('.tabs-container .tab.dirty', { hasText: '.env.example' }).waitFor();
    await workbench.command('File: Save All Files');
    const expected = '# Signs the sessions of the shop\nSESSION_SIGNING_KEY=\nPAGE_SIZE=20\n\nPARCEL_URL=\n';
    const declared = () => textsOf(monorepo)['apps/api/.env.example'];
    await eventually(page, 'The declaration', () => declared() === expected);
    await workbench.openFile('apps/api/src/list.ts');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  },

  'a value is masked where the user wants to see values, and shown on demand': async ({ workbench, page, shoot }) => {
    const settings = path.join(monorepo, '.vscode', 'settings.json');
    fs.mkdirSync(path.dirname(settings), { recursive: true });
    fs.writeFileSync(settings, '{ "integrationAtlas.values": "masked" }\n');
    await workbench.openFile('apps/api/src/list.ts');
    const hover = page.locator('.monaco-hover', { hasText: '••••••••' }).first();
    for (let attempt = 0; attempt < 10 && !(await hover.isVisible()); attempt++) {
      await workbench.goTo(1, 1);
      await workbench.hover('WELCOME_TEXT');
      await hover.waitFor({ timeout: 2000 }).catch(() => {});
    }
    assert.doesNotMatch(await hover.textContent(), /ahoy/);
    assert.match(await hover.textContent(), /Value: •••••••• in apps\/api\/\.env \(Reveal\)/);
    await shoot('value-masked');
    await hover.locator('a', { hasText: 'Reveal' }).click();
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'WELCOME_TEXT in apps/api/.env' });
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /ahoy there, sailor/);
    await shoot('value-revealed');
    await dialog.getByRole('button', { name: 'OK' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.doesNotMatch(await page.locator('.monaco-workbench').textContent(), /ahoy/);
  },
};
