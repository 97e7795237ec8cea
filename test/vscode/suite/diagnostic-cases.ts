/** Shaped like a key, and none. */
const RANDOM = 'q7Zr2Lm9Xc4Vb8Nn1Tk6Wp3Hs5';
const APP = { 'package.json': '{ "name": "NAME" }\n' };

/** Files of one application, what is told of one of them, and what they are after a quick fix. */
export interface DiagnosticCase {
  readonly code: string;
  /** Where it is told. */
  readonly path: string;
  /** The line's text from where it is told to where that ends. */
  readonly marked: string;
  readonly files: Readonly<Record<string, string>>;
  /** By the title of the fix: the texts that differ after it. */
  readonly fixes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const CASES: Readonly<Record<string, DiagnosticCase>> = {
  required: {
    code: 'env-required-undeclared',
    path: 'src/a.ts',
    marked: 'process.env.RESEND_API_KEY',
    files: {
      ...APP,
      '.env.example': '# Mail\nRESEND_FROM=\n\nPAGE_SIZE=\n',
      'src/a.ts': 'use(process.env.RESEND_API_KEY, process.env.RESEND_FROM, process.env.PAGE_SIZE);\n',
    },
    fixes: {
      'Add RESEND_API_KEY to ROOT/.env.example': {
        '.env.example': '# Mail\nRESEND_FROM=\n# Resend\nRESEND_API_KEY=\n\nPAGE_SIZE=\n',
      },
      'Silence env-required-undeclared for this line': {
        'src/a.ts':
          '// integration-atlas-disable-next-line env-required-undeclared\nuse(process.env.RESEND_API_KEY, process.env.RESEND_FROM, process.env.PAGE_SIZE);\n',
      },
      'Silence env-required-undeclared for this file': {
        'src/a.ts':
          '// integration-atlas-disable-file env-required-undeclared\nuse(process.env.RESEND_API_KEY, process.env.RESEND_FROM, process.env.PAGE_SIZE);\n',
      },
    },
  },
  fresh: {
    code: 'env-required-undeclared',
    path: 'src/a.ts',
    marked: 'process.env.TAXI_URL',
    files: { ...APP, '.env': 'TAXI_CITY=\n', 'src/a.ts': 'use(process.env.TAXI_URL, process.env.TAXI_CITY);\n' },
    fixes: { 'Create ROOT/.env.example with TAXI_URL': { '.env.example': 'TAXI_URL=\n' } },
  },
  beside: {
    code: 'env-required-undeclared',
    path: 'web/src/a.ts',
    marked: 'process.env.HARBOUR_TOKEN',
    files: {
      'api/package.json': '{ "name": "api" }\n',
      'api/.env.example': 'HARBOUR_TOKEN=\n',
      'api/src/a.ts': 'use(process.env.HARBOUR_TOKEN);\n',
      'web/package.json': '{ "name": "web" }\n',
      'web/.env.example': 'LIGHT=\n',
      'web/src/a.ts': 'use(process.env.HARBOUR_TOKEN, process.env.LIGHT);\n',
    },
    fixes: { 'Add HARBOUR_TOKEN to ROOT/web/.env.example': { 'web/.env.example': 'LIGHT=\n\nHARBOUR_TOKEN=\n' } },
  },
  optional: {
    code: 'env-undeclared',
    path: 'a.py',
    marked: 'VERBOSITY',
    files: {
      ...APP,
      '.env.example': 'PAGE_SIZE=\n',
      'a.py':
        'import os\n\nlevel = os.getenv("VERBOSITY", "low")\ncolour = os.getenv("COLOUR", "red")\nsize = os.environ["PAGE_SIZE"]\n',
    },
    fixes: {
      'Add VERBOSITY to ROOT/.env.example': { '.env.example': 'PAGE_SIZE=\n\nVERBOSITY=\n' },
      'Declare all 2 variables of this kind in ROOT/.env.example': {
        '.env.example': 'PAGE_SIZE=\n\nVERBOSITY=\nCOLOUR=\n',
      },
    },
  },
  slip: {
    code: 'env-near-miss',
    path: 'a.exs',
    marked: 'System.fetch_env!("HARBOUR_SECERT")',
    files: {
      ...APP,
      '.env.example': 'HARBOUR_SECRET=\n',
      'a.exs': 'IO.puts(System.fetch_env!("HARBOUR_SECERT"))\n',
      'b.py': 'import os\n\nprint(os.environ["HARBOUR_SECERT"])\n',
    },
    fixes: {
      'Change to HARBOUR_SECRET': { 'a.exs': 'IO.puts(System.fetch_env!("HARBOUR_SECRET"))\n' },
      'Change all 2 places to HARBOUR_SECRET': {
        'a.exs': 'IO.puts(System.fetch_env!("HARBOUR_SECRET"))\n',
        'b.py': 'import os\n\nprint(os.environ["HARBOUR_SECRET"])\n',
      },
      'Add HARBOUR_SECERT to ROOT/.env.example': { '.env.example': 'HARBOUR_SECRET=\nHARBOUR_SECERT=\n' },
    },
  },
  unused: {
    code: 'env-unused',
    path: '.env.example',
    marked: 'FORGOTTEN_THING',
    files: {
      ...APP,
      '.env.example': 'FORGOTTEN_THING=1\nPAGE_SIZE=\nLEFT_OVER_THING=2\n',
      'a.ts': 'use(process.env.PAGE_SIZE);\n',
    },
    fixes: {
      'Remove FORGOTTEN_THING': { '.env.example': 'PAGE_SIZE=\nLEFT_OVER_THING=2\n' },
      'Comment FORGOTTEN_THING out': { '.env.example': '# FORGOTTEN_THING=1\nPAGE_SIZE=\nLEFT_OVER_THING=2\n' },
      'Comment out all 2 unused variables of this file': {
        '.env.example': '# FORGOTTEN_THING=1\nPAGE_SIZE=\n# LEFT_OVER_THING=2\n',
      },
      'Silence env-unused for this line': {
        '.env.example':
          '# integration-atlas-disable-next-line env-unused\nFORGOTTEN_THING=1\nPAGE_SIZE=\nLEFT_OVER_THING=2\n',
      },
    },
  },
  defaults: {
    code: 'env-conflicting-defaults',
    path: 'b.ts',
    marked: 'process.env.LIST_SIZE',
    files: {
      ...APP,
      '.env.example': 'LIST_SIZE=\n',
      'a.ts': "export const size = process.env.LIST_SIZE ?? '20';\n",
      'b.ts': "export const size = process.env.LIST_SIZE ?? '50';\n",
    },
    fixes: {
      'Use the default 20 as in ROOT/a.ts': { 'b.ts': "export const size = process.env.LIST_SIZE ?? '20';\n" },
    },
  },
  twice: {
    code: 'env-duplicate-key',
    path: '.env.example',
    marked: 'PAGE_SIZE',
    files: {
      ...APP,
      '.env.example': 'PAGE_SIZE=1\nBERTH_COUNT=1\nPAGE_SIZE=2\nBERTH_COUNT=2\n',
      'a.ts': 'use(process.env.PAGE_SIZE, process.env.BERTH_COUNT);\n',
    },
    fixes: {
      'Remove line 1, which this one replaces': { '.env.example': 'BERTH_COUNT=1\nPAGE_SIZE=2\nBERTH_COUNT=2\n' },
      'Remove this line': { '.env.example': 'PAGE_SIZE=1\nBERTH_COUNT=1\nBERTH_COUNT=2\n' },
      'Remove all lines of this file that later ones replace': { '.env.example': 'PAGE_SIZE=2\nBERTH_COUNT=2\n' },
    },
  },
  secret: {
    code: 'env-secret-value',
    path: '.env',
    marked: 'SIGNING_SECRET',
    files: {
      ...APP,
      '.env': `SIGNING_SECRET=${RANDOM} # from the old server\n`,
      'a.ts': 'use(process.env.SIGNING_SECRET);\n',
    },
    fixes: {
      'Empty the value of SIGNING_SECRET': { '.env': 'SIGNING_SECRET= # from the old server\n' },
      'Put a placeholder in its place': { '.env': 'SIGNING_SECRET=replace-me # from the old server\n' },
      'Let git ignore ROOT/.env': { '/.gitignore': '/ROOT/.env\n' },
    },
  },
  public: {
    code: 'env-public-secret',
    path: '.env.example',
    marked: 'NEXT_PUBLIC_JWT_SECRET',
    files: {
      ...APP,
      '.env.example': 'NEXT_PUBLIC_JWT_SECRET=\n',
      'a.ts': 'use(process.env.NEXT_PUBLIC_JWT_SECRET);\n',
    },
    fixes: {
      'Rename to JWT_SECRET everywhere': {
        '.env.example': 'JWT_SECRET=\n',
        'a.ts': 'use(process.env.JWT_SECRET);\n',
      },
    },
  },
  step: {
    code: 'env-out-of-step',
    path: '.env',
    marked: 'ANCHOR_TOKEN',
    files: {
      ...APP,
      '.env.example': 'PAGE_SIZE=\n',
      '.env': 'PAGE_SIZE=1\nANCHOR_TOKEN=2\n',
      'a.ts': 'use(process.env.PAGE_SIZE, process.env.ANCHOR_TOKEN);\n',
    },
    fixes: { 'Add ANCHOR_TOKEN to ROOT/.env.example': { '.env.example': 'PAGE_SIZE=\n\nANCHOR_TOKEN=\n' } },
  },
};
