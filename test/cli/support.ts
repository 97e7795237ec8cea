import { join } from 'node:path';
import type { CliEnvironment } from '../../server/src/cli/environment';
import { run } from '../../server/src/cli/run';
import { ASSETS } from '../support/extract';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, in a folder. */
export async function atlas(cwd: string, argv: readonly string[], other: Partial<CliEnvironment> = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    cwd,
    env: {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    assets: ASSETS,
    version: '1.2.3',
    today: () => new Date(2026, 0, 5),
    ...other,
  });
  return { code, out, err };
}

export const SHOP: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop", "dependencies": { "stripe": "^15.8.0" } }',
  'pay.ts': "import Stripe from 'stripe';\nexport const pay = new Stripe(process.env.STRIPE_SECRET_KEY);\n",
  '.env.example': 'STRIPE_SECRET_KEY=\nUNUSED_THING=1\n',
};

export const REPOSITORY = join(import.meta.dirname, '../..');
