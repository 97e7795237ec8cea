import { expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

test.each([
  '',
  'defmodule',
  'defmodule A do\n  def f( do %{\n  alias B.C\n  x = System.get_env("X"',
  'config :a, B, [[[[',
  'scope "/a" do get',
  '\u{FEFF}use Oban.Worker',
  `x = ${'['.repeat(3000)}${']'.repeat(3000)}`,
  `x = ${'a(b: '.repeat(400)}1${')'.repeat(400)}`,
  `Req.get("a" ${'<> "b" '.repeat(2000)})`,
])('broken or hostile code is no problem: %#', async (code) => {
  for (const path of ['lib/a.ex', 'config/runtime.exs', 'mix.exs', 'lib/web/router.ex']) {
    expect((await extract(path, code)).problems).toEqual([]);
  }
});

test('variables that double each other stay bounded', async () => {
  const lines = Array.from({ length: 60 }, (_, n) => `    x${n + 1} = [x${n}, x${n}]`).join('\n');
  const code = `defmodule A do\n  def f do\n    x0 = "a"\n${lines}\n    Req.post("https://a.io", json: x60)\n  end\nend\n`;
  const started = Date.now();
  const call = ofKind((await extract('lib/a.ex', code)).facts, 'call')[0];
  expect(call?.callee).toBe('Req.post');
  expect(JSON.stringify(call).length).toBeLessThan(100_000);
  expect(Date.now() - started).toBeLessThan(2000);
});

test('a syntax error costs no more than its surroundings', async () => {
  const { facts } = await extract(
    'config/runtime.exs',
    'import Config\n\nconfig :a, url: System.get_env("DB_URL")\n\n%{ => \n',
  );
  expect(ofKind(facts, 'envRead').map((read) => read.name)).toEqual(['DB_URL']);
});
