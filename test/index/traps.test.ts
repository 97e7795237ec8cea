import { expect, it } from 'vitest';
import { snapshotOf } from '../support/snapshot';

type Files = Readonly<Record<string, string>>;
type Row = readonly [what: string, files: Files, services: readonly string[]];

const npm = (dependencies: object, devDependencies: object = {}) => JSON.stringify({ dependencies, devDependencies });
const ts = (text: string): Files => ({ 'src/a.ts': text });
const py = (text: string): Files => ({ 'app/a.py': text });
const ex = (text: string): Files => ({ 'lib/a.ex': text });

const HOSTS: readonly Row[] = [
  [
    'startsWith',
    ts('export const ok = (u: string) => u.startsWith("https://hooks.slack.com/services/");'),
    ['slack declared'],
  ],
  ['includes', ts('if (location.href.includes("https://api.stripe.com")) stop();'), ['stripe declared']],
  ['===', ts('if (origin === "https://api.openai.com") stop();'), ['openai declared']],
  ['!== from the left', ts('if ("https://api.openai.com" !== origin) stop();'), ['openai declared']],
  ['a case', ts('switch (u) { case "https://api.resend.com": stop(); }'), ['resend declared']],
  ['startswith', py('def ok(url):\n    return url.startswith("https://hooks.slack.com/")\n'), ['slack declared']],
  [
    'a tuple of startswith',
    py('def ok(url):\n    return url.startswith(("https://hooks.slack.com/",))\n'),
    ['slack declared'],
  ],
  ['in', py('def ok(url):\n    return "https://api.openai.com" in url\n'), ['openai declared']],
  [
    'not in',
    py('def ok(url):\n    if "https://api.openai.com" not in url:\n        raise ValueError\n'),
    ['openai declared'],
  ],
  ['==', py('def ok(url):\n    return url == "https://api.openai.com/v1"\n'), ['openai declared']],
  [
    'starts_with?',
    ex('defmodule A do\n  def ok(u), do: String.starts_with?(u, "https://hooks.slack.com")\nend\n'),
    ['slack declared'],
  ],
  ['== in Elixir', ex('defmodule A do\n  def ok(u), do: u == "https://api.openai.com"\nend\n'), ['openai declared']],
  [
    'a comparison beside a call',
    ts('fetch("https://api.openai.com/v1/models"); if (u === "https://api.openai.com") x();'),
    ['openai called'],
  ],
  [
    'an address that is joined',
    ex('defmodule A do\n  def u(p), do: Req.get("https://api.openai.com/v1" <> p)\nend\n'),
    ['openai called'],
  ],
  ['a key of a map', ts('export const names = { "https://api.openai.com": "OpenAI" };'), ['openai configured']],
];

