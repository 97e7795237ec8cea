import { ex, npm, py, type Row, testRows, ts } from './rows';

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

testRows(WORDS);
