import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';
import { inBody, reads } from './reads';

describe('one expression in a function', () => {
  test.each([
    ['System.get_env("A")', 'A bare'],
    ['System.get_env "A"', 'A bare'],
    ['System.get_env("A", "x")', 'A default =x'],
    ['System.get_env("A", nil)', 'A bare'],
    ['System.get_env("A") || "x"', 'A default =x'],
    ['System.get_env("A") || 5', 'A default =5'],
    ['System.get_env("A") || true', 'A default =true'],
    ['System.get_env("A") || nil', 'A bare'],
    ['System.get_env("A") || :prod', 'A default =:prod'],
    ['System.get_env("A") || fallback()', 'A default'],
    ['System.get_env("A") || raise "A is missing"', 'A raises'],
    ['System.get_env("A") ||\n  raise """\n  A is missing, say "x"\n  """', 'A raises'],
    ['System.get_env("A") || raise(ArgumentError, message: "x")', 'A raises'],
    ['System.get_env("A") || throw(:missing)', 'A raises'],
    ['System.get_env("A") || System.halt(1)', 'A raises'],
    ['System.get_env("A") || Mix.raise("x")', 'A raises'],
    ['System.get_env("A") || raise_missing("A")', 'A raises'],
    ['(System.get_env("A") || "x")', 'A default =x'],
    ['"A" |> System.get_env()', 'A bare'],
    ['"A" |> System.get_env("x")', 'A default =x'],
    ['System.fetch_env!("A")', 'A raises'],
    ['System.fetch_env("A")', 'A guarded'],
    ['{:ok, a} = System.fetch_env("A")', 'A raises'],
    ['with {:ok, a} <- System.fetch_env("A"), do: a', 'A guarded'],
    ['case System.fetch_env("A") do\n  {:ok, a} -> a\n  :error -> raise "no A"\nend', 'A raises'],
    ['case System.fetch_env("A") do\n  {:ok, a} -> a\n  :error -> "x"\nend', 'A default =x'],
    ['case System.get_env("A") do\n  nil -> {:error, :missing}\n  a -> {:ok, a}\nend', 'A guarded'],
    ['case System.get_env("A") do\n  nil -> false\n  _ -> true\nend', 'A guarded'],
    ['case System.get_env("A") do\n  "a" -> 1\n  _ -> 2\nend', 'A guarded'],
    ['System.get_env("A")\n|> case do\n  nil -> raise "no"\n  a -> a\nend', 'A raises'],
    ['if System.get_env("A") do\n  :on\nend', 'A compared'],
    ['if a = System.get_env("A") do\n  a\nend', 'A guarded ->a'],
    ['unless System.get_env("A"), do: raise "A is missing"', 'A raises'],
    ['if is_nil(System.get_env("A")), do: raise "A is missing"', 'A raises'],
    ['if !System.get_env("A") do\n  raise "A is missing"\nend', 'A raises'],
    ['if System.get_env("A") == nil do\n  raise "A is missing"\nend', 'A raises'],
    ['if System.get_env("A") do\n  :ok\nelse\n  raise "A is missing"\nend', 'A raises'],
    ['if System.get_env("A") do\n  # raise was here\n  :ok\nend', 'A compared'],
    ['System.get_env("A") == "true"', 'A compared :bool'],
    ['System.get_env("A") != "x"', 'A compared'],
    ['System.get_env("A") in ~w(true 1)', 'A compared :bool'],
    ['System.get_env("A", "false") == "true"', 'A default =false :bool'],
    ['System.get_env("A") in ["yes", "on"]', 'A compared :bool'],
    ['not is_nil(System.get_env("A"))', 'A compared'],
    ['cond do\n  System.get_env("A") -> 1\n  true -> 2\nend', 'A compared'],
    ['to_string(System.get_env("A"))', 'A compared'],
    ['String.to_integer(System.get_env("A") || "4000")', 'A default =4000 :int'],
    ['String.to_integer(System.get_env("A", "4000"))', 'A default =4000 :int'],
    ['System.get_env("A", "4000") |> String.to_integer()', 'A default =4000 :int'],
    ['String.to_integer(System.get_env("A"))', 'A bare :int'],
    ['System.fetch_env!("A") |> String.split(",", trim: true)', 'A raises :list'],
    ['String.to_existing_atom(System.get_env("A") || "false")', 'A default =false :atom'],
    ['URI.parse(System.fetch_env!("A"))', 'A raises :url'],
    ['"https://#{System.get_env("A")}/x"', 'A bare'],
    ['System.get_env()["A"]', 'A bare'],
    ['System.get_env()["A"] || "x"', 'A default =x'],
    ['Map.get(System.get_env(), "A", "x")', 'A default =x'],
    ['System.get_env() |> Map.fetch!("A")', 'A raises'],
    [':os.getenv(~c"A")', 'A bare'],
    [":os.getenv('A', 'x')", 'A default =x'],
    ['~w(A) |> Enum.map(&System.get_env/1)', 'A bare'],
    ['~w(A) |> Enum.map(&System.fetch_env!/1)', 'A raises'],
    ['Enum.all?(["A"], &System.get_env/1)', 'A guarded'],
    ['System.get_env("A") && System.get_env("B", "x")', 'A guarded', 'B default =x'],
    ['System.get_env("A") || System.get_env("B") || "x"', 'A default =x', 'B default =x'],
    ['System.get_env("A") || System.get_env("B") || raise "x"', 'A default', 'B raises'],
    ['if !System.get_env("A") or !System.get_env("B"), do: raise "x"', 'A raises', 'B raises'],
    ['if !System.get_env("A") && !System.get_env("B"), do: raise "x"', 'A guarded', 'B guarded'],
    ['a = System.get_env("A")\nif is_nil(a), do: raise "x"\na', 'A raises ->a'],
    ['a = System.get_env("A")\nunless a do\n  raise "x"\nend\na', 'A raises ->a'],
    ['a = System.get_env("A")\na || "x"', 'A default =x ->a'],
    ['a = System.get_env("A")\nif a, do: a, else: "x"', 'A default =x ->a'],
    ['a = System.get_env("A")\nif a, do: 4000 + String.to_integer(a), else: 4000', 'A guarded ->a'],
    ['a = System.get_env("A")\nif a && byte_size(a) != 32, do: raise "bad"', 'A guarded ->a'],
    ['a = System.get_env("A")\nif a not in [nil, "x"], do: raise "bad"', 'A guarded ->a'],
    ['a = System.get_env("A")\nif !(a in ["x", "y"]), do: raise "bad"', 'A raises ->a'],
    ['a = System.get_env("A")\nif other, do: raise "x"\na', 'A bare ->a'],
    ['if System.get_env("A") do\n  System.get_env("B")\nend', 'A compared', 'B guarded'],
    ['if System.get_env("A") do\n  System.fetch_env!("B")\nend', 'A compared', 'B raises'],
    ['parse(System.get_env("A"))\nend\ndefp parse(nil), do: 1\ndefp parse(x) do\nx', 'A guarded'],
    ['if System.get_env("A") in [nil, ""], do: raise "x"', 'A raises'],
    ['if System.get_env("A") not in [nil, ""], do: raise "x"', 'A compared'],
    ['System.get_env("A") && String.trim(System.get_env("A"))', 'A guarded', 'A guarded'],
    ['if !System.get_env("A") && config_env() == :prod, do: raise "x"', 'A raises'],
    ['key: [{:system, "A"}, :instance_role]', 'A default'],
    ['{:system, "A"}', 'A bare'],
    ['{:system, "A", "x"}', 'A default =x'],
    ['{:system, :integer, "A", 5}', 'A default =5 :int'],
  ] as const)('%s', async (code, ...expected) => {
    expect(await inBody(code)).toEqual(expected);
  });
});

