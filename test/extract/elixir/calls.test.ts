import { describe, expect, test } from 'vitest';
import type { CallFact, Fact } from '../../../server/src/model/facts';
import type { Value } from '../../../server/src/model/value';
import { extract, ofKind } from '../../support/extract';

/** A value as a reader of the test writes it. */
function shown(value: Value): string {
  switch (value.t) {
    case 'string':
      return JSON.stringify(value.v);
    case 'number':
    case 'bool':
      return String(value.v);
    case 'null':
      return 'nil';
    case 'ref':
      return value.path;
    case 'env':
      return `ENV ${value.name}${value.default === undefined ? '' : ` or ${shown(value.default)}`}`;
    case 'list':
      return `[${value.items.map(shown).join(', ')}]`;
    case 'map':
      return `%{${pairs(value.entries)}}`;
    case 'call':
      return `${value.callee}(${[...value.args.map(shown), ...pairList(value.keywords)].join(', ')})`;
    case 'template':
      return `<${value.parts.map(shown).join(' ')}>`;
    case 'either':
      return value.options.map(shown).join(' | ');
    default:
      return '?';
  }
}

function pairList(entries: Readonly<Record<string, Value>>): readonly string[] {
  return Object.entries(entries).map(([key, value]) => `${key}: ${shown(value)}`);
}

function pairs(entries: Readonly<Record<string, Value>>): string {
  return pairList(entries).join(', ');
}

function told(call: CallFact): string {
  const args = [...call.args.map(shown), ...pairList(call.keywords)].join(', ');
  return `${call.callee}(${args})`;
}

async function facts(code: string, path = 'lib/a.ex'): Promise<readonly Fact[]> {
  const { facts: all, problems } = await extract(path, code);
  expect(problems).toEqual([]);
  return all;
}

async function calls(code: string, path?: string): Promise<readonly string[]> {
  return ofKind(await facts(code, path), 'call').map(told);
}

const inBody = (code: string): Promise<readonly string[]> =>
  calls(`defmodule A do\n  def f(x) do\n${code}\n  end\nend\n`);

