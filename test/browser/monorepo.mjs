// A monorepo whose applications share the name of a variable, written for the tests of variables in the workbench.
import fs from 'node:fs';
import path from 'node:path';

/** Files that name the variable of the API; the first is the one it is renamed in. */
export const RENAMED = {
  'apps/api/src/session.ts': [
    "const options = { name: 'session', secure: true };",
    'export const key = process.env.SESSION_SIGNING_KEY;',
    "export const again = process.env['SESSION_SIGNING_KEY'] ?? options.name;",
    '',
  ].join('\n'),
  'apps/api/.env.example': '# Signs the sessions of the shop\nSESSION_SIGNING_KEY=\nPAGE_SIZE=20\n',
  'apps/api/scripts/rotate.py': 'import os\n\nkey = os.environ["SESSION_SIGNING_KEY"]\nprint(len(key))\n',
  'apps/api/docker-compose.yml':
    'services:\n  api:\n    build: .\n    environment:\n      SESSION_SIGNING_KEY: ${SESSION_SIGNING_KEY}\n',
};

const OTHERS = {
  'package.json': '{\n  "name": "lighthouse",\n  "private": true,\n  "workspaces": ["apps/*"]\n}\n',
  '.gitignore': '.env\n',
  'README.md': '# Lighthouse\n\nSet `SESSION_SIGNING_KEY` before the first start.\n',
  'apps/api/package.json': '{\n  "name": "api",\n  "dependencies": { "stripe": "^18.5.0" }\n}\n',
  'apps/api/.env': 'PAGE_SIZE=20\nWELCOME_TEXT="ahoy there, sailor"\n',
  'apps/api/src/list.ts': [
    'export const size = Number(process.env.PAGE_SIZE);',
    'export const welcome = process.env.WELCOME_TEXT;',
    'export const address = process.env.PARCEL_URL;',
    '',
  ].join('\n'),
  'apps/admin/package.json': '{ "name": "admin" }\n',
  'apps/admin/.env.example': 'SESSION_SIGNING_KEY=\n',
  'apps/admin/src/session.ts': 'export const key = process.env.SESSION_SIGNING_KEY;\n',
};

/** Writes it and gives its folder. */
export function writeMonorepo(base) {
  const folder = path.join(base, 'lighthouse');
  for (const [name, text] of Object.entries({ ...RENAMED, ...OTHERS })) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return folder;
}

/** The files as they are on disk, by their paths. */
export function textsOf(folder) {
  const names = fs.readdirSync(folder, { recursive: true }).sort();
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}
