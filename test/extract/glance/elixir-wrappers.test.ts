import { expect, it } from 'vitest';
import { matcherOf } from '../../../server/src/catalog/match';
import { wantedCode } from '../../../server/src/catalog/wanted-code';
import { languageOf, lookAt } from '../../../server/src/extract/extract-file';
import { fileRole } from '../../../server/src/extract/file-role';
import { closerLooks } from '../../../server/src/index/closer-look/closer-look';
import type { FileFacts } from '../../../server/src/model/facts';
import { testAssets } from '../../host/support';
import { extract } from '../../support/extract';

async function atFirstSight(path: string, text: string): Promise<FileFacts> {
  const { languages, catalog } = await testAssets();
  const language = languageOf(languages, path);
  const file = { path, text, role: fileRole(path), depth: 'map' } as const;
  const glanced = language && lookAt(language, file, wantedCode(matcherOf(catalog)));
  return glanced ?? extract(path, text);
}

async function askedOf(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = await Promise.all(Object.entries(texts).map(async ([path, text]) => atFirstSight(path, text)));
  expect(files.filter(({ glanced }) => glanced !== undefined).length).toBe(files.length - 1);
  return closerLooks(matcherOf((await testAssets()).catalog), 'map')(files);
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
