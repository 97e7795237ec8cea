import { npm, py, type Row, testRows, ts } from './rows';

const PLACES: readonly Row[] = [
  ['a font', { 'src/a.css': '@import url("https://fonts.googleapis.com/css2?family=Inter");' }, []],
  ['a font in code', ts('export const FONT = "https://fonts.gstatic.com/s/inter/v12/a.woff2";'), []],
  ['a library from a CDN', { 'index.html': '<script src="https://cdn.jsdelivr.net/npm/alpinejs@3"></script>' }, []],
  ['a badge', { 'README.md': '![build](https://img.shields.io/github/stars/acme/x) [Sentry](https://sentry.io)' }, []],
  ['a docs link in code', ts('export const DOCS = "https://docs.stripe.com/payments";'), []],
  [
    'a link of a component',
    { 'src/a.tsx': 'export const A = () => <Link href="https://github.com/acme/x">code</Link>;' },
    [],
  ],
  [
    'a profile',
    ts(
      'export const TWITTER = "https://twitter.com/acme"; export const LINKEDIN = "https://www.linkedin.com/company/acme";',
    ),
    [],
  ],
  ['a picture', { 'src/a.tsx': 'export const A = () => <img src="https://cdn.sanity.example.com/a.png" />;' }, []],
  ['a comment', ts('// fetch("https://api.stripe.com")\n/* https://api.openai.com */\nexport const x = 1;'), []],
  ['a docstring', py('def f():\n    """Calls https://api.stripe.com with stripe."""\n'), []],
  ['a package in a changelog', { 'CHANGELOG.md': '- moved from `stripe` to `@paddle/paddle-node-sdk`\n' }, []],
  [
    'a keyword of a package',
    { 'package.json': '{"name":"x","keywords":["stripe","slack","notion"],"description":"for Stripe"}' },
    [],
  ],
  [
    'a package of its own name',
    { 'package.json': '{"name":"stripe","version":"1.0.0"}', 'src/a.ts': 'export const x = 1;' },
    [],
  ],
  ['a test folder', { 'src/__tests__/a.ts': 'import Stripe from "stripe";\nnew Stripe("x");' }, ['stripe test-only']],
  ['a mock', { 'tests/conftest.py': 'import boto3\nboto3.client("s3")\n' }, ['aws test-only']],
  [
    'a mock beside the program',
    { 'tests/conftest.py': 'import boto3\nboto3.client("s3")\n', 'app/a.py': 'import boto3\nboto3.client("s3")\n' },
    ['aws-s3 called'],
  ],
  ['an example folder', { 'examples/pay.ts': 'import Stripe from "stripe";\nnew Stripe("x");' }, ['stripe test-only']],
  ['a docs folder', { 'docs/guide.md': '```js\nimport Stripe from "stripe"\n```\n' }, []],
  [
    'a requirement in a comment',
    { 'requirements.txt': 'flask==3.0.0\n# resend==2.0.0  # later\n' },
    ['resend commented-out'],
  ],
  [
    'a Hex line in a comment',
    {
      'mix.exs':
        'defmodule A.MixProject do\n  use Mix.Project\n  defp deps do\n    [\n      {:jason, "~> 1.4"},\n      # {:stripity_stripe, "~> 3.0"}\n    ]\n  end\nend\n',
    },
    ['stripe commented-out'],
  ],
  [
    'a TOML line in a comment',
    { 'pyproject.toml': '[project]\nname = "a"\ndependencies = [\n  "httpx",\n  # "stripe>=8",\n]\n' },
    ['stripe commented-out'],
  ],
  [
    'types of a package',
    { 'package.json': npm({}, { '@types/stripe': '8' }), 'src/a.ts': 'import type { Stripe } from "stripe";' },
    ['stripe declared'],
  ],
  [
    'a type by its name',
    {
      'package.json': npm({ openai: '5' }),
      'src/a.ts': 'import { type ChatModel } from "openai";\nexport const m: ChatModel = "x";',
    },
    ['openai declared'],
  ],
  [
    'TYPE_CHECKING',
    py('from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import stripe\n'),
    ['stripe declared'],
  ],
  [
    'a tool of development that is called',
    { 'package.json': npm({}, { stripe: '18' }), 'src/a.ts': 'import Stripe from "stripe";\nnew Stripe("x");' },
    ['stripe called'],
  ],
];

testRows(PLACES);
