import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function listOf(text: string, name: string): Promise<readonly string[] | undefined> {
  const { facts } = await extract('src/audit.ts', text);
  const value = ofKind(facts, 'binding').find((fact) => fact.name === name)?.value;
  return value?.t === 'list' ? value.items.map((item) => (item.t === 'string' ? item.v : '?')) : undefined;
}

describe('texts that a type names', () => {
  test('of a union and of an enum', async () => {
    expect(await listOf("export type Action = 'LOGIN' | 'LOGOUT';\n", 'Action')).toEqual(['LOGIN', 'LOGOUT']);
    expect(await listOf('export type Action =\n  // in\n  | "user.created"\n  | "user.gone"\n', 'Action')).toEqual([
      'user.created',
      'user.gone',
    ]);
    expect(await listOf("export enum Action {\n  In = 'IN',\n  Out = 'OUT', // gone\n}\n", 'Action')).toEqual([
      'IN',
      'OUT',
    ]);
  });

  test('not of anything else', async () => {
    for (const text of [
      "type Action = 'A1' | 'B1';",
      "export type Action = 'A1' | string;",
      "export type Action = 'A1';",
      'export type Action = { a: 1 } | { b: 2 };',
      "export enum Action { A = 'A1', B }",
      'export enum Action { A = 1, B = 2 }',
    ]) {
      expect(await listOf(`${text}\n`, 'Action'), text).toBeUndefined();
    }
  });

  test('time after the clock as a sum', async () => {
    const { facts } = await extract(
      'src/tokens.ts',
      `import jwt from 'jsonwebtoken';
export const a = (id: string) => jwt.sign({ id, exp: Math.floor(Date.now() / 1000) + 60 * 60 }, key());
export const b = (id: string) => jwt.sign({ id, exp: start() + 60 }, key());
`,
    );
    const ends = ofKind(facts, 'call')
      .filter(({ callee }) => callee === 'jsonwebtoken.sign')
      .map(({ args: [payload] }) => (payload?.t === 'map' ? payload.entries['exp'] : undefined));
    expect(ends[0]).toMatchObject({
      callee: '+',
      args: [{}, { t: 'number', v: 3600 }],
      keywords: { unit: { v: 's' } },
    });
    expect(ends[1]).toEqual({ t: 'other' });
  });
});
