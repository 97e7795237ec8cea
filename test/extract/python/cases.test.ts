import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

const cases = async (path: string, code: string): Promise<readonly string[]> =>
  ofKind((await extract(path, code)).facts, 'case').map(
    ({ subject, value, scope, range }) => `${subject} ${value} ${scope ?? '-'}:${range.line + 1}`,
  );

describe('texts that Python compares with', () => {
  test.each([
    [
      'def on(event):\n    if event["type"] == "invoice.paid":\n        pass\n    elif event["type"] == \'charge.refunded\':\n        pass',
      ['event["type"] invoice.paid on:2', 'event["type"] charge.refunded on:4'],
    ],
    ['if event.type in ("a.b", "c.d"):\n    pass', ['event.type a.b -:1', 'event.type c.d -:1']],
    ['if event_type not in [\n    "a.b",\n]:\n    pass', ['event_type a.b -:2']],
    ['if settings.LLM_PROVIDER.lower() == "openai":\n    pass', ['settings.LLM_PROVIDER.lower() openai -:1']],
    ['if os.getenv("LLM_PROVIDER", "local") == "openai":\n    pass', ['os.getenv("LLM_PROVIDER", "local") openai -:1']],
    ['if data.get("action") != "opened":\n    pass', ['data.get("action") opened -:1']],
    [
      'match event.type:\n    case "a.b":\n        pass\n    case "c" | "dd":\n        pass\n    case _:\n        pass',
      ['event.type a.b -:2', 'event.type dd -:4'],
    ],
    ['HANDLERS = {\n    "user.created": on_user,\n    "user.x": "text",\n}', ['HANDLERS user.created -:2']],
  ])('%s', async (code, expected) => {
    expect(await cases('app/a.py', code)).toEqual(expected);
  });

  test.each([
    '# if event.type == "invoice.paid":',
    '"""if event.type == "x":"""',
    'def f():\n    """\n    if event.type == "invoice.paid": x\n    """',
    'for kind in ["ab", "cd"]:\n    pass',
    'if type(event) == "ab":\n    pass',
    'if user.status == "active":\n    pass',
    'payload = {"type": "invoice.paid"}',
    'send(type="invoice.paid")',
  ])('none: %s', async (code) => {
    expect(await cases('app/a.py', code)).toEqual([]);
  });

  test('not from tests', async () => {
    expect(await cases('tests/test_a.py', 'if event.type == "invoice.paid":\n    pass')).toEqual([]);
  });
});

test('fields that keep data are bound under their class', async () => {
  const { facts } = await extract(
    'app/a.py',
    'class Desk:\n    def __init__(self):\n        self.email_storage = {}\n        self.sessions: dict[str, int] = {}\n        self.name = {}\n        self.cache = load()\n    def reset(self):\n        self.tracking_events = []\n',
  );
  expect(ofKind(facts, 'binding').map(({ name, range }) => `${name}:${range.line + 1}`)).toEqual([
    'Desk.email_storage:3',
    'Desk.sessions:4',
  ]);
});
