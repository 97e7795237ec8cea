// What a user sees of a scan that takes long, in a workbench that has just opened a large folder.
import fs from 'node:fs';
import path from 'node:path';
import { TIMEOUT } from './workbench.mjs';

const FILES = 4000;

/** Many long files, each of which is parsed: no machine reads them before the scan is worth telling of. */
function writeLarge(base) {
  const folder = path.join(base, 'freighter');
  const functions = Array.from(
    { length: 120 },
    (_, index) => `  def load_${index}(cargo), do: Enum.map(cargo, fn {name, tons} -> {name, tons * ${index}} end)\n`,
  ).join('');
  for (let index = 0; index < FILES; index += 1) {
    const file = path.join(folder, 'lib', `deck${index % 50}`, `hold${index}.ex`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const name = `  def name, do: System.get_env("HOLD_${index}")\n`;
    fs.writeFileSync(file, `defmodule Freighter.Hold${index} do\n${name}${functions}end\n`);
  }
  return folder;
}

export const SCAN_TESTS = {
  'a long scan says how far it is; its button stops it, and a rescan makes up for it': async (given) => {
    const { workbench, page, folder, shoot, urlOf } = given;
    const large = writeLarge(path.dirname(folder));
    await workbench.open(urlOf(large));
    // Told at the foot of the window; a click shows it as a notification, with the button.
    const told = page.locator('.statusbar-item', { hasText: `of ${FILES} files` }).first();
    await told.waitFor({ timeout: 60_000 });
    await shoot('scan');
    await told.click();
    const notification = page.locator('.notification-list-item', { hasText: `of ${FILES} files` }).first();
    await notification.locator('.monaco-button', { hasText: 'Cancel' }).first().click();
    await told.waitFor({ state: 'detached' });
    await workbench.command('Integrations: Focus panel');
    await workbench.row('Problems').waitFor({ timeout: TIMEOUT });
    await workbench.setExpanded('Problems', true);
    const problem = page.locator('.part.sidebar .monaco-list-row', { hasText: 'The scan was cancelled' }).first();
    await problem.waitFor();
    // Another folder's worth of files is not waited for here: less to read, and all is known again.
    fs.rmSync(path.join(large, 'lib'), { recursive: true });
    await workbench.command('Integrations: Rescan');
    await problem.waitFor({ state: 'detached' });
  },
};
