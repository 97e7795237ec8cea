import { describe, expect, it } from 'vitest';
import type { CallFact } from '../../../server/src/model/facts';
import type { Value } from '../../../server/src/model/value';
import { extract, ofKind } from '../../support/extract';

async function calls(text: string): Promise<readonly CallFact[]> {
  return ofKind((await extract('app/m.py', text)).facts, 'call');
}

async function callees(text: string): Promise<readonly string[]> {
  return (await calls(text)).map((call) => call.callee);
}

describe('callees', () => {
  it.each([
    ['import stripe\nstripe.Webhook.construct_event(p, s, k)', ['stripe.Webhook.construct_event']],
    ['import stripe as s\ns.Charge.create()', ['stripe.Charge.create']],
    [
      'from openai import OpenAI\nc = OpenAI()\nc.chat.completions.create()',
      ['openai.OpenAI', 'openai.OpenAI.chat.completions.create'],
    ],
    [
      'from openai import AsyncOpenAI as A\nc: A = A()\nasync def f():\n    await c.responses.create()',
      ['openai.AsyncOpenAI', 'openai.AsyncOpenAI.responses.create'],
    ],
    ['import httpx\nwith httpx.Client() as c:\n    c.get("x")', ['httpx.Client', 'httpx.Client.get']],
    [
      'import httpx\nasync def f():\n    async with httpx.AsyncClient() as c:\n        await c.post("x")',
      ['httpx.AsyncClient', 'httpx.AsyncClient.post'],
    ],
    ['import httpx\ndef f(c: httpx.AsyncClient):\n    c.get("x")', ['httpx.AsyncClient.get']],
    ['from redis import Redis\ndef f(r: Redis | None = None):\n    r.get("x")', ['redis.Redis.get']],
    [
      'from redis import Redis\nfrom typing import Annotated\ndef f(r: Annotated[Redis, dep]):\n    r.get("x")',
      ['redis.Redis.get'],
    ],
    ['from redis import Redis\ndef f(r: "Redis"):\n    r.get("x")', ['redis.Redis.get']],
    ['import boto3\ns3 = boto3.client("s3")\ns3.put_object()', ['boto3.client', 'boto3.client.put_object']],
    ['import requests\nrequests.Session().get("x")', ['requests.Session', 'requests.Session.get']],
    ['import google.cloud.storage\ngoogle.cloud.storage.Client()', ['google.cloud.storage.Client']],
    ['from .clients import make\nmake("x")', ['.clients.make']],
    ['from app.core.llm import llm\nllm.ask()', ['app.core.llm.llm.ask']],
    ['from sqlalchemy.orm import sessionmaker\nS = sessionmaker()\nS()', ['sqlalchemy.orm.sessionmaker']],
    [
      'from motor.motor_asyncio import AsyncIOMotorClient\nx = AsyncIOMotorClient("u")\ndb = x["shop"]\ndb.users.find()',
      ['motor.motor_asyncio.AsyncIOMotorClient', 'motor.motor_asyncio.AsyncIOMotorClient.__getitem__.users.find'],
    ],
  ])('%s', async (text, expected) => {
    expect(await callees(`${text}\n`)).toEqual(expected);
  });

  it('follows attributes within their class only', async () => {
    const text = `from openai import OpenAI
from anthropic import Anthropic
class A:
    def __init__(self):
        self.client = OpenAI()
    def ask(self):
        return self.client.chat.create()
class B:
    client: Anthropic
    def ask(self):
        return self.client.messages.create()
class C:
    def ask(self):
        return self.client.run()
`;
    expect((await calls(text)).map((call) => [call.callee, call.scope])).toEqual([
      ['openai.OpenAI', 'A.__init__'],
      ['openai.OpenAI.chat.create', 'A.ask'],
      ['anthropic.Anthropic.messages.create', 'B.ask'],
    ]);
  });

  it.each([
    'print(len([1]))',
    'def make(): pass\nmake()',
    'class C: pass\nC().run()',
    'import stripe\ndef f(stripe):\n    stripe.charge()',
    'import stripe\ndef f():\n    stripe = Fake()\n    stripe.charge()',
    'import redis\nfor redis in pool:\n    redis.get("x")',
    'import json, os\njson.dumps({})\nos.path.join("a")',
    'x = "stripe.Charge.create()"',
    '"""\nimport stripe\nstripe.Charge.create()\n"""',
    'import requests\nr = requests.get\nlocal(r)',
    'import requests\nbody = requests.get\nclass T:\n    def body(self): self.body()',
  ])('gives nothing for: %s', async (text) => {
    expect(await callees(`${text}\n`)).toEqual([]);
  });

  it('does not follow what an ordinary function returns', async () => {
    expect(await callees('import requests\nr = requests.get("x")\nr.json()\n')).toEqual(['requests.get']);
  });

  it('tells modules, constructions, results and decorated names', async () => {
    const text = `import sentry_sdk
from celery import Celery, shared_task
app = Celery("x")
@app.task(bind=True)
def work(self): pass
@shared_task
def other(): pass
sentry_sdk.init()
`;
    expect(await calls(text)).toMatchObject([
      { callee: 'celery.Celery', module: 'celery', construct: true, result: 'app' },
      { callee: 'celery.Celery.task', module: 'celery', decorates: 'work' },
      { callee: 'celery.shared_task', decorates: 'other', args: [] },
      { callee: 'sentry_sdk.init', module: 'sentry_sdk' },
    ]);
  });

  it('tells a call that is commented out', async () => {
    const text =
      'import sentry_sdk\n# sentry_sdk.init(dsn="x")\n# call sentry_sdk.init() first\n# from redis import Redis\n# cache = Redis(\n#     host="x",\n# )\n';
    expect((await calls(text)).map((call) => [call.callee, call.commentedOut, call.range.line])).toEqual([
      ['sentry_sdk.init', true, 1],
      ['redis.Redis', true, 4],
    ]);
  });
});