describe('no reads', () => {
  test.each([
    'System.put_env("A", "x")',
    'System.put_env(%{"A" => "x"})',
    'System.delete_env("A")',
    '# System.get_env("A")',
    '"call System.get_env(\\"A\\")"',
    '~S|System.get_env("A")|',
    'Foo.System.get_env("A")',
    'Application.get_env(:app, :a)',
    'get_env("A")',
    'env!("A", :string)',
    'System.cmd("A", [])',
    'System.get_env("not a name")',
    'case x do\n  {:system, "A"} -> 1\nend',
    '{:systemd, "A"}',
    'send(pid, {:system, self(), "A"})',
    'Dotenvy.source([".env", System.get_env()])',
    'inspect(System.get_env())',
    'client.get_env("A")',
    '&System.get_env/1',
  ])('%s', async (code) => {
    expect(await inBody(code)).toEqual([]);
  });

  test('documentation is text', async () => {
    expect(await reads('defmodule A do\n  @moduledoc """\n  System.get_env("A")\n  """\nend', 'lib/a.ex')).toEqual([]);
  });
});

test('another module that is called System by alias is not System', async () => {
  expect(await inBody('alias My.System\nSystem.get_env("A")')).toEqual([]);
});

test('names that are built at run time are told as dynamic', async () => {
  const code = 'defmodule A do\n  def f(x), do: System.get_env("PRE_#{x}")\n  def g(x), do: System.get_env(x)\nend';
  const { facts } = await extract('lib/a.ex', code);
  expect(ofKind(facts, 'dynamicRead').map((fact) => fact.range.line)).toEqual([1, 2]);
  expect(ofKind(facts, 'envRead')).toEqual([]);
});

test('names follow attributes and variables', async () => {
  const code =
    'defmodule A do\n  @name "A_KEY"\n  def f do\n    other = "B_KEY"\n    {System.get_env(@name), System.get_env(other)}\n  end\nend';
  expect(await reads(code, 'lib/a.ex')).toEqual(['A_KEY bare', 'B_KEY bare']);
});

test('defaults of secret names are hidden, passwords in URLs are masked', async () => {
  expect(await inBody('System.get_env("API_SECRET") || "not-a-real-key"')).toEqual(['API_SECRET default =(hidden)']);
  expect(await inBody('System.get_env("DATABASE_URL", "ecto://me:not-real@db/x")')).toEqual([
    'DATABASE_URL default =ecto://***:***@db/x',
  ]);
});

test('place, scope and comment', async () => {
  const code = `defmodule My.Mod do
  # The key of the service.
  @key System.get_env("A_KEY")

  def chat do
    url = System.get_env("B_URL") # where it lives
    url
  end
end
`;
  expect(ofKind((await extract('lib/a.ex', code)).facts, 'envRead')).toMatchObject([
    {
      name: 'A_KEY',
      accessor: 'System.get_env',
      boundTo: '@key',
      comment: 'The key of the service.',
      scope: 'My.Mod',
      range: { line: 2, column: 7, endLine: 2, endColumn: 30 },
    },
    { name: 'B_URL', comment: 'where it lives', scope: 'My.Mod.chat', range: { line: 5, column: 10 } },
  ]);
});
