import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

const cases = async (path: string, body: string): Promise<readonly string[]> =>
  ofKind((await extract(path, `defmodule A do\n${body}\nend\n`)).facts, 'case').map(
    ({ subject, value, scope, range }) => `${subject} ${value} ${scope ?? '-'}:${range.line}`,
  );

describe('texts that Elixir compares with', () => {
  test.each([
    [
      'def on(event) do\n  case event.type do\n    "invoice.paid" -> :ok\n    "charge.refunded" when true -> :ok\n    _ -> :error\n  end\nend',
      ['event.type invoice.paid A.on:3', 'event.type charge.refunded A.on:4'],
    ],
    ['def on(%Stripe.Event{type: "invoice.paid"} = event), do: event', ['type invoice.paid A.on:1']],
    ['def on(%{"type" => "invoice.paid", "data" => data}), do: data', ['type invoice.paid A.on:1']],
    ['def on(event) do\n  case event do\n    %{"type" => "a.b"} -> :ok\n  end\nend', ['type a.b A.on:3']],
    ['def on(e), do: e["type"] == "a.b"', ['e["type"] a.b A.on:1']],
    ['def on(type) when type in ["a.b", "c.d"], do: type', ['type a.b A.on:1', 'type c.d A.on:1']],
    ['def on(event_type) when event_type in ~w(a.b c.d), do: 1', ['event_type a.b A.on:1', 'event_type c.d A.on:1']],
    ['defp handle_event("customer.created", e), do: e', ['handle_event customer.created A.handle_event:1']],
    [
      'def client(opts) do\n  case Keyword.get(opts, :provider) do\n    :openai -> 1\n    :local -> 2\n  end\nend',
      ['Keyword.get(opts, :provider) openai A.client:3', 'Keyword.get(opts, :provider) local A.client:4'],
    ],
  ])('%s', async (body, expected) => {
    expect(await cases('lib/a.ex', body)).toEqual(expected);
  });

  test.each([
    '# def on(%{"type" => "invoice.paid"}), do: 1',
    '@doc "when `event.type == \'a.b\'`"\ndef on(e), do: e',
    'def payload, do: %{"type" => "invoice.paid"}',
    'def payload do\n  %{type: "invoice.paid"}\nend',
    'def payload do\n  send(%{type: "invoice.paid"})\nend',
    'def payload do\n  x = %{type: "invoice.paid"}\n  x\nend',
    'def on(status) do\n  case status do\n    "active" -> 1\n  end\nend',
    'def on(type) do\n  case type do\n    :text -> 1\n  end\nend',
  ])('none: %s', async (body) => {
    expect(await cases('lib/a.ex', body)).toEqual([]);
  });
});
