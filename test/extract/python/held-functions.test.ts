import { describe, expect, test } from 'vitest';
import { extractFile } from '../../../server/src/extract/extract-file';
import { loadAssets } from '../../../server/src/host/assets';
import type { Fact } from '../../../server/src/model/facts';
import { Syntax } from '../../../server/src/syntax/syntax';
import { ASSETS } from '../../support/extract';

/**
 * What is told of a function that an editor holds is told again after an edit elsewhere. Each of these edits leaves the
 * function `asks` as it is and changes what it says, or where.
 */
const EDITS: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'a name of the module is given something else',
    'import boto3, stripe\nclient = boto3.client("s3")\n\ndef asks():\n    client.upload_file("a", "b")\n',
    'import boto3, stripe\nclient = stripe.StripeClient("x")\n\ndef asks():\n    client.upload_file("a", "b")\n',
  ],
  [
    'an import comes',
    '\n\ndef asks():\n    return os.environ["DATABASE_URL"]\n',
    'import os\n\ndef asks():\n    return os.environ["DATABASE_URL"]\n',
  ],
  [
    'an import brings another module under the same name',
    'from redis import Client as Store\n\ndef asks():\n    Store().get("x")\n',
    'from pymongo import Client as Store\n\ndef asks():\n    Store().get("x")\n',
  ],
  [
    'a name is bound behind it',
    'import os\n\ndef asks():\n    return env.get("TOKEN")\n\nother = 1\n',
    'import os\n\ndef asks():\n    return env.get("TOKEN")\n\nenv = os.environ\n',
  ],
  [
    'a name leads to another that changes',
    'import os\na = os\nb = a\n\ndef asks():\n    return b.environ["TOKEN"]\n',
    'import sys, os\na = sys\nb = a\n\ndef asks():\n    return b.environ["TOKEN"]\n',
  ],
  [
    'another method gives the object something else',
    'import httpx\nclass A:\n    def __init__(self):\n        self.api = None\n\n    def asks(self):\n        self.api.get("/x")\n',
    'import httpx\nclass A:\n    def __init__(self):\n        self.api = httpx.Client()\n\n    def asks(self):\n        self.api.get("/x")\n',
  ],
  [
    'what another method gives the object is made otherwise there',
    'import httpx, redis\nclass A:\n    def __init__(self):\n        made = redis.Redis()\n\n        self.api = made\n\n    def asks(self):\n        self.api.get("/x")\n',
    'import httpx, redis\nclass A:\n    def __init__(self):\n        made = httpx.Client()\n\n        self.api = made\n\n    def asks(self):\n        self.api.get("/x")\n',
  ],
  [
    'the function that makes an object makes another',
    'class A:\n    def run(self):\n        pass\n\nclass B:\n    def run(self):\n        pass\n\ndef made():\n    return A()\n\ndef asks():\n    one = made()\n    one.run()\n',
    'class A:\n    def run(self):\n        pass\n\nclass B:\n    def run(self):\n        pass\n\ndef made():\n    return B()\n\ndef asks():\n    one = made()\n    one.run()\n',
  ],
  [
    'a method that it calls is no longer there',
    'class A:\n    def runs(self):\n        pass\n\n    def asks(self):\n        self.runs()\n',
    'class A:\n    def gone(self):\n        pass\n\n    def asks(self):\n        self.runs()\n',
  ],
  [
    'its class has another name',
    'import stripe\nclass A:\n\n    def asks(self):\n        stripe.Charge.create()\n',
    'import stripe\nclass B:\n\n    def asks(self):\n        stripe.Charge.create()\n',
  ],
  [
    'its class is derived from another',
    'import os\nfrom stripe import Charge\nclass Base:\n    def get(self, name):\n        return os.environ[name]\n\nclass A(Other):\n\n    def asks(self):\n        Charge.create(key=self.get("TOKEN"))\n',
    'import os\nfrom stripe import Charge\nclass Base:\n    def get(self, name):\n        return os.environ[name]\n\nclass A(Base):\n\n    def asks(self):\n        Charge.create(key=self.get("TOKEN"))\n',
  ],
  [
    'a function that it calls comes to read a variable',
    'from stripe import Charge\n\none = 1\n\ndef env(name):\n    return environ[name]\n\ndef asks():\n    Charge.create(key=env("STRIPE_KEY"))\n',
    'from stripe import Charge\nfrom os import environ\n\none = 1\n\ndef env(name):\n    return environ[name]\n\ndef asks():\n    Charge.create(key=env("STRIPE_KEY"))\n',
  ],
  [
    'a constant of the module has another text',
    'import os\nKEY = "FIRST_TOKEN"\n\ndef asks():\n    return os.environ[KEY]\n',
    'import os\nKEY = "SECOND_TOKEN"\n\ndef asks():\n    return os.environ[KEY]\n',
  ],
  [
    'a constant of its class has another text',
    'import os\nclass A:\n    KEY = "FIRST_TOKEN"\n\n    def asks(self):\n        return os.environ[self.KEY]\n',
    'import os\nclass A:\n    KEY = "SECOND_TOKEN"\n\n    def asks(self):\n        return os.environ[self.KEY]\n',
  ],
  [
    'the environment is prefixed around it',
    'from environs import Env\nenv = Env()\n\nwith open("x"):\n    one = 1\n\n    def asks():\n        return env.str("TOKEN")\n',
    'from environs import Env\nenv = Env()\n\nwith env.prefixed("APP_"):\n    one = 1\n\n    def asks():\n        return env.str("TOKEN")\n',
  ],
  [
    'another function makes a name of the module',
    'import httpx, redis\ndef start():\n    global api\n    api = redis.Redis()\n\ndef asks():\n    api.get("x")\n',
    'import httpx, redis\ndef start():\n    global api\n    api = httpx.Client()\n\ndef asks():\n    api.get("x")\n',
  ],
  [
    'it stands further down',
    'import stripe\n\ndef asks():\n    stripe.Charge.create(key="a name that is longer than a few letters")\n',
    'import stripe\n\n\n\ndef asks():\n    stripe.Charge.create(key="a name that is longer than a few letters")\n',
  ],
];

