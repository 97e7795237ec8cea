// The tests of the workbench, in the order in which a user would come to them. Each leaves the next one a window to go on with.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { TIMEOUT } from './workbench.mjs';

const PAY = 'apps/api/src/lib/stripe.ts';

export const TESTS = {
  'the status bar tells the number of integrations and opens the panel': async ({ workbench, page }) => {
    const item = page.locator('.statusbar-item', { hasText: /\d+ integrations?/ });
    await item.waitFor({ timeout: TIMEOUT });
    await item.click();
    await workbench.row('Services').waitFor();
    await page.locator('.activitybar [aria-label^="Integrations"]').first().waitFor();
  },

  'the tree shows services by category, open to the level of names': async ({ workbench, page }) => {
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Explorer"]') }).click();
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Integrations"]') }).click();
    await workbench.row('Payments').waitFor();
    await workbench.widenSidebar();
    await workbench.row('Stripe').waitFor();
  },

  'a click on a piece of evidence opens its line': async ({ workbench, page, shoot }) => {
    await workbench.setExpanded('Stripe', true);
    const row = page.locator('.part.sidebar .monaco-list-row', { hasText: 'stripe.ts:4' }).first();
    await row.waitFor();
    await row.click();
    await workbench.tab('stripe.ts').waitFor();
    assert.equal(await workbench.cursorLine(), '4');
    await shoot('tree-dark');
  },

  'variables are listed with what they belong to': async ({ workbench, page }) => {
    await workbench.setExpanded('Services', false);
    await workbench.setExpanded('Environment variables', true);
    const row = workbench.row('ALLOWED_HOSTS', 2);
    await row.waitFor();
    assert.match(await row.textContent(), /optional/);
    await page.keyboard.press('Escape');
  },

  'a hover on a variable tells about it, and its link leads to the line': async ({ workbench, page, shoot }) => {
    await workbench.openFile('apps/api/src/lib/claude.ts');
    await workbench.hover('ANTHROPIC_API_KEY');
    const hover = page.locator('.monaco-hover', { hasText: 'Anthropic' }).first();
    await hover.waitFor();
    assert.match(await hover.textContent(), /Declared in apps\/api\/\.env\.example:12/);
    await shoot('hover-dark');
    await hover.locator('a', { hasText: '.env.example:12' }).click();
    await workbench.tab('.env.example').waitFor();
    assert.equal(await workbench.cursorLine(), '12');
  },

  'the palette has the command, and the document opens beside the code': async ({ workbench, page, shoot }) => {
    await workbench.openFile(PAY);
    await page.keyboard.press('Control+Home');
    await workbench.command('Integrations: Generate integrations doc');
    await workbench.document.locator('h1', { hasText: 'External Integrations' }).waitFor();
    await workbench.document.locator('li', { hasText: 'Stripe' }).first().waitFor();
    await shoot('preview-dark');
  },

  'a link of the document opens the line': async ({ workbench }) => {
    const link = workbench.document.locator('a[href*="worker/storage.py#L"]').first();
    await link.scrollIntoViewIfNeeded();
    const line = /#L(\d+)/.exec(await link.getAttribute('href'))[1];
    await link.click();
    await workbench.tab('storage.py').waitFor();
    assert.equal(await workbench.cursorLine(), line);
  },

  'the document follows what is typed': async ({ workbench }) => {
    // What an edit does not change stays as it is, for whoever reads or selects it.
    const heading = workbench.document.locator('h1', { hasText: 'External Integrations' });
    await heading.evaluate((element) => Object.assign(element, { isKept: true }));
    await workbench.openFile('apps/api/src/lib/mail.ts');
    await workbench.typeAtEnd('\nconst typed = process.env.A_TYPED_KEY;\n', 'A_TYPED_KEY');
    await workbench.document.locator('code', { hasText: 'A_TYPED_KEY' }).first().waitFor();
    assert.equal(await heading.evaluate((element) => element.isKept), true);
    await workbench.row('A_TYPED_KEY', 2).waitFor();
    await workbench.command('File: Revert File');
    await workbench.document.locator('code', { hasText: 'A_TYPED_KEY' }).first().waitFor({ state: 'detached' });
  },

  'a change on disk is followed, and rows stay open or closed as they were': async ({ workbench, folder }) => {
    fs.writeFileSync(
      path.join(folder, 'apps/api/src/lib/extra.ts'),
      'export const extra = process.env.A_KEY_ON_DISK;\n',
    );
    await workbench.row('A_KEY_ON_DISK', 2).waitFor();
    assert.equal(await workbench.row('Services').getAttribute('aria-expanded'), 'false');
    assert.equal(await workbench.row('Environment variables').getAttribute('aria-expanded'), 'true');
    fs.rmSync(path.join(folder, 'apps/api/src/lib/extra.ts'));
    await workbench.row('A_KEY_ON_DISK', 2).waitFor({ state: 'detached' });
  },

  'the document is saved after a question where a text of someone else stands': async ({ workbench, page, folder }) => {
    const file = path.join(folder, 'INTEGRATIONS.md');
    fs.writeFileSync(file, '# Mine\n');
    await workbench.command('Integrations: Save integrations doc to workspace');
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'was not written by Integration Atlas' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(fs.readFileSync(file, 'utf8'), '# Mine\n');
    fs.rmSync(file);
    await workbench.command('Integrations: Save integrations doc to workspace');
    await page.locator('.notification-toast', { hasText: 'INTEGRATIONS.md was written' }).waitFor();
    assert.match(fs.readFileSync(file, 'utf8'), /Stripe/);
    await workbench.command('Notifications: Clear All Notifications');
  },

  'the views are as good in a light theme': async ({ workbench, page, shoot }) => {
    await workbench.chooseTheme('Light Modern');
    await page.locator('.monaco-workbench.vs').waitFor();
    await workbench.openFile(PAY);
    await page.keyboard.press('Control+Home');
    await workbench.document.locator('h1').scrollIntoViewIfNeeded();
    await shoot('preview-light');
  },

  'a folder without anything says what was looked for': async ({ workbench, page, folder, urlOf }) => {
    const empty = path.join(path.dirname(folder), 'empty');
    fs.mkdirSync(empty);
    await workbench.open(urlOf(empty));
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Integrations"]') }).click();
    await page.locator('.part.sidebar', { hasText: 'No integrations were found in this workspace' }).waitFor();
    await page.getByRole('button', { name: 'Scan Again' }).waitFor();
  },
};
