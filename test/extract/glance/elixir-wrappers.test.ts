import { expect, it } from 'vitest';
import { askedFor, atFirstSight } from './asked-for';

async function askedOf(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = await atFirstSight(texts);
  expect(files.filter(({ glanced }) => glanced !== undefined).length).toBe(files.length - 1);
  return askedFor(files);
}

it('asks for the files that name a module with a wrapper around the environment', async () => {
  const asked = await askedOf({
    'lib/shop/env.ex': 'defmodule Shop.Env do\n  def fetch(name), do: System.get_env(name)\nend\n',
    'lib/shop/by_alias.ex': 'defmodule Shop.ByAlias do\n  alias Shop.Env\n  def key, do: Env.fetch("SHOP_KEY")\nend\n',
    'lib/shop/in_place.ex': 'defmodule Shop.InPlace do\n  def key, do: "SHOP_URL" |> Shop.Env.fetch()\nend\n',
    'lib/shop/several.ex':
      'defmodule Shop.Several do\n  alias Shop.{Cart, Env}\n  def key, do: Env.fetch("SHOP_ID")\nend\n',
    'test/shop_test.exs': 'defmodule ShopTest do\n  def key, do: Shop.Env.fetch("SHOP_TEST")\nend\n',
    'lib/shop/cart.ex': 'defmodule Shop.Cart do\n  def add(cart), do: Map.put(cart, :env, 1)\nend\n',
    'lib/other/env.ex': 'defmodule Other.Cart do\n  alias Other.Env\n  def key, do: Env.fetch("NOT_THIS")\nend\n',
  });
  expect(asked).toEqual(['lib/shop/by_alias.ex', 'lib/shop/in_place.ex', 'lib/shop/several.ex', 'test/shop_test.exs']);
});
