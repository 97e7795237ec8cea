import { expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function imports(code: string): Promise<readonly string[]> {
  return ofKind((await extract('lib/a.ex', code)).facts, 'import').map(
    (fact) =>
      `${fact.module} as ${fact.names.map((name) => name.local).join()}${fact.commentedOut === true ? ' commented' : ''}`,
  );
}

test.each([
  ['alias Stripe.Charge', 'Stripe.Charge as Charge'],
  ['alias Stripe.Charge, as: C', 'Stripe.Charge as C'],
  ['alias(Stripe.Charge)', 'Stripe.Charge as Charge'],
  ['alias Stripe.{Charge, Refund.Item}', 'Stripe.Charge as Charge', 'Stripe.Refund.Item as Item'],
  ['alias Stripe.{\n  Charge, # the one\n  Refund\n}', 'Stripe.Charge as Charge', 'Stripe.Refund as Refund'],
  ['import Ecto.Query, only: [from: 2]', 'Ecto.Query as Ecto.Query'],
  ['import Ecto.Query, warn: false', 'Ecto.Query as Ecto.Query'],
  ['require Logger', 'Logger as Logger'],
  ['require Sentry.PlugCapture, as: P', 'Sentry.PlugCapture as P'],
  ['use Oban.Worker, queue: :x', 'Oban.Worker as Oban.Worker'],
  ['@behaviour Tesla.Middleware', 'Tesla.Middleware as Middleware'],
  ['alias A.B\nuse B.C', 'A.B as B', 'A.B.C as B.C'],
  ['alias __MODULE__.Inner', 'M.Inner as Inner'],
  ['# alias Stripe.Charge', 'Stripe.Charge as Charge commented'],
  ['# use Sentry.PlugCapture', 'Sentry.PlugCapture as PlugCapture commented'],
  ['#import Ecto.Query, warn: false', 'Ecto.Query as Query commented'],
] as const)('%s', async (code, ...expected) => {
  expect(await imports(`defmodule M do\n${code}\nend`)).toEqual(expected);
});

test.each([
  '# use Stripe to charge people',
  '# import Stripe data first',
  '# alias names are short',
  '"alias Stripe.Charge"',
  'alias = Stripe.Charge',
  'import_config "x.exs"',
  '@doc """\nalias Stripe.Charge\n"""',
])('no import: %s', async (code) => {
  expect(await imports(`defmodule M do\n${code}\nend`)).toEqual([]);
});
