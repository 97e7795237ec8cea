import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function settings(code: string, path = 'config/config.exs'): Promise<readonly unknown[]> {
  return ofKind((await extract(path, `import Config\n${code}\n`)).facts, 'setting').map((fact) => [
    fact.path,
    fact.value,
    ...(fact.when === undefined ? [] : [fact.when]),
    ...(fact.commentedOut === true ? ['commented'] : []),
  ]);
}

const text = (v: string): unknown => ({ t: 'string', v });
const ref = (path: string): unknown => ({ t: 'ref', path });
const number = (v: number): unknown => ({ t: 'number', v });
const map = (entries: Record<string, unknown>): unknown => ({ t: 'map', entries });
const list = (...items: readonly unknown[]): unknown => ({ t: 'list', items });

describe('a statement', () => {
  test.each([
    ['config :app, A.Repo, pool_size: 10', [[':app.A.Repo.pool_size', number(10)]]],
    ['config :app, A.Repo, [pool_size: 10]', [[':app.A.Repo.pool_size', number(10)]]],
    ['config(:app, A.Repo, pool_size: 10)', [[':app.A.Repo.pool_size', number(10)]]],
    [
      'config :app, a: 1, b: :x',
      [
        [':app.a', number(1)],
        [':app.b', ref(':x')],
      ],
    ],
    ['config :app, [a: 1]', [[':app.a', number(1)]]],
    ['config :app, :name, "value"', [[':app.name', text('value')]]],
    ['config :app, :key, a: [b: [c: true]]', [[':app.key.a.b.c', { t: 'bool', v: true }]]],
    ['config :app, :key, %{a: 1}', [[':app.key.a', number(1)]]],
    ['config :app, :key, %{"a" => 1}', [[':app.key', map({ a: number(1) })]]],
    [
      'config :app, A.Mailer, adapter: Swoosh.Adapters.Local',
      [[':app.A.Mailer.adapter', ref('Swoosh.Adapters.Local')]],
    ],
    [
      'alias Swoosh.Adapters\nconfig :app, A, adapter: Adapters.SMTP',
      [[':app.A.adapter', ref('Swoosh.Adapters.SMTP')]],
    ],
    ['config :app, A, secret_key_base: "not-a-real-key"', [[':app.A.secret_key_base', text('(hidden)')]]],
    ['config :app, A, live_view: [signing_salt: "not-real"]', [[':app.A.live_view.signing_salt', text('(hidden)')]]],
    ['config :joken, default_signer: "not-a-real-key"', [[':joken.default_signer', text('(hidden)')]]],
    ['config :app, :api_key, "not-a-real-key"', [[':app.api_key', text('(hidden)')]]],
    ['config :app, A.Repo, url: "ecto://me:not-real@db/x"', [[':app.A.Repo.url', text('ecto://***:***@db/x')]]],
    ['config :app, A, expiry: 60_000 * 60 * 2', [[':app.A.expiry', number(7_200_000)]]],
    ['config :app, A, ttl: {15, :minute}', [[':app.A.ttl', list(number(15), ref(':minute'))]]],
    ['config :app, A, url: System.get_env("U")', [[':app.A.url', { t: 'env', name: 'U' }]]],
    [
      'u = System.get_env("U") || "d"\nconfig :app, A, url: u',
      [[':app.A.url', { t: 'env', name: 'U', default: text('d') }]],
    ],
    [
      'config :ueberauth, Ueberauth, providers: [github: {Ueberauth.Strategy.Github, [default_scope: "user:email"]}]',
      [
        [
          ':ueberauth.Ueberauth.providers',
          map({ github: list(ref('Ueberauth.Strategy.Github'), map({ default_scope: text('user:email') })) }),
        ],
      ],
    ],
    [
      'config :app, Oban, queues: [default: 10, mail: 2]',
      [[':app.Oban.queues', map({ default: number(10), mail: number(2) })]],
    ],
    ['config :app, Oban, plugins: [Oban.Plugins.Pruner]', [[':app.Oban.plugins', list(ref('Oban.Plugins.Pruner'))]]],
  ])('%s', async (code, expected) => {
    expect(await settings(code)).toEqual(expected);
  });
});

