import { expect, it } from 'vitest';
import { extract, ofKind } from '../support/extract';

async function told(path: string, text: string): Promise<readonly string[]> {
  return ofKind((await extract(path, text)).facts, 'accountRule').map(
    ({ about, value, range }) => `${range.line} ${about} ${value}`,
  );
}

it.each([
  ['src/a.ts', 'if (password.length < 8) throw new Error();', ['0 password length 8']],
  ['src/a.ts', 'const ok = body.newPassword.length > 7;', ['0 password length 8']],
  ['src/a.ts', 'z.object({ email: z.string(), password: z.string({}).min(10, "short") })', ['0 password length 10']],
  ['src/a.ts', 'class Dto {\n  @IsString()\n  @MinLength(6)\n  password: string;\n}', ['2 password length 6']],
  [
    'src/a.ts',
    'if (!/[A-Za-z]/.test(password) || !/[0-9]/.test(password)) no();',
    ['0 password pattern [A-Za-z]', '0 password pattern [0-9]'],
  ],
  ['app/a.py', 'def f(password):\n    if len(password) < 12:\n        raise E()\n', ['1 password length 12']],
  ['app/a.py', 'class A(BaseModel):\n    password: str = Field(..., min_length=9)\n', ['1 password length 9']],
  ['app/a.py', 'if not re.search(r"[A-Z]", password):\n    pass\n', ['0 password pattern [A-Z]']],
  ['lib/a.ex', 'def c(x), do: validate_length(x, :password, min: 12, max: 72)\n', ['0 password length 12']],
  [
    'app/a.py',
    'user = {"user_type": "guest"}\nif user["user_type"] == "owner":\n    pass\n',
    ['0 user type guest', '1 user type owner'],
  ],
  ['app/a.py', 'class U(BaseModel):\n    user_type: str = "sailor"\n', ['1 user type sailor']],
  ['src/a.ts', 'if (user.userType !== "vendor") return;\n', ['0 user type vendor']],
])('%s: %s', async (path, text, expected) => {
  expect(await told(path, text)).toEqual(expected);
});

it.each([
  ['the limit of a hash', 'src/a.ts', 'if (password.length > 72) throw new Error();'],
  ['whether there is any', 'src/a.ts', 'if (password.length > 0) go();'],
  ['a meter', 'src/a.ts', 'function strength(password) {\n  if (password.length >= 8) points++;\n}'],
  ['a comment', 'src/a.ts', '// if (password.length < 8) throw new Error();'],
  ['messages of a chat', 'src/a.ts', 'const m = [{ role: "user" }, { type: "text" }];'],
  ['a variable of the environment', 'src/a.ts', 'const env = z.object({ COOKIE_PASSWORD: z.string().min(32) });'],
  ['a test', 'tests/test_a.py', 'user = {"user_type": "guest"}\n'],
  [
    'another length',
    'src/a.ts',
    'const s = z.object({ password: z.string(), name: z.string().min(6) }); const p = { title: z.string().min(9) };',
  ],
])('no rule: %s', async (_, path, text) => {
  expect(await told(path, text)).toEqual([]);
});
