import { expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

const MIX = `defmodule Shop.MixProject do
  use Mix.Project

  def project do
    [
      app: :shop,
      version: "0.1.0",
      aliases: aliases(),
      deps: deps()
    ]
  end

  def application, do: [mod: {Shop.Application, []}, extra_applications: [:logger]]

  defp deps do
    [
      {:phoenix, "~> 1.7.10"},
      {:postgrex, ">= 0.0.0"},
      {:credo, "~> 1.7", only: [:dev, :test], runtime: false},
      {:floki, ">= 0.30.0", only: :test},
      {:esbuild, "~> 0.8", runtime: Mix.env() == :dev},
      {:observer_cli, "~> 1.7", only: [:dev, :prod]},
      {:redix, "~> 1.2", optional: true},
      {:heroicons,
       github: "tailwindlabs/heroicons",
       tag: "v2.1.1",
       app: false},
      {:forked, "~> 1.0", git: "https://example.com/forked.git"},
      {:renamed, "~> 2.0", hex: :real_name},
      {:core, path: "../core"},
      {:sibling, in_umbrella: true},
      {:plain, []},
      # {:sentry, "~> 10.0"},
      # {:old_dev, "~> 1.0", only: :dev}
      # {:dep_from_hexpm, "~> 0.3.0"},
      # {:local, "~> 1.0", path: "../local"}
      # sentry "~> 10.0" comes later
    ] ++ extra_deps()
  end

  defp extra_deps, do: [{:swoosh, "~> 1.16"}]

  defp aliases do
    [
      setup: ["deps.get", "ecto.setup"],
      "ecto.reset": ["ecto.drop", "ecto.setup"],
      lint: "credo --strict",
      run: &run/1
    ]
  end
end
`;

test('dependencies: version, group, source, and those that are commented out', async () => {
  const dependencies = ofKind((await extract('apps/shop/mix.exs', MIX)).facts, 'dependency');
  expect(
    dependencies.map(({ name, version, group, commentedOut, range }) =>
      [range.line + 1, name, version, group, ...(commentedOut === true ? ['commented'] : [])].join(' '),
    ),
  ).toEqual([
    '17 phoenix ~> 1.7.10 runtime',
    '18 postgrex >= 0.0.0 runtime',
    '19 credo ~> 1.7 dev',
    '20 floki >= 0.30.0 dev',
    '21 esbuild ~> 0.8 runtime',
    '22 observer_cli ~> 1.7 runtime',
    '23 redix ~> 1.2 optional',
    '24 heroicons  runtime',
    '28 forked  runtime',
    '29 real_name ~> 2.0 runtime',
    '32 plain  runtime',
    '41 swoosh ~> 1.16 runtime',
    '33 sentry ~> 10.0 runtime commented',
    '34 old_dev ~> 1.0 dev commented',
  ]);
  expect(dependencies.every((dependency) => dependency.ecosystem === 'hex')).toBe(true);
});

test('the manifest: name and aliases', async () => {
  expect(ofKind((await extract('mix.exs', MIX)).facts, 'manifest')).toEqual([
    {
      kind: 'manifest',
      ecosystem: 'hex',
      name: 'shop',
      scripts: {
        setup: 'deps.get && ecto.setup',
        'ecto.reset': 'ecto.drop && ecto.setup',
        lint: 'credo --strict',
      },
      range: { line: 5, column: 6, endLine: 5, endColumn: 16 },
    },
  ]);
});

test('an umbrella, and dependencies in place', async () => {
  const code =
    'defmodule U.MixProject do\n  use Mix.Project\n  def project, do: [apps_path: "apps", deps: [{:req, "~> 0.5"}]]\nend';
  const { facts } = await extract('mix.exs', code);
  expect(ofKind(facts, 'manifest')).toMatchObject([{ workspaces: ['apps/*'] }]);
  expect(ofKind(facts, 'dependency').map((one) => one.name)).toEqual(['req']);
});

test('tuples elsewhere are no dependencies', async () => {
  const code = 'defmodule A do\n  def deps, do: [{:phoenix, "~> 1.7"}]\nend';
  expect(ofKind((await extract('lib/a.ex', code)).facts, 'dependency')).toEqual([]);
});

test('mix.lock', async () => {
  const lock = `%{
  "bandit": {:hex, :bandit, "1.10.1", "6b1f", [:mix], [{:plug, "~> 1.18", [hex: :plug, repo: "hexpm", optional: false]}], "hexpm", "4b4c"},
  "renamed": {:hex, :real_name, "2.0.3", "6b1f", [:mix], [], "hexpm", "4b4c"},
  old: {:hex, :old, "0.1.0"},
  "heroicons": {:git, "https://github.com/tailwindlabs/heroicons.git", "88ab", [tag: "v2.1.1"]},
}
`;
  const { facts, locked, problems } = await extract('apps/a/mix.lock', lock);
  expect([facts, problems]).toEqual([[], []]);
  expect(locked).toEqual({ 'hex:bandit': ['1.10.1'], 'hex:real_name': ['2.0.3'], 'hex:old': ['0.1.0'] });
});
