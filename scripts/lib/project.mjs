// What every script needs to know of the project, with nothing but Node: it runs before anything is installed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
export const vsixFile = path.join(root, `${manifest.name}-${manifest.version}.vsix`);

/** The program's own file when it was started from the command line, not imported. */
export const isMain = (url) => process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fileURLToPath(url);

/** A folder outside the clone for what is large and worth keeping; a temporary one where the home cannot be written. */
export function cacheFolder() {
  const named = process.env.INTEGRATION_ATLAS_CACHE;
  if (named) return path.resolve(named);
  const home = os.homedir();
  const base =
    process.platform === 'win32'
      ? (process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : (process.env.XDG_CACHE_HOME ?? path.join(home, '.cache'));
  const folder = path.join(base, manifest.name);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return folder;
  } catch {
    return path.join(os.tmpdir(), `${manifest.name}-cache`);
  }
}

/** Runs a program to its end. Resolves with its exit code and, unless it was shown, what it wrote. */
export function run(command, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd on Windows, which only a shell starts.
      shell: process.platform === 'win32' && !path.isAbsolute(command),
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

export const npm = (args, options) => run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], options);

/** Runs a program of ours or of a package with this Node. */
export const node = (args, options) => run(process.execPath, args, options);

/** Installs the packages of the lock file where they are missing or of another version. */
export async function ensureDependencies({ log = console.error } = {}) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.version}.`);
  if (isInstalled()) return;
  log('Installing packages from npm ...');
  const { code, output } = await npm(['install', '--prefer-offline']);
  if (code !== 0) throw new Error(`npm install failed:\n${output}`);
}

function isInstalled() {
  const versions = (file) => {
    try {
      return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
    } catch {
      return undefined;
    }
  };
  const wanted = versions('package-lock.json');
  const present = versions('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  // Optional packages are those of other systems: npm leaves them out.
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional === true || present[name]?.version === entry.version,
  );
}
