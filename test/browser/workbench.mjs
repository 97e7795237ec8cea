// What a user does in the workbench, for tests: open views, run commands, find rows.
export const TIMEOUT = 20_000;

export class Workbench {
  constructor(page) {
    this.page = page;
  }

  async open(url) {
    await this.page.goto(url);
    await this.page.locator('.monaco-workbench .part.activitybar').waitFor({ timeout: 60_000 });
  }

  /** Runs a command through the palette. A view that takes focus late can close it: then again. */
  async command(title) {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.page.keyboard.press('F1');
        const input = this.page.locator('.quick-input-widget input').first();
        await input.waitFor({ timeout: 5000 });
        await input.fill(`>${title}`);
        const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
        await row.waitFor({ timeout: 5000 });
        // The best match comes first, mostly. A click would wait for the list to stand still, which takes long here.
        if (await row.evaluate((element) => element.classList.contains('focused')))
          await this.page.keyboard.press('Enter');
        else await row.click();
        return;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  async openFile(path) {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    // Files opened before are offered until the search has run.
    await this.page.locator(`.quick-input-list .monaco-list-row.focused[aria-label^="${name}"]`).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.tab(name).waitFor();
  }

  /** Puts the cursor of the open file on a line and column, both from 1. */
  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    // A list that is still being filled swallows the key.
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('Enter');
      try {
        return await input.waitFor({ state: 'hidden', timeout: 4000 });
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  /** Opens the menu of quick fixes where the cursor is. It closes by itself when something else takes the focus late. */
  async quickFixes(title) {
    const menu = this.page.locator('.action-widget');
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('Control+.');
      try {
        await menu.locator('.monaco-list-row', { hasText: title }).waitFor({ timeout: 4000 });
        return menu;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Types at the end of the open file. A view that takes the focus late swallows the keys: what is typed must be seen. */
  async typeAtEnd(text, seen) {
    for (let attempt = 0; ; attempt++) {
      await this.command('View: Focus Active Editor Group');
      await this.page.keyboard.press('Control+End');
      await this.page.keyboard.type(text);
      const line = this.page.locator('.monaco-editor .view-line', { hasText: seen }).first();
      try {
        return await line.waitFor({ timeout: 4000 });
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  tab(name) {
    return this.page.locator('.tabs-container .tab.active', { hasText: name }).first();
  }

  /** The row of the sidebar's tree with this label; what follows it in the spoken label is its description. */
  row(label, level = '') {
    const item = level === '' ? '[role="treeitem"]' : `[role="treeitem"][aria-level="${level}"]`;
    const spoken = `${item}[aria-label="${label}"], ${item}[aria-label^="${label}, "]`;
    return this.page.locator('.part.sidebar').locator(spoken).first();
  }

  /** Drags the border between the sidebar and the editor. */
  async widenSidebar(by = 70) {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width + 2, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width + by, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Opens or closes a row by a click on it. */
  async setExpanded(label, wanted) {
    const row = this.row(label);
    await row.waitFor({ timeout: TIMEOUT });
    if ((await row.getAttribute('aria-expanded')) !== String(wanted)) await row.click();
    await this.page
      .locator('.part.sidebar')
      .locator(`[aria-expanded="${wanted}"][aria-label^="${label}"]`)
      .first()
      .waitFor();
  }

  async chooseTheme(name) {
    await this.command('Preferences: Color Theme');
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Dark' }).first().waitFor();
    await this.page.keyboard.type(name);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The page of the webview in front. */
  get document() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Rests the pointer on a text of the editor. */
  async hover(text) {
    const word = this.page.locator('.editor-instance .view-line span span', { hasText: text }).last();
    await word.hover();
    // The pointer has to move on the word itself: the first move only entered it.
    await word.hover({ position: { x: 12, y: 6 } });
  }

  /** The line that the active editor shows the cursor in. */
  async cursorLine() {
    return (await this.page.locator('.line-numbers.active-line-number').first().textContent()).trim();
  }
}