describe('values', () => {
  const string = (v: string): Value => ({ t: 'string', v });

  it.each<readonly [string, Value]>([
    ['"a" "b"', string('ab')],
    ["r'\\d'", string('\\d')],
    ['"a\\nb"', string('a\nb')],
    ['"""x"""', string('x')],
    ['1_000', { t: 'number', v: 1000 }],
    ['-2.5', { t: 'number', v: -2.5 }],
    ['60 * 5', { t: 'number', v: 300 }],
    ['True', { t: 'bool', v: true }],
    ['None', { t: 'null' }],
    ['[1, "a"]', { t: 'list', items: [{ t: 'number', v: 1 }, string('a')] }],
    ['("a",)', { t: 'list', items: [string('a')] }],
    ['{"a": 1}', { t: 'map', entries: { a: { t: 'number', v: 1 } } }],
    ['dict(a=1)', { t: 'map', entries: { a: { t: 'number', v: 1 } } }],
    ['lib.X', { t: 'ref', path: 'lib.X' }],
    ['local', { t: 'ref', path: 'local' }],
    [
      'lib.make("a", n=1)',
      { t: 'call', callee: 'lib.make', args: [string('a')], keywords: { n: { t: 'number', v: 1 } } },
    ],
    ['f"a{local}b"', { t: 'template', parts: [string('a'), { t: 'ref', path: 'local' }, string('b')] }],
    ['f"{{x}}"', string('{x}')],
    ['local + "/x"', { t: 'template', parts: [{ t: 'ref', path: 'local' }, string('/x')] }],
    ['local or "d"', { t: 'either', options: [{ t: 'ref', path: 'local' }, string('d')] }],
    ['"a" if local else "b"', { t: 'either', options: [string('a'), string('b')] }],
    ['os.environ["A"]', { t: 'env', name: 'A' }],
    ['os.getenv("A", "d")', { t: 'env', name: 'A', default: string('d') }],
    ['os.getenv("A") or "d"', { t: 'env', name: 'A', default: string('d') }],
    ['int(os.getenv("A", "5"))', { t: 'env', name: 'A', default: string('5') }],
    ['"sk-aaaaBBBB1111ccccDDDD2222"', string('(hidden)')],
    ['"postgres://user:word@host/db"', string('postgres://***:***@host/db')],
    ['lambda: 1', { t: 'other' }],
  ])('%s', async (expression, expected) => {
    const [call] = (await calls(`import lib, os\nlib.f(${expression})\n`)).filter((fact) => fact.callee === 'lib.f');
    expect(call?.args).toEqual([expected]);
  });

  it('hides what stands under a secret name, not what stands beside', async () => {
    const [call] = await calls(
      'import lib\nlib.f(api_key="not-a-real-key", model="m", opts={"password": "p", "host": "h"}, token="")\n',
    );
    expect(call?.keywords).toEqual({
      api_key: string('(hidden)'),
      model: string('m'),
      opts: { t: 'map', entries: { password: string('(hidden)'), host: string('h') } },
      token: string(''),
    });
  });

  it('survives deep and broken input', async () => {
    const deep = `import lib\nlib.f(${'['.repeat(500)}${']'.repeat(500)})\n`;
    expect((await extract('a.py', deep)).problems).toEqual([]);
    const chain = `import lib\nx0 = lib.f()\n${Array.from({ length: 200 }, (_, i) => `x${i + 1} = x${i}`).join('\n')}\nx200.run()\n`;
    expect((await extract('a.py', chain)).problems).toEqual([]);
    expect((await extract('a.py', 'import lib\nx = x.y\ny = x\nx = y\nx.run(\nclass (:\n  def\n@')).problems).toEqual(
      [],
    );
  });
});

describe('bindings', () => {
  it('holds module constants, clients and configuration classes', async () => {
    const text = `from openai import OpenAI
MODEL = "m"
_private = 3
client = OpenAI()
class Config:
    TIMEOUT = 5
class User:
    name = "x"
def f():
    inner = 1
`;
    const { facts } = await extract('a.py', text);
    expect(ofKind(facts, 'binding').map(({ name, value, exported }) => [name, value.t, exported])).toEqual([
      ['MODEL', 'string', true],
      ['_private', 'number', false],
      ['client', 'call', true],
      ['Config.TIMEOUT', 'number', true],
    ]);
  });
});
