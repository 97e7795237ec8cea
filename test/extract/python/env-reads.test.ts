import { describe, expect, it } from 'vitest';
import type { EnvReadFact } from '../../../server/src/model/facts';
import { extract, ofKind } from '../../support/extract';

async function reads(text: string, path = 'app/module.py'): Promise<readonly EnvReadFact[]> {
  return ofKind((await extract(path, text)).facts, 'envRead');
}

/** A read in short: name, presence, and what else is told of it. */
function short(read: EnvReadFact): string {
  const parts = [read.name, read.presence];
  if (read.default !== undefined) parts.push(`=${read.default}`);
  if (read.cast !== undefined) parts.push(`:${read.cast}`);
  if (read.production === true) parts.push('prod');
  if (read.allowed !== undefined) parts.push(read.allowed.join('|'));
  return parts.join(' ');
}

async function shorts(text: string, path?: string): Promise<readonly string[]> {
  return (await reads(text, path)).map(short);
}

const OS_CASES: readonly (readonly [string, ...string[]])[] = [
  ['os.environ["A"]', 'A raises'],
  ["os.environ['A']", 'A raises'],
  ['os.environ.get("A")', 'A bare'],
  ['os.environ.get("A", "x")', 'A default =x'],
  // A constant of another module: its name, as the code has it.
  ['from ..core.constants import (\n    LIMIT,\n)\nos.environ.get("A", LIMIT)', 'A default =LIMIT'],
  ['os.environ.get("A", default="x")', 'A default =x'],
  ['os.environ.get("A", None)', 'A default =None'],
  ['os.environ.get("A", "")', 'A default ='],
  ['os.getenv("A")', 'A bare'],
  ['os.getenv("A", 5)', 'A default =5'],
  ['os.getenv(key="A", default="x")', 'A default =x'],
  ['os.environ.setdefault("A", "x")', 'A default =x'],
  ['os.environ.pop("A")', 'A raises'],
  ['os.environ.pop("A", None)', 'A default =None'],
  ['os.environ.get("A") or "x"', 'A default =x'],
  ['os.getenv("A") or os.getenv("B") or "x"', 'A default =x', 'B default =x'],
  ['os.getenv("A") or os.getenv("B")', 'A default', 'B bare'],
  ['os.getenv("A", os.getenv("B", "x"))', 'A default =x', 'B default =x'],
  ['int(os.environ["A"])', 'A raises :int'],
  ['int(os.getenv("A", "30"))', 'A default =30 :int'],
  ['float(os.getenv("A", "0.5"))', 'A default =0.5 :float'],
  ['bool(os.getenv("A"))', 'A compared :bool'],
  ['json.loads(os.environ["A"])', 'A raises :json'],
  ['os.environ["A"].split(",")', 'A raises :list'],
  ['os.getenv("A", "a,b").split(",")', 'A default =a,b :list'],
  ['os.getenv("A") == "true"', 'A compared :bool'],
  ['os.getenv("A", "false").lower() == "true"', 'A default =false :bool'],
  ['os.getenv("A", "0").lower() in ("1", "true", "yes")', 'A default =0 :bool'],
  ['os.getenv("A") is not None', 'A compared'],
  ['not os.getenv("A")', 'A compared'],
  ['"A" in os.environ', 'A guarded'],
  ['"A" not in os.environ', 'A guarded'],
  ['os.environ["A"] if "A" in os.environ else "x"', 'A guarded =x', 'A guarded'],
  ['f"{os.environ[\'A\']}/x"', 'A raises'],
  ['connect(os.environ["A"], port=os.getenv("B"))', 'A raises', 'B passed'],
  ['{"key": os.getenv("A", "x")}', 'A default =x'],
  ['[os.environ["A"], os.getenv("B")]', 'A raises', 'B bare'],
  ['(os.getenv("A") or "").strip()', 'A default ='],
  ['os.getenv("A", "postgres://u:p@h/db")', 'A default =postgres://***:***@h/db'],
  ['os.getenv("API_SECRET", "not-a-real-key")', 'API_SECRET default =(hidden)'],
];

