import { expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function urls(code: string, path = 'lib/a.ex'): Promise<readonly string[]> {
  const { facts } = await extract(path, `defmodule A do\n${code}\nend\n`);
  return ofKind(facts, 'url').map((fact) => `${fact.url}${fact.fetched === true ? ' fetched' : ''}`);
}

test.each([
  ['@url "https://api.x.io/v1"', 'https://api.x.io/v1'],
  ['def f, do: "see https://x.io"'],
  ['def f, do: "HTTPS://API.X.io/Path?q=1"', 'https://api.x.io/Path'],
  ['def f(x), do: "https://api.x.io/#{x}/b"', 'https://api.x.io/{}/b'],
  ['def f(x), do: "https://#{x}/b"'],
  ['@ice [%{urls: "stun:stun.example.org:3478"}]', 'stun:stun.example.org:3478'],
  ['def f(x), do: "turn:turn.example.org:#{x}?transport=udp"', 'turn:turn.example.org:{}'],
  ['def f(x), do: "turn:left at #{x}"'],
  ['def f(x), do: "https://#{x}.x.io/b"', 'https://{}.x.io/b'],
  ['def f, do: Req.get("https://api.x.io")', 'https://api.x.io fetched'],
  ['def f, do: "https://api.x.io" |> HTTPoison.get!()', 'https://api.x.io fetched'],
  [
    'def f, do: Finch.build(:get, "https://api.x.io", [{"referer", "https://me.io"}])',
    'https://api.x.io fetched',
    'https://me.io',
  ],
  ['def f(u), do: Req.get(u, headers: [{"referer", "https://me.io"}])', 'https://me.io'],
  ['def f(u), do: HTTPoison.get(u, [{"referer", "https://me.io"}])', 'https://me.io'],
  ['def f, do: Req.new(base_url: "https://api.x.io")', 'https://api.x.io fetched'],
  ['def f, do: :httpc.request(:get, {~c"https://api.x.io/a", []}, [], [])', 'https://api.x.io/a fetched'],
  ['plug Tesla.Middleware.BaseUrl, "https://api.x.io"', 'https://api.x.io fetched'],
  [
    '@base "https://api.x.io"\ndef f(id), do: Req.get("#{@base}/users/#{id}")',
    'https://api.x.io',
    'https://api.x.io/users/{} fetched',
  ],
  [
    '@base "https://api.x.io"\ndef f(id), do: Req.get(@base <> "/users")',
    'https://api.x.io',
    'https://api.x.io/users fetched',
  ],
  [
    'def f, do: Req.get(url())\ndefp url, do: System.get_env("U") || "https://api.x.io"',
    'https://api.x.io fetched',
    'https://api.x.io',
  ],
  ['def f, do: WebSockex.start("wss://x.io/s", __MODULE__, %{})', 'wss://x.io/s fetched'],
  ['def f, do: "https://me:not-real@x.io/a"', 'https://x.io/a'],
  ['def f, do: ~s(https://x.io/a)', 'https://x.io/a'],
  ['# https://x.io'],
  ['@doc "https://x.io"'],
  ['@moduledoc """\nhttps://x.io\n"""'],
  ['def f, do: ~H"""\n<a href="https://x.io">x</a>\n"""'],
  ['@ns "http://www.w3.org/2000/svg"'],
  ['def f, do: "ftp://x.io"'],
] as const)('%s', async (code, ...expected) => {
  expect(await urls(code)).toEqual(expected);
});

test('seeds are made-up data', async () => {
  expect(await urls('def f, do: "https://x.io"', 'priv/repo/seeds.exs')).toEqual([]);
});