describe('calls in a function', () => {
  test.each([
    ['Req.get("u", headers: [{"a", "b"}])', 'Req.get("u", headers: [["a", "b"]])'],
    ['Req.get!("u")', 'Req.get!("u")'],
    ['Req.get "u", max_retries: 3', 'Req.get("u", max_retries: 3)'],
    ['"u" |> Req.get(receive_timeout: 5_000)', 'Req.get("u", receive_timeout: 5000)'],
    ['Req.post("u", [json: %{a: 1}])', 'Req.post("u", json: %{a: 1})'],
    [
      'Req.new(base_url: "b") |> Req.request(url: "/x")',
      'Req.new(base_url: "b")',
      'Req.request(Req.new(base_url: "b"), url: "/x")',
    ],
    [':httpc.request(:get, {~c"http://a", []}, [], [])', ':httpc.request(:get, ["http://a", []], [], [])'],
    ['alias Stripe.Webhook\nWebhook.construct_event(x)', 'Stripe.Webhook.construct_event(x)'],
    ['alias Stripe.{Charge, Refund}\nRefund.create(%{})', 'Stripe.Refund.create(%{})'],
    ['alias Stripe.Webhook, as: Hook\nHook.go()', 'Stripe.Webhook.go()'],
    [
      'alias ExAws.S3\nS3.put_object("bucket", x) |> ExAws.request()',
      'ExAws.S3.put_object("bucket", x)',
      'ExAws.request(ExAws.S3.put_object("bucket", x))',
    ],
    ['Hammer.check_rate("key:#{x}", 60_000 * 60, 5)', 'Hammer.check_rate(<"key:" x>, 3600000, 5)'],
    ['Hammer.check_rate("key", :timer.minutes(5), 10)', 'Hammer.check_rate("key", 300000, 10)'],
    ['Joken.Signer.create("HS256", System.get_env("A_KEY"))', 'Joken.Signer.create("HS256", ENV A_KEY)'],
    ['Joken.Signer.create("HS256", "not-a-real-key")', 'Joken.Signer.create("HS256", "(hidden)")'],
    ['Redix.command(:redix, ["GET", x])', 'Redix.command(:redix, ["GET", x])'],
    ['Redix.command(:redix, ~w(SET a b))', 'Redix.command(:redix, ["SET", "a", "b"])'],
    ['F.a(~w(a b)a, -1, 0x10, true, :"a b", Foo.Bar)', 'F.a([:a, :b], -1, 16, true, :a b, Foo.Bar)'],
    ['F.a("a" <> "b" <> x)', 'F.a(<"ab" x>)'],
    ['F.a([1] ++ [2])', 'F.a([1, 2])'],
    ['F.a(%{m: 1}.m)', 'F.a(1)'],
    ['opts = [model: "m"]\nF.a(opts[:model])', 'F.a("m")'],
    ['F.a(Keyword.get(x, :model, "m"))', 'F.a(x.model | "m")'],
    ['F.a(if(x, do: "a", else: "b"))', 'F.a("a" | "b")'],
    ['F.a("""\n    one\n      two\n    """)', 'F.a("one\\n  two")'],
    ['F.a("tab\\t\\u00e9")', 'F.a("tab\\té")'],
    ['F.a(fn y -> G.b(y) end)', 'F.a(?)', 'G.b(y)'],
    ['Application.get_env(:app, :key)', 'Application.get_env(:app, :key)'],
    ['Application.get_env(:app, My.Key)[:sub]', 'Application.get_env(:app, My.Key, :sub)'],
    ['Application.get_env(:app, :key, 5)', 'Application.get_env(:app, :key, default: 5)'],
    ['Application.fetch_env!(:app, Oban)', 'Application.fetch_env!(:app, Oban)'],
    ['Application.compile_env(:app, [:a, :b], "x")', 'Application.compile_env(:app, :a, :b, default: "x")'],
    [
      'Application.get_env(:app, :jwt_secret, "not-a-real-key")',
      'Application.get_env(:app, :jwt_secret, default: "(hidden)")',
    ],
    [
      'F.a(Application.get_env(:app, K)[:s] || "d")',
      'Application.get_env(:app, K, :s)',
      'F.a(Application.get_env(:app, K, :s) | "d")',
    ],
    [
      'F.a(api_key: "not-a-real-key", headers: [{"Authorization", "Bearer not-real"}])',
      'F.a(api_key: "(hidden)", headers: [["Authorization", "(hidden)"]])',
    ],
    ['F.a(headers: [{"authorization", "Bearer #{x}"}])', 'F.a(headers: [["authorization", <"Bearer " x>]])'],
    [
      ':logger.add_handler(:h, Sentry.LoggerHandler, %{config: %{enable_logs: true}})',
      ':logger.add_handler(:h, Sentry.LoggerHandler, %{config: %{enable_logs: true}})',
    ],
    ['Logger.add_backend(Sentry.LoggerBackend)', 'Logger.add_backend(Sentry.LoggerBackend)'],
    ['&Jason.decode/1', 'Jason.decode()'],
  ] as const)('%s', async (code, ...expected) => {
    expect((await inBody(code)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('nothing to tell', () => {
  test.each([
    'Enum.map(x, fn y -> y end)',
    'String.trim("x") |> Map.new() |> IO.inspect()',
    'Logger.info("x")',
    ':crypto.hash(:sha256, x)',
    ':ets.new(:x, [])',
    'Ecto.Changeset.cast(x, %{}, [])',
    'Plug.Conn.assign(x, :a, 1)',
    'GenServer.call(x, :y)',
    '# Stripe is good',
    '"Stripe.Charge.create(x)"',
    'x.stripe.charge("a")',
    'stripe("a")',
    'Application.put_env(:a, :b, 1)',
  ])('%s', async (code) => {
    expect(await inBody(code)).toEqual([]);
  });

  test('types and documentation', async () => {
    const code =
      'defmodule A do\n  @doc "Stripe.Charge.create()"\n  @spec f(Stripe.Charge.t()) :: Stripe.Id.t()\n  def f(x), do: x\nend';
    expect(await calls(code)).toEqual([]);
  });
});

test('own calls are lean, once a function; with what may be the name of a variable they keep their arguments', async () => {
  const code = `defmodule Shop.Orders do
  alias Shop.Repo
  def f(x), do: {Repo.get(Order, x), Repo.get(Item, x), ShopWeb.Endpoint.broadcast("a", "b", x)}
  def g(x), do: {Repo.get(Order, x), __MODULE__.Helper.go(x), Shop.Env.int("POOL_SIZE", 5)}
end`;
  const own = ofKind(await facts(code), 'call');
  expect(own.map((call) => `${told(call)} in ${call.scope}`)).toEqual([
    'Shop.Repo.get() in Shop.Orders.f',
    'ShopWeb.Endpoint.broadcast() in Shop.Orders.f',
    'Shop.Repo.get() in Shop.Orders.g',
    'Shop.Orders.Helper.go() in Shop.Orders.g',
    'Shop.Env.int("POOL_SIZE", 5) in Shop.Orders.g',
  ]);
});

test('constants, helpers without arguments and variables are followed', async () => {
  const code = `defmodule A do
  @base_url "https://api.x.io" <> "/v1"
  @model "m-1"
  def chat(opts) do
    model = Keyword.get(opts, :model, default_model())
    body = %{model: model, max_tokens: 5}
    Req.post("#{@base_url}/chat", json: body, headers: headers())
  end
  defp headers, do: [{"x-title", "T"}, {"authorization", "Bearer #{key()}"}]
  defp key, do: System.get_env("A_KEY") || raise "no"
  defp default_model do
    Application.get_env(:app, A)[:model] || @model
  end
end`;
  expect((await calls(code)).filter((call) => call.startsWith('Req'))).toEqual([
    'Req.post("https://api.x.io/v1/chat", json: %{model: opts.model | Application.get_env(:app, A, :model) | "m-1", max_tokens: 5}, headers: [["x-title", "T"], ["authorization", <"Bearer " ENV A_KEY>]])',
  ]);
});

test('a variable is what it was last bound to before, in its own function', async () => {
  const code = `defmodule A do
  def f do
    u = "one"
    F.a(u)
    u = u <> "two"
    F.b(u)
  end
  def g(u), do: F.c(u)
end`;
  expect(await calls(code)).toEqual(['F.a("one")', 'F.b("onetwo")', 'F.c(u)']);
});

test('an alias holds inside its function or module alone', async () => {
  const code = `defmodule A do
  def f do
    alias Stripe.Charge
    Charge.a()
  end
  def g, do: Charge.b()
end
defmodule B do
  alias Other.Charge
  def f, do: Charge.c()
end`;
  expect(await calls(code)).toEqual(['Stripe.Charge.a()', 'Charge.b()', 'Other.Charge.c()']);
});

test('macros of modules: use and plug', async () => {
  const code = `defmodule ShopWeb.Endpoint do
  use Phoenix.Endpoint, otp_app: :shop
  use GenServer
  use ShopWeb, :controller
  plug Corsica, origins: "*", allow_headers: :all
  plug CORSPlug
  plug Ueberauth when action in [:callback]
  plug Hammer.Plug, scale: 60_000 when action == :create
  plug :fetch_session
  plug Plug.Session, store: :cookie, signing_salt: "not-real"
end`;
  expect(await calls(code)).toEqual([
    'Phoenix.Endpoint.__using__(otp_app: :shop)',
    'Corsica.plug(origins: "*", allow_headers: :all)',
    'CORSPlug.plug()',
    'Ueberauth.plug()',
    'Hammer.Plug.plug(scale: 60000)',
    'Plug.Session.plug(store: :cookie, signing_salt: "(hidden)")',
  ]);
});

test('children of a supervisor are started', async () => {
  const code = `defmodule Shop.Application do
  use Application
  def start(_type, _args) do
    children = [
      Shop.Repo,
      {Redix, host: "localhost", name: :redix},
      {Finch, name: Shop.Finch},
      {Oban, Application.fetch_env!(:shop, Oban)},
      {Task.Supervisor, name: Shop.Tasks}
    ] ++ [{Cachex, :cache}]
    Supervisor.start_link(children, strategy: :one_for_one)
  end
end`;
  expect((await calls(code)).filter((call) => call.includes('child_spec'))).toEqual([
    'Shop.Repo.child_spec()',
    'Redix.child_spec(host: "localhost", name: :redix)',
    'Finch.child_spec(name: Shop.Finch)',
    'Oban.child_spec(Application.fetch_env!(:shop, Oban))',
    'Cachex.child_spec(:cache)',
  ]);
});

test('result, place and scope', async () => {
  const [call] = ofKind(
    await facts('defmodule A.B do\n  def go do\n    s = Signer.create(\n      "x"\n    )\n  end\nend'),
    'call',
  );
  expect(call).toMatchObject({
    module: 'Signer',
    result: 's',
    scope: 'A.B.go',
    range: { line: 2, column: 8, endLine: 2, endColumn: 22 },
  });
});

test('what a test hands over is left out', async () => {
  const code = 'defmodule ATest do\n  test "x" do\n    Req.get("https://x.io", json: %{a: 1})\n  end\nend';
  expect(await calls(code, 'test/a_test.exs')).toEqual(['Req.get()']);
});

test('calls that stand in a comment', async () => {
  const code =
    'defmodule A do\n  # Sentry.capture_message("x")\n  # see Sentry.capture_message("x") for more\n  # Enum.map(x)\n  # Shop.Repo.insert!(%{})\nend';
  expect(ofKind(await facts(code), 'call')).toMatchObject([{ callee: 'Sentry.capture_message', commentedOut: true }]);
});

test('module attributes are bindings, secrets and plain words of the language are not', async () => {
  const code = `defmodule A do
  @moduledoc "x"
  @behaviour B
  @model "m"
  @timeout :timer.seconds(5)
  @api_key "not-a-real-key"
  @weights %{a: 1}
  @impl true
end`;
  const bindings = ofKind(await facts(code), 'binding').map((fact) => `${fact.name} ${shown(fact.value)}`);
  expect(bindings).toEqual(['A.@model "m"', 'A.@timeout 5000', 'A.@api_key "(hidden)"', 'A.@weights %{a: 1}']);
});
