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
  const { ensureVSCode } = await import('./vscode/install.mjs');
  const { createProfile, installVsix } = await import('./vscode/profile.mjs');
  const { startServer } = await import('./vscode/server.mjs');
  const { pack } = await import('./package.mjs');

  say('Building the extension ...');
  const [{ file }] = await Promise.all([pack(), ensureVSCode({ log: say })]);
  say(`\n${await summary(folder)}\n`);

  const dir = createProfile({ settings: { 'git.enabled': true, 'workbench.reduceMotion': 'auto' } });
  const clean = () => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', clean);
  await installVsix(dir, file);
  const token = randomBytes(16).toString('hex');
  const server = await startServer(dir, {
    port: Number(process.env.PORT ?? 0),
    token,
    log: path.join(dir, 'server.log'),
  });
  const url = `${server.url}/?${new URLSearchParams({ tkn: token, folder })}`;
  say(`VS Code with Integration Atlas: ${url}`);
  say('Open "Integrations" in the activity bar. Ctrl+C ends it.');
  openBrowser(url);

  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
    server.process.once('exit', resolve);
  });
  await ended;
  await server.stop();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
