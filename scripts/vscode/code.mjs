#!/usr/bin/env node
// Stands in for VS Code's executable where the desktop build cannot be had: it takes the arguments that
// @vscode/test-electron passes, and runs the suite in the extension host of the server build, the workbench in Chromium.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { root } from '../lib/project.mjs';
import { launchBrowser } from './browser.mjs';
import { createProfile } from './profile.mjs';
import { startServer } from './server.mjs';

const LIMIT_MS = 180_000;
const logs = path.join(root, 'out', 'editor-logs');

function readArguments(words) {
  const options = new Map();
  const folders = [];
  for (const word of words) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (match === null) folders.push(word);
    else options.set(match[1], match[2] ?? 'true');
  }
  return { options, folder: folders[0] };
}

const absolute = (place) => (place.startsWith('file:') ? fileURLToPath(place) : path.resolve(place));

function workbenchUrl(server, { options, folder }) {
  const remote = (file) => `vscode-remote://${server.authority}${absolute(file)}`;
  const suite = absolute(options.get('extensionTestsPath'));
  const payload = [
    ['extensionDevelopmentPath', remote(options.get('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(fs.existsSync(suite) ? suite : `${suite}.js`)],
    ['skipWelcome', 'true'],
  ];
  const place =
    folder === undefined
      ? { ew: 'true' }
      : { [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: absolute(folder) };
  return `${server.url}/?${new URLSearchParams({ ...place, payload: JSON.stringify(payload) })}`;
}

/** VS Code calls these two page functions: with each console line of the extension host, and with the exit code. */
function suiteEnded(page, server) {
  return new Promise((resolve, reject) => {
    const ready = [
      page.exposeFunction('codeAutomationExit', resolve),
      page.exposeFunction('codeAutomationLog', (type, args) => {
        fs.appendFileSync(path.join(logs, 'extension-host.log'), `[${type}] ${format(...args)}\n`);
      }),
    ];
    Promise.all(ready).catch(reject);
    page.on('crash', () => reject(new Error('The page crashed.')));
    server.process.on('exit', (code) => reject(new Error(`VS Code's server ended with ${code}.`)));
    setTimeout(() => reject(new Error(`The suite gave no result in ${LIMIT_MS / 1000} s.`)), LIMIT_MS).unref();
  });
}

async function main() {
  const request = readArguments(process.argv.slice(2));
  fs.rmSync(logs, { recursive: true, force: true });
  fs.mkdirSync(logs, { recursive: true });
  const dir = createProfile();
  // The workbench heeds the payload in a built VS Code only with this flag.
  const server = await startServer(dir, { log: path.join(logs, 'server.log'), args: ['--enable-smoke-test-driver'] });
  const { browser, page } = await launchBrowser();
  try {
    const ended = suiteEnded(page, server);
    await page.goto(workbenchUrl(server, request));
    return await ended;
  } catch (error) {
    console.error(error);
    await page.screenshot({ path: path.join(logs, 'failure.png') }).catch(() => {});
    return 1;
  } finally {
    await browser.close();
    await server.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