describe('os.environ and os.getenv', () => {
  it.each(OS_CASES)('%s', async (expression, ...expected) => {
    expect(await shorts(`import os, json\nx = ${expression}\n`)).toEqual(expected);
  });

  it.each([
    'from os import environ\nx = environ["A"]',
    'from os import environ as e\nx = e["A"]',
    'import os as o\nx = o.environ["A"]',
    'import os\nenv = os.environ\nx = env["A"]',
  ])('follows aliases: %s', async (text) => {
    expect(await shorts(text)).toEqual(['A raises']);
  });

  it.each([
    'from os import getenv\nx = getenv("A")',
    'from os import getenv as g\nx = g("A")',
    'import os\nread = os.environ.get\nx = read("A")',
    'def f():\n    import os\n    return os.getenv("A")',
    'import os\ndef f(a=os.getenv("A")): pass',
    'import os\nx = lambda: os.getenv("A")',
    'import os\nKEY = "A"\nx = os.getenv(KEY)',
    'import os\nx = os.getenv(\n    "A",\n)',
  ])('finds a bare read: %s', async (text) => {
    expect(await shorts(text)).toEqual(['A bare']);
  });

  it.each([
    'import os\nos.environ["A"] = "x"',
    'import os\ndel os.environ["A"]',
    'import os\nos.environ.update({"A": "x"})',
    'import os\n# os.environ["A"] must be set before the server starts',
    'import os\n"""Reads os.environ["A"] at start."""',
    'import os\nx = "os.environ[\'A\']"',
    'environ = {}\nx = environ["A"]',
    'def app(environ, start):\n    return environ["HTTP_HOST"], environ.get("A")',
    'import os\ndef f(os):\n    return os.getenv("A")',
    'from settings import config\nx = config("A")',
    'from jsonlib import env\nprint(env)',
    'class Fake:\n    def getenv(self, name): return name\nx = Fake().getenv("A")',
    'import os\nx = os.environ.copy()\ny = dict(os.environ)',
    'import os\nx = os.environ["NOT A NAME"]',
    'import os\nwith patch.dict(os.environ, {"A": "x"}): pass',
    'monkeypatch.setenv("A", "x")',
  ])('is no read: %s', async (text) => {
    expect(await shorts(text)).toEqual([]);
  });

  it('tells names that are built at run time as dynamic', async () => {
    const { facts } = await extract(
      'a.py',
      'import os\nname = make()\nx = os.getenv(name)\ny = os.environ[f"APP_{name}"]\n',
    );
    expect(ofKind(facts, 'envRead')).toEqual([]);
    expect(ofKind(facts, 'dynamicRead').map((fact) => [fact.accessor, fact.range.line])).toEqual([
      ['os.getenv', 2],
      ['os.environ', 3],
    ]);
  });

  it('marks the name inside its quotes', async () => {
    const [read] = await reads('import os\nX = os.environ["STRIPE_KEY"]\n');
    expect(read?.range).toEqual({ line: 1, column: 16, endLine: 1, endColumn: 26 });
    expect(read).toMatchObject({ accessor: 'os.environ', boundTo: 'X' });
  });

  it('follows a loop over literal names', async () => {
    const text =
      'import os\nfor key in ("A", "B"):\n    if not os.getenv(key):\n        print(key)\nNAMES = ["C"]\nmissing = [n for n in NAMES if not os.environ.get(n)]\n';
    expect(await shorts(text)).toEqual(['A compared', 'B compared', 'C compared']);
  });
});

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

describe('lists of names', () => {
  it.each([
    [
      'missing = [n for n in ["A", "B"] if not os.getenv(n)]\nif missing:\n    raise SystemExit(missing)',
      ['A raises', 'B raises'],
    ],
    ['missing = [n for n in ["A"] if n not in os.environ]\nprint(missing)', ['A guarded']],
    [
      'missing = []\nfor n in ("A",):\n    if not os.environ.get(n):\n        missing.append(n)\nif len(missing) > 0:\n    sys.exit(1)',
      ['A raises'],
    ],
    ['for n in ("A",):\n    if not os.environ.get(n):\n        missing.append(n)\nprint(missing)', ['A compared']],
    ['xs = [x.strip() for x in os.getenv("A", "a,b").split(",")]', ['A default =a,b :list']],
    ['match os.getenv("A"):\n    case "x": pass', ['A compared']],
  ])('%s', async (text, expected) => {
    expect(await shorts(`import os, sys\n${text}\n`)).toEqual(expected);
  });
});

describe('what stands with a read', () => {
  it('keeps comments at the end of the line and right above', async () => {
    const text = `import os
# Signs the session cookies.
A = os.getenv("A")
B = os.getenv("B")  # where the broker listens
# ----------
C = os.getenv("C")  # noqa: E501
`;
    expect((await reads(text)).map((read) => read.comment)).toEqual([
      'Signs the session cookies.',
      'where the broker listens',
      undefined,
    ]);
  });

  it('tells the dictionary path and keyword-free names that keep the value', async () => {
    const text = `import os
DATABASES = {"default": {"PASSWORD": os.environ["A"]}}
app.config["KEY"] = os.environ["B"]
connect(password=os.environ["C"])
`;
    expect((await reads(text)).map((read) => read.boundTo)).toEqual([
      'DATABASES.default.PASSWORD',
      'app.config.KEY',
      undefined,
    ]);
  });

  it('shows a default that is a constant of the file', async () => {
    expect(await shorts('import os\nFALLBACK = "http://x"\nA = os.getenv("A", FALLBACK)\n')).toEqual([
      'A default =http://x',
    ]);
  });

  it('marks reads that are commented out', async () => {
    const text = 'import os\n# KEY = os.environ["A"]\n# x = os.getenv("B", "d")\n# see os.getenv("C") for more\n';
    expect((await reads(text)).map((read) => [short(read), read.commentedOut])).toEqual([
      ['A raises', true],
      ['B default =d', true],
    ]);
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
