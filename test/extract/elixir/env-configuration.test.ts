import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';
import { reads } from './reads';

describe('helpers of the file', () => {
  test('private functions, also through defaults of their own', async () => {
    const code = `defmodule A do
  def f, do: {need("A"), opt("B", "x"), opt("C"), int("D", 5)}
  defp need(name), do: System.get_env(name) || raise "missing #{name}"
  defp opt(name, default \\\\ nil), do: System.get_env(name, default)
  defp int(name, default) do
    case System.get_env(name) do
      nil -> default
      text -> String.to_integer(text)
    end
  end
end`;
    expect(await reads(code, 'lib/a.ex')).toEqual(['A raises', 'B default =x', 'C bare', 'D default =5']);
    expect(ofKind((await extract('lib/a.ex', code)).facts, 'dynamicRead')).toEqual([]);
  });

  test('functions of a module in the same script', async () => {
    const code = `defmodule Util do
  def env(name), do: System.fetch_env!(name)
end
config :app, key: Util.env("A")`;
    expect(await reads(code)).toEqual(['A raises ->:app.key']);
  });

  test('closures', async () => {
    const code = 'env = fn name, default -> System.get_env(name) || default end\nconfig :app, key: env.("A", "x")';
    expect(await reads(code)).toEqual(['A default =x ->:app.key']);
  });

  test('public ones are bindings that other files can follow', async () => {
    const code =
      'defmodule My.Env do\n  def int(name, default), do: String.to_integer(System.get_env(name) || default)\nend';
    const { facts } = await extract('lib/env.ex', code);
    expect(ofKind(facts, 'binding')).toMatchObject([
      {
        name: 'My.Env.int',
        exported: true,
        value: {
          t: 'call',
          callee: 'System.get_env',
          args: [{ t: 'ref', path: '$0' }],
          keywords: { presence: { t: 'string', v: 'default' }, default: { path: '$1' }, cast: { v: 'int' } },
        },
      },
    ]);
  });
});

describe('configuration', () => {
  test('the query of a cluster may be missing: Phoenix starts without one', async () => {
    expect(await reads('import Config\nconfig :shop, :dns_cluster_query, System.get_env("Q")\n')).toEqual([
      expect.stringContaining('Q guarded'),
    ]);
    expect(await reads('import Config\nconfig :shop, :secret, System.get_env("Q")\n')).toEqual([
      expect.stringContaining('Q bare'),
    ]);
  });

  test.each([
    ['config :a, B.Repo, url: System.get_env("A")', 'A bare ->:a.B.Repo.url'],
    ['config :a, key: System.get_env("A")', 'A bare ->:a.key'],
    ['config :a, :key, System.get_env("A")', 'A bare ->:a.key'],
    ['config :a, B, http: [port: String.to_integer(System.get_env("A") || "1")]', 'A default =1 :int ->:a.B.http.port'],
    ['url = System.get_env("A") || raise "x"\nconfig :a, B.Repo, url: url', 'A raises ->:a.B.Repo.url'],
    ['if System.get_env("A") do\n  config :a, server: true\nend', 'A compared'],
    ['if a = System.get_env("A") do\n  config :a, key: a\nend', 'A guarded ->:a.key'],
    ['a = System.get_env("A")\nif a do\n  config :a, key: a\nend', 'A guarded ->:a.key'],
    ['Application.put_env(:a, :key, System.get_env("A"))', 'A bare ->:a.key'],
    ['if config_env() == :prod do\n  config :a, key: System.get_env("A")\nend', 'A bare ->:a.key prod'],
    ['if Mix.env() == :prod, do: :x\nconfig :a, key: System.get_env("A")', 'A bare ->:a.key'],
    ['if config_env() in [:prod] do\n  config :a, key: System.get_env("A")\nend', 'A bare ->:a.key prod'],
    ['unless config_env() in [:dev, :test] do\n  config :a, key: System.get_env("A")\nend', 'A bare ->:a.key prod'],
    ['if config_env() != :prod do\n  :ok\nelse\n  config :a, key: System.get_env("A")\nend', 'A bare ->:a.key prod'],
    ['if config_env() == :prod do\n  :ok\nelse\n  config :a, key: System.get_env("A")\nend', 'A bare ->:a.key'],
    ['if config_env() == :prod or x do\n  config :a, key: System.get_env("A")\nend', 'A bare ->:a.key'],
    ['case config_env() do\n  :prod -> config :a, key: System.get_env("A")\n  _ -> :ok\nend', 'A bare ->:a.key prod'],
    ['if config_env() == :test do\n  config :a, key: System.get_env("A")\nend', 'A bare ->:a.key'],
  ] as const)('%s', async (code, expected) => {
    expect(await reads(`import Config\n${code}\n`)).toEqual([expected]);
  });

  test('a file is of one environment by its name', async () => {
    const code = 'import Config\nconfig :a, key: System.get_env("A")';
    expect(await reads(code, 'config/prod.exs')).toEqual(['A bare ->:a.key prod']);
    expect(await reads(code, 'apps/x/config/prod.exs')).toEqual(['A bare ->:a.key prod']);
    expect(await reads(code, 'config/releases.exs')).toEqual(['A bare ->:a.key prod']);
    expect(await reads(code, 'config/dev.exs')).toEqual(['A bare ->:a.key']);
    expect(await reads(code, 'lib/prod.exs')).toEqual(['A bare ->:a.key']);
    const partition = 'config :a, database: "a_test#{System.get_env("A")}"';
    expect(await reads(`import Config\n${partition}`, 'config/test.exs')).toEqual(['A compared ->:a.database']);
  });

  test('configuration in comments', async () => {
    const code = `import Config
#     config :a, A.Mailer,
#       adapter: Swoosh.Adapters.Mailgun,
#       api_key: System.get_env("A_KEY"),
#       nested: [key: System.get_env("NESTED")]
#
# Set api_key: System.get_env("PROSE") as you like.
`;
    expect(await reads(code)).toEqual(['A_KEY bare ->:a.A.Mailer.api_key commented']);
  });
});

describe('Dotenvy', () => {
  test.each([
    ['env!("A", :string)', 'A raises'],
    ['env!("A", :string!)', 'A raises'],
    ['env!("A", :integer, 4000)', 'A default =4000 :int'],
    ['env!("A", :boolean, false)', 'A default =false :bool'],
    ['env!("A", :string?, nil)', 'A guarded'],
    ['Dotenvy.env!("A", :atom)', 'A raises :atom'],
  ] as const)('%s', async (code, expected) => {
    const file = `import Config\nimport Dotenvy\nsource!([".env", System.get_env()])\nconfig :a, :key, ${code}\n`;
    expect(await reads(file)).toEqual([`${expected} ->:a.key`]);
  });
});