/** Far enough from what is edited, in a text that is long enough, functions stay what they are. */
function spread(text: string): string {
  const others = Array.from({ length: 40 }, (_, index) => `def other_${index}(value):\n    return value + ${index}\n`);
  return `${text.replaceAll('\n\n', '\n\n\n\n\n')}\n${others.join('\n')}`;
}

describe('a function that nobody edits', async () => {
  const { languages, grammars } = await loadAssets(ASSETS);
  const syntax = new Syntax(languages, grammars);
  await syntax.load(['python']);
  const read = (text: string, held?: string): readonly Fact[] =>
    extractFile(syntax, { path: 'app/service.py', text, role: 'source', ...(held !== undefined && { held }) }).facts;

  test.each(EDITS)('says what the file means now: %s', (what, ...edited) => {
    const [before, after] = edited.map(spread);
    if (before === undefined || after === undefined) throw new Error('an edit has two sides');
    expect(read(before)).not.toEqual(read(after));
    for (const text of [before, after, `${after}\n`, before, after]) expect(read(text, what)).toEqual(read(text));
  });

  test('says the same whichever name of a circle was asked for first', () => {
    const circle = (first: string): string =>
      `import os\na = b\nb = c\nc = ${first}\n\ndef one():\n    return a.environ["ONE"]\n\ndef two():\n    return c.environ["TWO"]\n`;
    for (const first of ['os', 'a', 'b', 'os', 'a or os', 'b or os', 'os']) {
      const text = spread(circle(first));
      expect(read(text, 'circle'), text).toEqual(read(text));
    }
  });
});
