import { describe, expect, it } from 'vitest';
import { askedFor, atFirstSight } from './asked-for';

type Texts = Readonly<Record<string, string>>;

async function askedOf(texts: Texts): Promise<readonly string[]> {
  return askedFor(await atFirstSight(texts));
}

async function glancedOf(texts: Texts): Promise<readonly string[]> {
  const files = await atFirstSight(texts);
  return files.flatMap(({ path, glanced }) => (glanced === undefined ? [] : [path]));
}

const SETTINGS = `class Settings { get(name: string) { return process.env[name]; } }
export const settings = new Settings();
export const all = process.env;
export const variables = all;
export const read = (name: string) => process.env[name];
`;

describe('files that take in a wrapper around the environment', () => {
  it('are asked for where they name an instance, another name or a renamed one', async () => {
    const asked = await askedOf({
      'src/settings.ts': SETTINGS,
      'src/index.ts': "export { read as readVariable } from './settings';\n",
      'src/instance.ts': "import { settings } from './settings';\nsettings.get('KEY');\n",
      'src/whole.ts': "import { variables as env } from './settings';\nenv.KEY;\n",
      'src/renamed.ts': "import { readVariable } from './index';\nreadVariable('KEY');\n",
      'src/spread.ts': "import * as all from './index';\nall.readVariable('KEY');\n",
      'src/beside.ts': "import { settings } from './other';\nsettings.get('KEY');\n",
      'src/other.ts': 'export const settings = new Map();\n',
    });
    expect(asked).toEqual(['src/index.ts', 'src/instance.ts', 'src/renamed.ts', 'src/spread.ts', 'src/whole.ts']);
  });

  it('are asked for where a call takes in its module', async () => {
    const asked = await askedOf({
      'src/env.js': 'exports.read = (name) => process.env[name];\n',
      'src/index.js': "module.exports = require('./env');\n",
      'src/names.js': "const { read } = require('./env');\nread('KEY');\n",
      'src/module.js': "const index = require('./index');\nindex.read('KEY');\n",
      'src/later.ts': "export const later = async () => (await import('./env')).read('KEY');\n",
      'src/plain.js': "const paint = require('./paint');\npaint('KEY');\n",
      'src/paint.js': 'module.exports = (color) => color;\n',
    });
    expect(asked).toEqual(['src/index.js', 'src/later.ts', 'src/module.js', 'src/names.js']);
  });
});

describe('words that look like the environment', () => {
  it('are no reason to read a file whole', async () => {
    const texts = {
      'src/env-name.ts': "import { env } from './env';\nexport const name = env.NAME;\n",
      'src/environment.ts': "export const environment = { env: 'production', type: 'app' };\n",
      'src/expression.ts': 'export const expression = (app) => app.render("expression");\n',
      'src/service.py': 'def test_env(env):\n    return env["NAME"]\n',
    };
    expect(await glancedOf(texts)).toEqual(Object.keys(texts));
  });

  it('are one where they are the environment', async () => {
    const texts = {
      'src/member.ts': 'export const name = process\n  .env.NAME;\n',
      'src/pattern.ts': 'const { env, argv } = process;\nexport const name = env.NAME;\n',
      'src/typed.ts': 'export function name({ NAME }: NodeJS.ProcessEnv) { return NAME; }\n',
      'src/worker.ts':
        'interface Vars { KEY: string }\nexport const onRequest: PagesFunction<Env> = ({ env }) => env.KEY;\n',
      'src/schema.ts': "import { z } from 'zod';\nexport const environment = z\n  .object({ PORT: z.string() });\n",
      'src/effect.ts': "import { Config as C } from 'effect';\nexport const key = C.string('KEY');\n",
      'src/service.py': "from project.env import env\nKEY = env('KEY')\n",
      'src/copied.py': "from os import environ as variables\nKEY = variables['KEY']\n",
    };
    expect(await glancedOf(texts)).toEqual([]);
  });
});
