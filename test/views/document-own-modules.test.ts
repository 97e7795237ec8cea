import { describe, expect, test } from 'vitest';
import { renderDocument } from '../../server/src/views/document/render-document';
import { snapshotOf } from '../support/snapshot';

async function documentOf(files: Readonly<Record<string, string>>): Promise<string> {
  const document = renderDocument(await snapshotOf(files), { date: '2026-01-30' });
  return document.replace(/\]\([^)]*\)/g, ']');
}

/** The lines below a group's heading, up to the next. */
function group(document: string, title: string): readonly string[] {
  const lines = document.split('\n');
  const start = lines.indexOf(`### ${title}`);
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => /^###? /.test(line));
  return rest.slice(0, end < 0 ? undefined : end).filter((line) => line !== '');
}

describe('audit logs', () => {
  test('actions of a table, a type and of calls', async () => {
    const document = await documentOf({
      'src/audit.ts':
        "export const AUDIT_ACTIONS = { LOGIN: 'LOGIN', PASSWORD_RESET: 'PASSWORD_RESET' } as const;\nexport type ExtraAction = 'user.gone' | 'user.back';\nexport function audit(action: string) {}\n",
      'src/app.ts': "import { audit } from './audit';\nexport const go = () => audit('ORDER_PAID');\n",
    });
    expect(group(document, 'Actions').at(-1)).toMatch(
      /^- Tracked actions: `LOGIN`, `ORDER_PAID`, `PASSWORD_RESET`, `user\.back`, `user\.gone` /,
    );
  });

  test('not the actions of other modules, nor other texts', async () => {
    const document = await documentOf({
      'src/audio.ts': "export type Action = 'PLAY' | 'STOP';\n",
      'src/audit.ts': "export type Colour = 'RED' | 'BLUE';\nexport function audit(text: string) {}\n",
      'src/app.ts': "import { audit } from './audit';\nexport const go = () => audit('hello world');\n",
    });
    expect(group(document, 'Actions')).toEqual([]);
  });
});

describe('own limits', () => {
  test('constants and limiters of the module', async () => {
    const document = await documentOf({
      'src/rate-limiter.ts':
        'const WINDOW_MS = 60_000;\nconst STEPS = 3;\nexport function limiter(options: object) {}\nexport const uploads = limiter({ windowMs: 60_000, max: 10 });\nexport const other = somebody({ max: 1 });\n',
    });
    expect(group(document, 'Own Modules').slice(1)).toEqual([
      '  - `WINDOW_MS: 1 minute (60000 ms)` ([src/rate-limiter.ts:1])',
      '  - `uploads: limiter(windowMs: 1 minute (60000 ms), max: 10)` ([src/rate-limiter.ts:4])',
    ]);
  });
});

describe('plugs that routes are piped through', () => {
  const ROUTER = `defmodule AppWeb.Router do
  use AppWeb, :router
  pipeline :members do
    plug AppWeb.Plugs.RequireUser
    plug AppWeb.Plugs.Locale
  end
  scope "/", AppWeb do
    pipe_through :members
    get "/", PageController, :index
  end
end
`;
  const plug = (name: string): string => `defmodule AppWeb.Plugs.${name} do\n  def call(conn, _), do: conn\nend\n`;

  test('by names that speak of access alone', async () => {
    const document = await documentOf({
      'mix.exs': 'defmodule App.MixProject do\n  use Mix.Project\nend\n',
      'lib/app_web/router.ex': ROUTER,
      'lib/app_web/plugs/require_user.ex': plug('RequireUser'),
      'lib/app_web/plugs/admin_user.ex': plug('AdminUser'),
      'lib/app_web/plugs/locale.ex': plug('Locale'),
    });
    const lines = group(document, 'Auth Libraries').filter((line) => line.startsWith('- Plug'));
    expect(lines).toEqual([
      '- Plug `AppWeb.Plugs.RequireUser`: [lib/app_web/plugs/require_user.ex], routes are piped through it at [lib/app_web/router.ex:4]',
    ]);
  });
});

