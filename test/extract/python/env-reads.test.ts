import { describe, expect, it } from 'vitest';
import { extract, ofKind } from '../../support/extract';
import { reads, short, shorts } from './reads';

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
