import { describe, expect, it } from 'vitest';
import { extract, ofKind } from '../../support/extract';
import { reads, short, shorts } from './reads';

describe('what the code does when a variable is absent', () => {
  it.each([
    ['if not os.getenv("A"):\n    raise ValueError("A")', 'A raises'],
    ['if "A" not in os.environ:\n    sys.exit("no A")', 'A raises'],
    ['if os.getenv("A") is None:\n    raise RuntimeError', 'A raises'],
    ['assert os.getenv("A"), "set A"', 'A raises'],
    ['if os.getenv("A"):\n    raise ValueError("not allowed here")', 'A compared'],
    ['x = os.getenv("A")\nif not x:\n    raise ValueError', 'A raises'],
    ['x = os.getenv("A")\nif x is None:\n    print("no")\n    sys.exit(1)', 'A raises'],
    ['x = os.getenv("A", "")\nif not x: raise ValueError', 'A raises'],
    ['def f():\n    x = os.getenv("A")\n    if not (x and y):\n        raise ValueError', 'A raises'],
    ['x = os.getenv("A")\nif x:\n    start(x)', 'A guarded'],
    ['x = os.getenv("A")\nif not x:\n    x = "d"', 'A guarded'],
    ['x = os.getenv("A")\ndef f():\n    if not x:\n        return None', 'A guarded'],
    ['x = os.getenv("A")\ny = x or "d"', 'A guarded'],
    ['if x := os.getenv("A"):\n    start(x)', 'A guarded'],
    ['x = os.getenv("A")\nstart(x)', 'A bare'],
    ['x = os.getenv("A")\n# if not x: raise\nstart(x)', 'A bare'],
    ['try:\n    x = os.environ["A"]\nexcept KeyError:\n    x = None', 'A guarded'],
    ['try:\n    x = os.environ["A"]\nexcept KeyError:\n    raise SystemExit("A")', 'A raises'],
    ['try:\n    x = os.environ["A"]\nexcept ConnectionError:\n    pass', 'A raises'],
    ['def parse(v, d):\n    if not v:\n        return d\n    return v\nx = parse(os.getenv("A"), 1)', 'A guarded'],
    ['def parse(v: str | None): ...\nx = parse(v=os.getenv("A"))', 'A guarded'],
    ['def parse(v): return v.upper()\nx = parse(os.getenv("A"))', 'A bare'],
    ['if cond:\n    x = int(os.environ["A"])', 'A raises :int'],
  ])('%s', async (text, expected) => {
    expect(await shorts(`import os, sys\n${text}\n`)).toEqual([expected]);
  });

  it('counts a read inside a test of the same variable as guarded', async () => {
    expect(await shorts('import os\nif "A" in os.environ:\n    x = os.environ["A"]\n')).toEqual([
      'A guarded',
      'A guarded',
    ]);
  });

  it('looks at attributes in the method that sets them, and in the class', async () => {
    const text = `import os
class Client:
    def __init__(self):
        self.key = os.getenv("A")
        if not self.key:
            raise ValueError("A is not set")
        self.hook = os.getenv("B")
        self.url = os.getenv("C")
    def ready(self):
        return bool(self.hook)
`;
    expect(await shorts(text)).toEqual(['A raises', 'B guarded', 'C bare']);
    expect((await reads(text)).map((read) => [read.boundTo, read.scope])).toEqual([
      ['Client.key', 'Client.__init__'],
      ['Client.hook', 'Client.__init__'],
      ['Client.url', 'Client.__init__'],
    ]);
  });

  it('knows production settings and production branches', async () => {
    expect(
      await shorts('import os\nA = os.environ["A"]\nB = os.getenv("B", "x")\n', 'config/settings/production.py'),
    ).toEqual(['A raises prod', 'B default =x']);
    expect(await shorts('import os\nif not DEBUG:\n    A = os.environ["A"]\n')).toEqual(['A raises prod']);
    expect(await shorts('import os\nA = os.environ["A"]\n', 'config/settings/base.py')).toEqual(['A raises']);
  });
});

describe('wrapper functions of the file', () => {
  it.each([
    ['def get(name, default=None):\n    return os.environ.get(name, default)\nx = get("A", "d")', 'A default =d'],
    ['def get(name, default=None):\n    return os.environ.get(name, default)\nx = get("A")', 'A bare'],
    ['def get(name, default="d"):\n    return os.environ.get(name, default)\nx = get("A")', 'A default =d'],
    ['def get(name, default=None):\n    return os.environ.get(name, default)\nx = get("A", default=3)', 'A default =3'],
    [
      'def need(key):\n    v = os.getenv(key)\n    if not v:\n        raise ValueError(key)\n    return v\nx = need("A")',
      'A raises',
    ],
    ['def need(key):\n    return os.environ[key]\nx = need(key="A")', 'A raises'],
    [
      'def flag(name, default=False):\n    return os.getenv(name, str(default)).lower() == "true"\nx = flag("A")',
      'A default =False :bool',
    ],
    [
      'class C:\n    def _env(self, name):\n        return os.environ[name]\n    def f(self):\n        return self._env("A")',
      'A raises',
    ],
  ])('%s', async (text, expected) => {
    const { facts } = await extract('a.py', `import os\n${text}\n`);
    expect(ofKind(facts, 'envRead').map(short)).toEqual([expected]);
  });

  it('tells a wrapper that only other files call', async () => {
    const text =
      'import os\ndef need(name, default=None):\n    v = os.getenv(name, default)\n    if v is None:\n        raise KeyError(name)\n    return int(v)\n';
    const { facts } = await extract('a.py', text);
    expect(ofKind(facts, 'dynamicRead')).toMatchObject([
      {
        accessor: 'os.getenv',
        helper: { name: 'need', nameParameter: 0, defaultParameter: 1, missing: 'raises', cast: 'int' },
      },
    ]);
  });

  it('does not take another function of that name', async () => {
    const text =
      'import os\nfrom lib import get\ndef outer():\n    def get(name):\n        return os.environ[name]\nx = get("A")\n';
    expect(await shorts(text)).toEqual([]);
  });
});
