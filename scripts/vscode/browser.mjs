// A headless Chromium for VS Code's workbench: an installed one, or Debian's where we may install it.
import fs from 'node:fs';
import path from 'node:path';
import { run } from '../lib/project.mjs';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function candidates() {
  const { CHROMIUM, ProgramFiles = '', LOCALAPPDATA = '' } = process.env;
  const x86 = process.env['ProgramFiles(x86)'] ?? '';
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((dir) =>
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) =>
        path.join(dir, name),
      ),
    );
  return [
    CHROMIUM,
    ...(process.platform === 'win32' ? [] : onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...[ProgramFiles, x86, LOCALAPPDATA].flatMap((base) => [
      path.join(base, 'Google/Chrome/Application/chrome.exe'),
      path.join(base, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ].filter(Boolean);
}

const installed = () => candidates().find((file) => fs.existsSync(file));

/** The browser's executable; installs Debian's Chromium when there is none and we are root. */
export async function ensureBrowser({ log = console.error } = {}) {
  const found = installed();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    log('Installing Chromium with apt-get ...');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('/usr/bin/apt-get', ['update', '-qq'], { env });
    const { code, output } = await run(
      '/usr/bin/apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      { env },
    );
    const file = installed();
    if (code === 0 && file !== undefined) return file;
    throw new Error(`apt-get could not install Chromium:\n${output.slice(-2000)}`);
  }
  throw new Error('No Chromium, Chrome or Edge was found. Install one, or name its program in the variable CHROMIUM.');
}

export async function launchBrowser({ width = 1280, height = 800, scale = 1 } = {}) {
  const executablePath = await ensureBrowser();
  const { chromium } = await import('playwright-core');
  // Chromium's sandbox cannot start for root.
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET;
  const browser = await chromium.launch({ executablePath, headless: !process.env.HEADED, args });
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  return { browser, page: await context.newPage() };
}
