// npm start [folder]: a real VS Code with the extension, opened on the folder or on the demo workspace.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies, node, root } from './lib/project.mjs';

const say = (text) => console.log(text);

/** What the command line finds. */
async function summary(folder) {
  const { output } = await node([path.join(root, 'dist/cli.js'), 'scan', folder]);
  return output.trimEnd();
}

/** Opens the address in the user's browser where there is a screen; the address is printed in any case. */
function openBrowser(url) {
  if (process.env.CI || process.env.NO_OPEN) return;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const program = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  spawn(program, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

async function main() {
  const folder = path.resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? path.join(root, 'demo'));
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${folder}.`);
  await ensureDependencies({ log: say });
  const { usesDesktop } = await import('./vscode/choice.mjs');
  const { pack } = await import('./package.mjs');
  const { createProfile } = await import('./vscode/profile.mjs');
  const desktop = usesDesktop();

  say('Building the extension ...');
  const [{ file }] = await Promise.all([pack(), desktop ? undefined : installVSCode()]);
  say(`\n${await summary(folder)}\n`);

  const dir = createProfile({ settings: { 'git.enabled': true, 'workbench.reduceMotion': 'auto' } });
  process.once('exit', () => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  const stop = desktop ? await openDesktop(dir, folder) : await serve(dir, folder, file);
  await stop();
}

async function installVSCode() {
  const { ensureVSCode } = await import('./vscode/install.mjs');
  await ensureVSCode({ log: say });
}

/** Resolves to what ends it all, once the user or the editor asks for it. */
async function openDesktop(dir, folder) {
  const { startDesktop } = await import('./vscode/desktop.mjs');
  const editor = await startDesktop(dir, folder);
  say('VS Code opens with the extension. Open "Integrations" in the activity bar. Ctrl+C ends it.');
  await ended(editor);
  return () => editor.kill();
}

async function serve(dir, folder, vsix) {
  const { installVsix } = await import('./vscode/profile.mjs');
  const { startServer } = await import('./vscode/server.mjs');
  await installVsix(dir, vsix);
  const token = randomBytes(16).toString('hex');
  const port = Number(process.env.PORT ?? 0);
  const server = await startServer(dir, { port, token, log: path.join(dir, 'server.log') });
  const url = `${server.url}/?${new URLSearchParams({ tkn: token, folder })}`;
  say(`VS Code with Integration Atlas: ${url}`);
  say('Open "Integrations" in the activity bar. Ctrl+C ends it.');
  openBrowser(url);
  await ended(server.process);
  return server.stop;
}

function ended(child) {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
    child.once('exit', resolve);
  });
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
