// A VS Code profile of its own: settings that keep the editor quiet, and the packed extension.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureVSCode } from './install.mjs';

const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in.
  'window.title': '${dirty}${activeEditorShort}${separator}${rootName}',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Makes the folder (a temporary one unless told) a profile: `data` holds settings and state, `extensions` the rest. */
export function createProfile({ dir = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-vscode-')), settings = {} } = {}) {
  const user = path.join(dir, 'data', 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.mkdirSync(path.join(dir, 'extensions'), { recursive: true });
  const file = path.join(user, 'settings.json');
  fs.writeFileSync(file, JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  return dir;
}

/** The server's arguments that every use of a profile shares. */
export async function profileCommand(dir) {
  const { home, node } = await ensureVSCode();
  const data = ['--user-data-dir', path.join(dir, 'data'), '--extensions-dir', path.join(dir, 'extensions')];
  return { node, args: [path.join(home, 'out', 'server-main.js'), ...data, '--accept-server-license-terms'] };
}

export async function installVsix(dir, vsix) {
  const { node, args } = await profileCommand(dir);
  await new Promise((resolve, reject) => {
    const child = spawn(node, [...args, '--install-extension', path.resolve(vsix), '--force'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', () => {
      if (/successfully installed/.test(output)) resolve();
      else reject(new Error(`The extension could not be installed:\n${output}`));
    });
  });
}
