import { type FileContext, grown } from './plan';
import type { Random } from './random';
import { ELIXIR_USES } from './uses';
import { pascal, wordsOf } from './words';

/** A module of a Phoenix application: contexts, schemas, live views, tests. */
export function elixirText({ random, path, size, siblings, usesService }: FileContext): string {
  const module = moduleOf(path);
  const use = usesService ? random.pick(ELIXIR_USES) : undefined;
  const aliases = Array.from({ length: random.int(1, 4) }, () => `  alias ${moduleOf(random.pick(siblings))}\n`);
  const kind = path.endsWith('.exs') ? '  use ExUnit.Case, async: true\n' : '  import Ecto.Query, warn: false\n';
  const head = `defmodule ${module} do\n${kind}${aliases.join('')}${use === undefined ? '' : `\n${use.code}\n`}`;
  return `${grown(head, size, () => (path.endsWith('.exs') ? testBlock(random) : functionOf(random)))}end\n`;
}

function moduleOf(path: string): string {
  return path
    .replace(/^.*\/(?:lib|test)\//, '')
    .replace(/\.exs?$/, '')
    .split('/')
    .map(pascal)
    .join('.');
}

function functionOf(random: Random): string {
  const words = wordsOf(random);
  const [verb, thing, field] = [words.verb(), words.thing(), words.field()];
  return `
  @doc """
  ${words.sentence()}
  """
  def ${verb}_${thing}(%{${field}: ${field}} = ${thing}, opts \\\\ []) do
    limit = Keyword.get(opts, :limit, ${random.int(1, 500)})

    ${thing}
    |> Map.put(:${words.field()}, ${field})
    |> List.wrap()
    |> Enum.filter(fn entry -> entry.${field} > limit and entry.${words.field()} != "${words.field()}" end)
    |> Enum.map(&Map.take(&1, [:${words.field()}, :${words.field()}]))
    |> case do
      [] -> {:error, :no_${thing}}
      [found | _] -> {:ok, found}
    end
  end
`;
}

function testBlock(random: Random): string {
  const words = wordsOf(random);
  const thing = words.thing();
  return `
  test "${words.sentence()}" do
    ${thing} = insert(:${thing}, ${words.field()}: "${words.field()}", count: ${random.int(1, 99)})
    assert {:ok, found} = ${pascal(thing)}.${words.verb()}_${thing}(${thing})
    assert found.${words.field()} == ${random.int(1, 99)}
  end
`;
}
