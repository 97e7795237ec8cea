import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readElixirHead } from '../../../server/src/extract/glance/elixir-head';
import type { ImportFact } from '../../../server/src/model/facts';
import { extract } from '../../support/extract';

const TEST = join(import.meta.dirname, '../..');

const PATHS = ['fixtures', 'marked'].flatMap((folder) =>
  readdirSync(join(TEST, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.exs?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(TEST.length + 1))
    .sort(),
);

async function importsByTree(path: string, text: string): Promise<readonly ImportFact[]> {
  const { facts } = await extract(path, text);
  return facts.filter((fact): fact is ImportFact => fact.kind === 'import');
}

async function shown(path: string, text: string): Promise<void> {
  const head = readElixirHead(text);
  const tree = await importsByTree(path, text);
  if (head === undefined) return;
  for (const fact of head.imports) expect(tree).toContainEqual(fact);
  const mentioned = new Set(head.mentions.map(({ module }) => module));
  const left = tree.filter((fact) => !head.imports.some((one) => JSON.stringify(one) === JSON.stringify(fact)));
  expect(left.map(({ module }) => module).filter((module) => !mentioned.has(module))).toEqual([]);
}

describe('the directives that lines of Elixir show', () => {
  it.each(PATHS)('are those of the tree, and all others are mentioned: %s', async (path) => {
    await shown(path, readFileSync(join(TEST, path), 'utf8'));
  });

  it('are told with their places and their module', async () => {
    const text = `defmodule Shop.Orders do
  @moduledoc """
  alias No.Docs
  import No.Docs.Either
  """
  use Ecto.Schema
  import Ecto.Query, only: [from: 2]
  alias Shop.{Mail, Pay.Client}
  alias Shop.Store, as: Basket
  alias Ecto.{
    Changeset,
    Multi
  }
  alias Basket.Item
  require Logger

  def list do
    import Shop.Helpers
    Mail.send()
  end

  alias Shop.Late
end
`;
    const head = readElixirHead(text);
    expect(head?.imports.map(({ module, range }) => `${range.line + 1}:${range.endColumn} ${module}`)).toEqual([
      '6:17 Ecto.Schema',
      '7:36 Ecto.Query',
      '8:31 Shop.Mail',
      '8:31 Shop.Pay.Client',
      '9:30 Shop.Store',
      '10:14 Ecto.Changeset',
      '10:14 Ecto.Multi',
      '14:19 Shop.Store.Item',
      '15:16 Logger',
      '22:17 Shop.Late',
    ]);
    expect([...new Set(head?.mentions.map(({ module }) => module))]).toEqual([
      'No.Docs',
      'No.Docs.Either',
      'Shop.Helpers',
    ]);
    await shown('lib/orders.ex', text);
  });

  it.each([
    ['of several modules', 'defmodule A do\n  import X\nend\ndefmodule B do\n  import Y\nend\n'],
    ['outside of the module', 'import X\ndefmodule A do\nend\n'],
    ['below the module', 'defmodule A do\nend\ndefimpl P, for: A do\n  import X\nend\n'],
    ['with something behind', 'defmodule A do\n  import X # why\n  use Y, do: 1\n  use Z; import V\nend\n'],
    ['in a function laid out by nobody', 'defmodule A do\n  def f do\n  import X\n  end\nend\n'],
    ['that go on in the next line', 'defmodule A do\n  use X\n    , a: 1\n  @behaviour Y\nend\n'],
  ])('are only mentioned where the line is not enough: %s', async (_, text) => {
    expect(readElixirHead(text)?.imports).toEqual([]);
    await shown('lib/a.ex', text);
  });
});

describe('the modules that Elixir calls', () => {
  const uses = (text: string): readonly string[] => readElixirHead(text)?.uses ?? [];

  it('are found without a directive, under their full names', () => {
    expect(
      uses(
        'defmodule A do\n  alias ExAws.{S3, SQS}\n  def f, do: S3.get() + Stripe.Charge.create() + :eldap.open()\nend\n',
      ),
    ).toEqual(expect.arrayContaining(['ExAws.S3', 'Stripe.Charge', ':eldap']));
  });

  it('are not those of Elixir itself, nor the logger', () => {
    expect(uses('defmodule A do\n  require Logger\n  def f, do: Enum.map([], &Logger.info/1)\nend\n')).toEqual([]);
  });

  it('mean what an alias above them says, and else both', () => {
    expect(uses('defmodule A do\n  alias My.Stripe\n  def f, do: Stripe.pay()\nend\n')).toEqual(['My.Stripe']);
    expect(uses('defmodule A do\n  def f do\n    alias My.Stripe\n    Stripe.pay()\n  end\nend\n')).toEqual([
      'Stripe',
      'My.Stripe',
    ]);
    expect(uses('defmodule A do\n  alias My.Stripe\n  def f, do: Elixir.Stripe.pay()\nend\n')).toContain('Stripe');
  });

  it('start on the line below a sentence that ends in another', () => {
    expect(uses('# See Shop.\nStripe.pay()\n')).toContain('Stripe');
  });

  it('are all that a file names where it starts a supervisor', () => {
    expect(uses('Supervisor.start_link([{Redix, []}, Shop.Repo], [])\n')).toEqual(
      expect.arrayContaining(['Redix', 'Shop.Repo']),
    );
  });

  it('may be named by aliases of aliases, as far as that ends', () => {
    const aliases = Array.from({ length: 30 }, (_, at) =>
      ['A', 'B', 'C'].map((name) => `    alias ${'ABC'[at % 3]}.${name}${at}, as: ${name}`).join('\n'),
    );
    expect(readElixirHead(`defmodule X do\n  def f do\n${aliases.join('\n')}\n  A.go()\n  end\nend\n`)).toBeUndefined();
  });
});