test.each([
  'import_config "#{config_env()}.exs"',
  'config_env()',
  'configure :app, a: 1',
  'config app, a: 1',
  'IO.puts("config :app, a: 1")',
])('no setting: %s', async (code) => {
  expect(await settings(code)).toEqual([]);
});

test('a function called config outside of configuration is nothing', async () => {
  expect(ofKind((await extract('lib/a.ex', 'config :app, a: 1')).facts, 'setting')).toEqual([]);
});

test('where a setting holds', async () => {
  const code = `config :app, a: 1
if config_env() == :prod do
  config :app, b: 2
end
if key = System.get_env("A_KEY") do
  config :app, c: key
end
id = System.get_env("AN_ID")
secret = System.get_env("A_SECRET")
if id && secret do
  config :app, d: id
else
  config :app, e: 1
end`;
  const when = (await settings(code, 'config/runtime.exs')).map((one) => (one as unknown[])[2]);
  expect(when).toEqual([undefined, 'prod', 'if A_KEY is set', 'if AN_ID and A_SECRET are set', undefined]);
  for (const name of ['dev', 'test', 'prod']) {
    expect(await settings('config :app, a: 1', `config/${name}.exs`)).toEqual([[':app.a', number(1), name]]);
  }
});

test('commented-out statements, and nothing that is only prose', async () => {
  const code = `# config :app, App.Mailer, adapter: Swoosh.Adapters.Mailgun
#
#     config :app, App.Endpoint,
#       https: [
#         port: 443,
#       ],
#       api_key: "not-a-real-key",
#       server: true
# config :swoosh, :api_client, Swoosh.ApiClient.Req
# config :app is where settings of the app go
# config/prod.exs: adapter: Swoosh.Adapters.SMTP`;
  expect(await settings(code)).toEqual([
    [':app.App.Mailer.adapter', ref('Swoosh.Adapters.Mailgun'), 'commented'],
    [':app.App.Endpoint.api_key', text('(hidden)'), 'commented'],
    [':app.App.Endpoint.server', { t: 'bool', v: true }, 'commented'],
    [':swoosh.api_client', ref('Swoosh.ApiClient.Req'), 'commented'],
  ]);
});

test('schedules: Oban and Quantum', async () => {
  const code = `import Config
config :app, Oban,
  plugins: [
    {Oban.Plugins.Cron, crontab: [{"0 3 * * *", App.Nightly}, {"@daily", App.Mail, queue: :mail}]}
  ]
config :app, App.Scheduler,
  jobs: [
    {"*/15 * * * *", {App.Sync, :run, []}},
    report: [schedule: "@weekly", task: {App.Report, :run, []}]
  ]`;
  const jobs = ofKind((await extract('config/config.exs', code)).facts, 'job');
  expect(jobs.map(({ system, name, schedule, queue }) => [system, name, schedule, queue])).toEqual([
    ['oban', 'App.Nightly', '0 3 * * *', undefined],
    ['oban', 'App.Mail', '@daily', 'mail'],
    ['quantum', 'App.Sync.run', '*/15 * * * *', undefined],
    ['quantum', 'report', '@weekly', undefined],
  ]);
  expect(jobs.map(({ range }) => range.line)).toEqual([3, 3, 7, 8]);
  expect(jobs[1]?.range.column).toBe(code.split('\n')[3]?.indexOf('"@daily"'));
});

test('workers and schemas', async () => {
  const code = `defmodule App.Mail do
  use Oban.Worker, queue: :mail, max_attempts: 3
end
defmodule App.Plain do
  use Oban.Worker
end
defmodule App.User do
  use Ecto.Schema
  schema "users" do
    field :name, :string
  end
end
defmodule App.Address do
  use Ecto.Schema
  embedded_schema do
    field :street, :string
  end
end`;
  const { facts } = await extract('lib/a.ex', code);
  expect(ofKind(facts, 'job').map((job) => [job.name, job.queue])).toEqual([
    ['App.Mail', 'mail'],
    ['App.Plain', 'default'],
  ]);
  expect(ofKind(facts, 'model').map((model) => [model.orm, model.name, model.table])).toEqual([
    ['ecto', 'App.User', 'users'],
  ]);
});

test('the configuration of the tests is a test', async () => {
  expect((await extract('config/test.exs', 'import Config')).role).toBe('test');
  expect((await extract('config/runtime.exs', 'import Config')).role).toBe('source');
});