const WORDS: readonly Row[] = [
  [
    'a class of a style sheet',
    { 'src/a.tsx': 'export const A = () => <div className="stripe segment ghost">x</div>;' },
    [],
  ],
  ['a CSS class in a map', ts('export const css = { stripe: "s", segment: "t", plain: "p", base: "b" };'), []],
  ['a function resend', ts('export function resend(mail: string) { return mail; }\nresend("x");'), []],
  [
    'a local module resend',
    { 'src/resend.ts': 'export const resend = () => 1;', 'src/a.ts': 'import { resend } from "./resend";\nresend();' },
    [],
  ],
  ['a method front', py('class Queue:\n    def front(self):\n        return self.items[0]\nQueue().front()\n'), []],
  ['a buffer', { 'src/a.js': 'const { Buffer } = require("buffer");\nBuffer.from("x");\n' }, []],
  ['a buffer of Node', ts('import { Buffer } from "node:buffer";\nBuffer.from("x");'), []],
  [
    'box of a style library',
    {
      'package.json': npm({ '@mui/material': '6' }),
      'src/a.tsx': 'import { Box } from "@mui/material";\nexport const A = () => <Box />;',
    },
    [],
  ],
  ['a square root', py('from math import sqrt as square\nsquare(4)\n'), []],
  ['a module square of NumPy', py('import numpy as np\nnp.square([1, 2])\n'), []],
  ['linear layers', py('from torch.nn import Linear\nLinear(2, 3)\n'), []],
  ['an easing', ts('export const easing = "linear"; animate({ easing: "linear" });'), []],
  ['render of React', ts('import { render } from "react-dom";\nrender(null, null);'), []],
  [
    'render of Django',
    py('from django.shortcuts import render\ndef home(request):\n    return render(request, "a.html")\n'),
    [],
  ],
  ['render of Phoenix', ex('defmodule A do\n  def index(conn, _), do: render(conn, :index)\nend\n'), []],
  ['a mode', ts('export const mode = process.env.MODE ?? "development";'), []],
  ['a plain parser', ts('import { plain } from "./formats/plain";\nplain();'), []],
  ['a close event', ts('socket.on("close", () => close());'), []],
  ['a ghost button', { 'src/a.tsx': 'export const A = () => <Button variant="ghost">x</Button>;' }, []],
  ['a notion of something', py('class Notion:\n    pass\nnotion = Notion()\nnotion.id\n'), []],
  ['a clerk of a bank', py('from bank.people import clerk\nclerk.hire()\n'), []],
  [
    'kit of SvelteKit',
    {
      'package.json': npm({}, { '@sveltejs/kit': '2' }),
      'src/a.ts': 'import { error } from "@sveltejs/kit";\nerror(404);',
    },
    [],
  ],
  ['drip of a test', py('def drip(rate):\n    return rate\ndrip(1)\n'), []],
  ['intercom between parts', ts('class Intercom { send() {} }\nnew Intercom().send();'), []],
  ['a crisp picture', ts('export const crispEdges = "crisp"; draw({ crisp: true });'), []],
  ['a mux', py('def mux(a, b):\n    return a or b\nmux(1, 2)\n'), []],
  ['heap of Python', py('import heapq as heap\nheap.heappush([], 1)\n'), []],
  [
    'a heap module of the project',
    { 'app/heap.py': 'def push(): pass\n', 'app/a.py': 'from app import heap\nheap.push()\n' },
    [],
  ],
  ['a branch', ts('export const branch = (a: boolean) => a; branch(true);'), []],
  ['split', ts('"a,b".split(",");'), []],
  ['a split of data', py('from sklearn.model_selection import train_test_split as split\nsplit([1])\n'), []],
  ['a wave', py('import wave\nwave.open("a.wav")\n'), []],
  ['a queue of Python', py('import queue\nqueue.Queue()\n'), []],
  ['email of Python', py('from email.message import EmailMessage\nEmailMessage()\n'), []],
  ['a calendar of Python', py('import calendar\ncalendar.monthrange(2024, 1)\n'), []],
  ['statistics', py('import statistics, secrets, sched\nsecrets.token_hex(8)\n'), []],
  ['a logger named after a service', py('import logging\nlogging.getLogger("stripe").setLevel("INFO")\n'), []],
  [
    'Elixir modules of the project',
    {
      'mix.exs':
        'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a]\n  defp deps, do: [{:jason, "~> 1.4"}]\nend\n',
      'lib/stripe.ex': 'defmodule Stripe do\n  def pay, do: :ok\nend\n',
      'lib/b.ex': 'defmodule B do\n  def x, do: Stripe.pay()\nend\n',
    },
    [],
  ],
  [
    'a Slack of a supervisor',
    ex(
      'defmodule Shop.Slack do\n  def post, do: :ok\nend\ndefmodule B do\n  alias Shop.Slack\n  def x, do: Slack.post()\nend\n',
    ),
    [],
  ],
  [
    'a scope of the project',
    {
      'package.json': npm({ '@acme/stripe': 'workspace:*' }),
      'src/a.ts': 'import { pay } from "@acme/stripe";\npay();',
    },
    [],
  ],
  ['an import that lies in text', ts('export const code = `import Stripe from "stripe"; new Stripe()`;'), []],
  ['a variable that ends alike', ts('process.env.PINSTRIPE_KEY; process.env.MY_RENDERER; process.env.BASE_PATH;'), []],
  [
    'variables in general',
    ts('process.env.SECRET_KEY; process.env.API_KEY; process.env.TOKEN; process.env.HOST; process.env.PORT;'),
    [],
  ],
];

