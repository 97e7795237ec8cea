import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function callsOf(text: string, callee: string) {
  const { facts } = await extract('lib/app/limits.ex', text);
  return ofKind(facts, 'call').filter((fact) => fact.callee === callee);
}

const LIMITS = `defmodule App.Limits do
  @minute 60_000

  def search(id), do: check("search:#{id}", @minute, 30)

  def export(id) do
    check("export:#{id}", @minute * 60, 2)
  end

  defp check(bucket, period, limit) do
    Hammer.check_rate(bucket, period, limit)
  end
end
`;

describe('limits given to a private helper', () => {
  test('stand where the helper is called', async () => {
    const calls = await callsOf(LIMITS, 'Hammer.check_rate');
    const told = calls
      .filter(({ args }) => args[2]?.t === 'number')
      .map(({ args, scope, range }) => [scope, range.line, args[1], args[2]]);
    expect(told).toEqual([
      ['App.Limits.search', 3, { t: 'number', v: 60_000 }, { t: 'number', v: 30 }],
      ['App.Limits.export', 6, { t: 'number', v: 3_600_000 }, { t: 'number', v: 2 }],
    ]);
  });

  test('say nothing of a helper with several clauses, of patterns, or of one that others may call', async () => {
    const clauses = LIMITS.replace('  defp check', '  defp check(_, _, 0), do: :ok\n  defp check');
    const pattern = LIMITS.replace('check(bucket, period, limit) do', 'check(bucket, period, %{max: limit}) do');
    const open = LIMITS.replace('defp', 'def');
    for (const text of [clauses, pattern, open]) {
      expect(await callsOf(text, 'Hammer.check_rate')).toHaveLength(1);
    }
  });

  test('take the right arguments of the right module', async () => {
    const other = `${LIMITS}\ndefmodule App.Other do\n  def go, do: check("x", 1, 1)\n  defp check(_, _, _), do: :ok\nend\n`;
    expect(await callsOf(other, 'Hammer.check_rate')).toHaveLength(3);
    const fewer = LIMITS.replace('@minute, 30)', '@minute)');
    expect(await callsOf(fewer, 'Hammer.check_rate')).toHaveLength(2);
  });
});

describe('functions that `use Joken.Config` brings in', () => {
  const TOKENS = `defmodule App.Tokens do
  use Joken.Config
  @day 24 * 60 * 60
  def token_config, do: default_claims(default_exp: @day)
  def issue(user), do: generate_and_sign(%{"sub" => user.id})
end
`;

  test('are calls of Joken', async () => {
    const [claims] = await callsOf(TOKENS, 'Joken.Config.default_claims');
    expect(claims?.keywords).toEqual({ default_exp: { t: 'number', v: 86_400 } });
    expect((await callsOf(TOKENS, 'Joken.Config.generate_and_sign'))[0]?.scope).toBe('App.Tokens.issue');
  });

  test('but neither definitions nor those of other modules', async () => {
    const defined = `${TOKENS}
defmodule App.Plain do
  # Joken.Config is not used here.
  def issue(user), do: generate_and_sign(user)
  defp generate_and_sign(user), do: user
end
`;
    expect(await callsOf(defined, 'Joken.Config.generate_and_sign')).toHaveLength(1);
    const own = TOKENS.replace('  @day', '  def verify!(token), do: token\n  @day');
    expect(await callsOf(own, 'Joken.Config.verify!')).toEqual([]);
  });
});

describe('what an import brings in', () => {
  test('metrics are calls of the module that they come from', async () => {
    const text =
      'defmodule App.Telemetry do\n  import Telemetry.Metrics\n  def metrics, do: [summary("app.repo.query.total_time"), sum(1)]\nend\n\ndefmodule App.Other do\n  def total(x), do: summary("x")\nend\n';
    const calls = await callsOf(text, 'Telemetry.Metrics.summary');
    expect(calls.map(({ args, range }) => [range.line, args[0]])).toEqual([
      [2, { t: 'string', v: 'app.repo.query.total_time' }],
    ]);
  });
});

describe('the cookie of a session', () => {
  test('is told by its name, and its salt is hidden', async () => {
    const text =
      'defmodule AppWeb.Endpoint do\n  use Phoenix.Endpoint, otp_app: :app\n  plug Plug.Session, store: :cookie, key: "_app_key", signing_salt: "notasecret", same_site: "Lax"\nend\n';
    const [call] = await callsOf(text, 'Plug.Session.plug');
    expect(call?.keywords['key']).toEqual({ t: 'string', v: '_app_key' });
    expect(call?.keywords['signing_salt']).toEqual({ t: 'string', v: '(hidden)' });
  });
});
