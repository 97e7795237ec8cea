import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

const cases = async (path: string, code: string): Promise<readonly string[]> =>
  ofKind((await extract(path, code)).facts, 'case').map(
    ({ subject, value, scope, range }) => `${subject} ${value} ${scope ?? '-'}:${range.line + 1}`,
  );

describe('texts that scripts compare with', () => {
  test.each([
    [
      'function on(event) {\n  switch (event.type) {\n    case "checkout.session.completed":\n    case \'invoice.paid\': {\n      break\n    }\n    default:\n  }\n}',
      ['event.type checkout.session.completed on:3', 'event.type invoice.paid on:4'],
    ],
    ['if (event.type === "invoice.paid") go()', ['event.type invoice.paid -:1']],
    ['if (body?.event !== "push") go()', ['body?.event push -:1']],
    ['if (body["action"] == "opened") go()', ['body["action"] opened -:1']],
    ['if (config.llmProvider.toLowerCase() === "openai") go()', ['config.llmProvider.toLowerCase() openai -:1']],
    [
      'const a = (process.env.LLM_PROVIDER ?? "openai") === "anthropic"',
      ['process.env.LLM_PROVIDER ?? "openai" anthropic -:1'],
    ],
    ['const a = process.env["STORAGE_BACKEND"] === "s3"', ['process.env["STORAGE_BACKEND"] s3 -:1']],
    [
      'const handlers: Handlers = { "user.created": onUser, "user.deleted"(event) {} }',
      ['handlers user.created -:1', 'handlers user.deleted -:1'],
    ],
    ['if (event.name === "order.paid" || event.name === "Ann") go()', ['event.name order.paid -:1']],
  ])('%s', async (code, expected) => {
    expect(await cases('src/a.ts', code)).toEqual(expected);
  });

  test.each([
    '// if (event.type === "invoice.paid")',
    'const help = `if (event.type === "invoice.paid")`',
    'if (typeof provider === "string") go()',
    'if (event.type === "keydown") go()',
    'if (user.status === "active") go()',
    'if (event.type === "two words") go()',
    'switch (user.role) { case "admin": break }',
    'const labels = { "user.created": "A user was created" }',
    'const icons = { "user.created": UserIcon }',
    'const payload = { type: "invoice.paid" }',
  ])('none: %s', async (code) => {
    expect(await cases('src/a.ts', code)).toEqual([]);
  });

  test('tests and components', async () => {
    expect(await cases('src/a.test.ts', 'if (event.type === "invoice.paid") go()')).toEqual([]);
    expect(await cases('src/a.tsx', 'switch (action.type) { case "add": break; case "cart.add": break }')).toEqual([
      'action.type cart.add -:1',
    ]);
    expect(await cases('src/a.tsx', 'if (provider === "google") go()')).toEqual(['provider google -:1']);
  });

  test('many are cut', async () => {
    const code = Array.from({ length: 500 }, (_, index) => `if (event.type === "a.b${index}") go()`).join('\n');
    expect((await cases('src/a.ts', code)).length).toBe(80);
  });
});

test('fields that keep data are bound under their class', async () => {
  const { facts } = await extract(
    'src/a.ts',
    'class Desk {\n  private sessions = new Map<string, X>();\n  name = "x";\n  limits = {};\n  constructor() { this.mailStore = {}; this.cache = load(); }\n}',
  );
  expect(ofKind(facts, 'binding').map(({ name, range }) => `${name}:${range.line + 1}`)).toEqual([
    'Desk.sessions:2',
    'Desk.mailStore:5',
  ]);
});
