import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function claims(lines: string) {
  const text = `from datetime import datetime, timedelta, timezone
import time
import jwt

def issue(user, span):
${lines
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`;
  const { facts } = await extract('app/tokens.py', text);
  const call = ofKind(facts, 'call').find(({ callee }) => callee === 'jwt.encode');
  const [payload] = call?.args ?? [];
  return payload?.t === 'map' ? payload.entries['exp'] : undefined;
}

const days = (v: number) => ({
  t: 'call',
  callee: 'datetime.timedelta',
  args: [],
  keywords: { days: { t: 'number', v } },
});

describe('the end of a token', () => {
  test('in the call, in a variable, in a variable of a variable', async () => {
    const written = [
      'return jwt.encode({"exp": datetime.now(timezone.utc) + timedelta(days=7)}, KEY)',
      'claims = {"sub": user, "exp": datetime.utcnow() + timedelta(days=7)}\nreturn jwt.encode(claims, KEY)',
      'ends = datetime.utcnow() + timedelta(days=7)\nclaims = {"exp": ends}\nreturn jwt.encode(claims, KEY)',
      'claims = user.copy()\nclaims.update({"exp": datetime.utcnow() + timedelta(days=7)})\nreturn jwt.encode(claims, KEY)',
    ];
    for (const lines of written) {
      const end = await claims(lines);
      expect(end).toMatchObject({ t: 'call', callee: '+' });
      expect(end?.t === 'call' ? end.args[1] : undefined).toEqual(days(7));
    }
  });

  test('in seconds after the clock', async () => {
    const end = await claims('return jwt.encode({"exp": int(time.time()) + 3600}, KEY)');
    expect(end).toMatchObject({ callee: '+', keywords: { unit: { v: 's' } } });
    expect(end?.t === 'call' ? end.args[1] : undefined).toEqual({ t: 'number', v: 3600 });
    const stamp = await claims('return jwt.encode({"exp": datetime.now(timezone.utc).timestamp() + 86400 * 7}, KEY)');
    expect(stamp).toMatchObject({
      callee: '+',
      args: [{}, { t: 'number', v: 604_800 }],
      keywords: { unit: { v: 's' } },
    });
    expect(await claims('return jwt.encode({"exp": user.made().timestamp() + 60}, KEY)')).toEqual({ t: 'other' });
  });

  test('is unknown where it is given twice, set after, or no sum with now', async () => {
    const two =
      'if span:\n    ends = datetime.utcnow() + span\nelse:\n    ends = datetime.utcnow() + timedelta(minutes=15)\nreturn jwt.encode({"exp": ends}, KEY)';
    expect(await claims(two)).toEqual({ t: 'ref', path: 'ends' });
    expect(
      await claims('claims = user.copy()\ntoken = jwt.encode(claims, KEY)\nclaims.update({"exp": 1})\nreturn token'),
    ).toBeUndefined();
    expect(await claims('return jwt.encode({"exp": user.start + timedelta(days=7)}, KEY)')).toEqual({ t: 'other' });
  });
});