const HARDER: readonly Row[] = [
  [
    'a path of tsconfig',
    {
      'tsconfig.json': '{"compilerOptions":{"baseUrl":".","paths":{"slack":["./src/slack.ts"]}}}',
      'src/slack.ts': 'export const send = () => 1;',
      'src/a.ts': 'import { send } from "slack";\nsend();',
    },
    [],
  ],
  [
    'a base URL of tsconfig',
    {
      'package.json': npm({ react: '19' }),
      'tsconfig.json': '{"compilerOptions":{"baseUrl":"src"}}',
      'src/stripe/index.ts': 'export const a = 1;',
      'src/a.ts': 'import { a } from "stripe";\nexport const b = a;',
    },
    [],
  ],
  [
    'a member of the workspace with a package’s name',
    {
      'package.json': '{"name":"root","workspaces":["packages/*"]}',
      'packages/segment/package.json': '{"name":"segment","version":"1.0.0"}',
      'packages/web/package.json': '{"name":"web","dependencies":{"segment":"workspace:*"}}',
      'packages/web/a.ts': 'import { cut } from "segment";\ncut();',
    },
    [],
  ],
  [
    'a package beside its user',
    { 'backend/resend/__init__.py': '', 'backend/app.py': 'import resend\nresend.again()\n' },
    [],
  ],
  [
    'a Python module two folders up',
    { 'src/shop/stripe.py': 'x = 1\n', 'src/shop/api/views.py': 'from shop.stripe import x\nprint(x)\n' },
    [],
  ],
  [
    'an image of one’s own',
    { 'docker-compose.yml': 'services:\n  stripe:\n    build: .\n  slack:\n    image: acme/slack:1\n' },
    [],
  ],
  [
    'an action of one’s own',
    {
      '.github/workflows/a.yml':
        'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./.github/actions/sentry\n',
    },
    ['github-actions configured'],
  ],
  [
    'a word in a file of translations',
    { 'locales/en.json': '{"notion":"Notion","slack":"Send to Slack: https://slack.com/help"}' },
    [],
  ],
  ['a stored answer', { 'src/fixtures/answer.json': '{"url":"https://api.stripe.com/v1/charges/ch_1"}' }, []],
  ['a name in a data file', { 'data/tools.json': '[{"name":"Stripe","npm":"stripe"},{"name":"Notion"}]' }, []],
  [
    'a URL that is shown',
    { 'src/a.tsx': 'export const A = () => <input placeholder="https://hooks.slack.com/services/T0/B0/x" />;' },
    [],
  ],
  ['a URL in prose', ts('throw new Error("Get a key at https://platform.openai.com/account/api-keys first");'), []],
  ['a page that people open', ts('window.open("https://dashboard.stripe.com/test/payments");'), []],
  ['a key of a translation', ts('t("integrations.slack.title"); t("stripe");'), []],
  ['a type of one’s own', ts('export interface Stripe { width: number }\nexport const s: Stripe = { width: 1 };'), []],
  ['a module that is mocked in a test', { 'src/a.test.ts': 'vi.mock("stripe");\njest.mock("@sendgrid/mail");' }, []],
  [
    'a lock file alone',
    { 'package-lock.json': '{"lockfileVersion":3,"packages":{"node_modules/stripe":{"version":"18.0.0"}}}' },
    [],
  ],
  [
    'variables that words share',
    ts(
      'process.env.RENDER_MODE; process.env.RESEND_COOLDOWN; process.env.CIRCLE_RADIUS; process.env.CHROMA_KEY; process.env.R2_SCORE; process.env.SANITY_CHECK;',
    ),
    [],
  ],
];

const TOLD: readonly Row[] = [
  [
    'a STUN server',
    ts('new RTCPeerConnection({ iceServers: [{ urls: "stun:stun.l.google.com:19302" }] });'),
    ['stun configured'],
  ],
  ['mail by Python’s own library', py('import smtplib\nsmtplib.SMTP("smtp.gmail.com", 587)\n'), ['gmail called']],
  [
    'a scope of Google',
    ts('export const SCOPES = ["https://www.googleapis.com/auth/calendar.readonly"];'),
    ['google-calendar configured'],
  ],
  [
    'an adapter of another package',
    {
      'mix.exs':
        'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a]\n  defp deps, do: [{:swoosh, "~> 1.5"}, {:langchain, "~> 0.3"}]\nend\n',
      'lib/b.ex':
        'defmodule B do\n  alias LangChain.ChatModels.ChatGoogleAI\n  def x, do: ChatGoogleAI.new!(%{model: "gemini-2.0-flash"})\nend\n',
    },
    ['google-gemini called'],
  ],
];

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

it.each([...HOSTS, ...WORDS, ...HARDER, ...TOLD, ...PLACES])('%s', async (_, files, services) => {
  const { integrations } = await snapshotOf(files);
  const found = integrations.filter(({ type }) => type === 'service').map(({ id, status }) => `${id} ${status}`);
  expect(found).toEqual(services);
});