describe('what is no more than it is', () => {
  test('hooks before a commit are no pipeline', async () => {
    const document = await documentOf({
      '.pre-commit-config.yaml':
        'repos:\n  - repo: https://github.com/psf/black\n    rev: 24.1.0\n    hooks:\n      - id: black\n',
    });
    expect(group(document, 'CI Pipeline')).toEqual(['- Not detected']);
    expect(group(document, 'Pre-commit Hooks').at(-1)).toBe('- Hooks: `black` ([.pre-commit-config.yaml:1])');
  });

  test('a long list of hooks is cut outside of the names', async () => {
    const hooks = Array.from({ length: 11 }, (_, index) => `      - id: hook${index}\n`).join('');
    const document = await documentOf({
      '.pre-commit-config.yaml': `repos:\n  - repo: https://example.com/hooks\n    rev: v1\n    hooks:\n${hooks}`,
    });
    expect(group(document, 'Pre-commit Hooks').at(-1)).toMatch(/`hook7` and 3 more \(/);
  });

  test('a kind of service that tests alone name is not detected', async () => {
    const manifest = { 'package.json': '{"name":"a","dependencies":{"pg":"8.0.0"}}' };
    const use = "import Stripe from 'stripe';\nexport const pay = new Stripe('x');\n";
    const tested = await documentOf({ ...manifest, 'test/pay.test.ts': use });
    expect(tested).toMatch(/Payments \(named in tests only\)/);
    expect(tested).not.toMatch(/Stripe/);
    expect(await documentOf({ ...manifest, 'src/pay.ts': use })).not.toMatch(/named in tests only/);
  });

  test('a root that only holds members together is no application', async () => {
    const member = { 'apps/a/package.json': '{"name":"a","dependencies":{"pg":"8.0.0"}}' };
    const root = { name: 'r', workspaces: ['apps/*'] };
    const count = async (manifest: object): Promise<string | undefined> =>
      /in \d+ applications?/.exec(await documentOf({ ...member, 'package.json': JSON.stringify(manifest) }))?.[0];
    expect(await count(root)).toBe('in 1 application');
    expect(await count({ ...root, dependencies: { express: '4.0.0' } })).toBe('in 2 applications');
    expect(await count({ name: 'r' })).toBe('in 2 applications');
  });
});

describe('how long tokens live', () => {
  test('from claims, in words', async () => {
    const document = await documentOf({
      'app/tokens.py':
        'from datetime import datetime, timedelta\nimport jwt\nDAYS = 30\n\ndef issue(user):\n    claims = {"exp": datetime.utcnow() + timedelta(days=DAYS)}\n    return jwt.encode(claims, KEY, algorithm="HS256")\n',
      'src/tokens.ts':
        "import jwt from 'jsonwebtoken';\nexport const issue = () => jwt.sign({ exp: Math.floor(Date.now() / 1000) + 7200 }, key());\n",
    });
    expect(document).toMatch(/Expires in: `30 days`/);
    expect(document).toMatch(/Expires in: `2 hours \(7200 s\)`/);
  });

  test('schemes of FastAPI by name', async () => {
    const document = await documentOf({
      'app/main.py':
        'from fastapi import FastAPI\nfrom fastapi.security import APIKeyHeader, HTTPBearer\napp = FastAPI()\nbearer = HTTPBearer()\nkeyed = APIKeyHeader(name="X-Shop")\n',
    });
    expect(document).toMatch(/Scheme: `HTTPBearer` .*`APIKeyHeader`/);
  });
});

test("throttles of Django REST framework's views, by the function", async () => {
  const document = await documentOf({
    'shop/limits.py':
      'from rest_framework.throttling import UserRateThrottle\n\nclass Sales(UserRateThrottle):\n    scope = "sales"\n',
    'shop/views.py':
      'from rest_framework.decorators import action, api_view, throttle_classes\nfrom shop.limits import Sales\n\nclass Shop:\n    @action(detail=True, throttle_classes=[Sales])\n    def buy(self, request):\n        pass\n\n    @action(detail=True)\n    def look(self, request):\n        pass\n\n@api_view(["GET"])\n@throttle_classes([Sales])\ndef export(request):\n    pass\n',
  });
  expect(document.split('\n').find((line) => line.includes('Throttled'))).toMatch(
    /^ {2}- Throttled: `Sales - buy` .*`Sales - export` /,
  );
  expect(document).not.toMatch(/ - look`/);
});
