// Puts a real VS Code (server, web workbench and extension host, as npm's code-server carries them) into the cache,
// from the npm registry alone: no install script runs, nothing is compiled.
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder, isMain, npm } from '../lib/project.mjs';

/** code-server 4.139 carries VS Code 1.139. */
const CODE_SERVER = '4.139.1';
/** It calls module.registerHooks, which older Node releases lack; npm has Node itself as a package. */
const NODE = '24.21.0';
/** Only the agent host and dev containers load these: 220 MB that no extension needs. */
const UNUSED_PACKAGES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/fs-copyfile',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  'kerberos',
  'ssh2',
];
/** The TypeScript service needs packages of its own, and says so in a pop-up where it finds none. */
const UNUSED_EXTENSIONS = ['copilot', 'mermaid-markdown-features', 'typescript-language-features'];
/** An installation that another version of this file made is made anew. */
const RECIPE = [CODE_SERVER, NODE, ...UNUSED_PACKAGES, ...UNUSED_EXTENSIONS].join(' ');

const folder = () => path.join(cacheFolder(), 'vscode', CODE_SERVER);
const vscodeIn = (dir) => path.join(dir, 'node_modules', 'code-server', 'lib', 'vscode');

function nodePackage() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major >= 23 || (major === 22 && minor >= 15)) return undefined;
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function nodeIn(dir) {
  const name = nodePackage();
  if (name === undefined) return process.execPath;
  return path.join(dir, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Where VS Code's server and the Node to run it with are; installs both on the first call. */
export async function ensureVSCode({ log = console.error } = {}) {
  const dir = folder();
  if (readStamp(dir) === undefined) {
    log(`Installing VS Code (code-server ${CODE_SERVER}) from npm into ${dir} ...`);
    await install(dir);
  }
  return { home: vscodeIn(dir), node: nodeIn(dir), version: readStamp(dir)?.version };
}

function readStamp(dir) {
  try {
    const stamp = JSON.parse(fs.readFileSync(path.join(dir, 'complete.json'), 'utf8'));
    return stamp.recipe === RECIPE && fs.existsSync(nodeIn(dir)) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

async function install(dir) {
  const draft = `${dir}.${process.pid}`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true });
  try {
    const name = nodePackage();
    const dependencies = { 'code-server': CODE_SERVER, ...(name && { [name]: NODE }) };
    writeJson(path.join(draft, 'package.json'), { private: true, dependencies });
    await npmInstall(draft, ['--no-package-lock']);
    const vscode = vscodeIn(draft);
    const manifest = JSON.parse(fs.readFileSync(path.join(vscode, 'package.json'), 'utf8'));
    for (const unused of UNUSED_PACKAGES) delete manifest.dependencies[unused];
    writeJson(path.join(vscode, 'package.json'), manifest);
    // Pinned by the shrinkwrap that code-server ships; `npm ci` would refuse it after the removals above.
    await npmInstall(vscode, ['--omit=dev']);
    for (const unused of UNUSED_EXTENSIONS) {
      fs.rmSync(path.join(vscode, 'extensions', unused), { recursive: true, force: true });
    }
    writeJson(path.join(draft, 'complete.json'), { version: manifest.version, recipe: RECIPE });
    fs.rmSync(dir, { recursive: true, force: true });
    fs.renameSync(draft, dir);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

async function npmInstall(cwd, flags) {
  const { code, output } = await npm(['install', '--ignore-scripts', '--prefer-offline', ...flags], { cwd });
  if (code !== 0) throw new Error(`VS Code could not be installed from npm:\n${output}`);
}

const writeJson = (file, value) => fs.writeFileSync(file, JSON.stringify(value, null, 2));

if (isMain(import.meta.url)) console.log(await ensureVSCode());
