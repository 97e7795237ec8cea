import { describe, expect, test } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function routes(code: string): Promise<readonly string[]> {
  return ofKind((await extract('lib/app_web/router.ex', code)).facts, 'route').map((route) =>
    [
      route.method,
      route.path,
      route.handler ?? '-',
      ...(route.through === undefined ? [] : [route.through.join('+')]),
    ].join(' '),
  );
}

const router = (code: string): Promise<readonly string[]> =>
  routes(`defmodule AppWeb.Router do\n  use AppWeb, :router\n${code}\nend\n`);

describe('Phoenix', () => {
  test.each([
    ['get "/a", PageController, :home', 'GET /a PageController.home'],
    ['get("/a", PageController, :home)', 'GET /a PageController.home'],
    ['options "/a", C, :x', 'OPTIONS /a C.x'],
    ['match :*, "/a/*rest", C, :x', 'ANY /a/*rest C.x'],
    ['match [:get, :head], "/a", C, :x', 'GET /a C.x', 'HEAD /a C.x'],
    ['forward "/mail", Plug.Swoosh.MailboxPreview', 'ANY /mail Plug.Swoosh.MailboxPreview'],
    ['live "/a", UserLive.Index, :index', 'GET /a UserLive.Index.index'],
    ['live_dashboard "/dashboard", metrics: M', 'GET /dashboard -'],
    ['oban_dashboard("/oban")', 'GET /oban -'],
    ['scope "/api" do\n  get "/", C, :x\nend', 'GET /api C.x'],
    [
      'scope "/api/v1", AppWeb do\n  get "users/", UserController, :x\nend',
      'GET /api/v1/users AppWeb.UserController.x',
    ],
    [
      'scope "/", AppWeb do\n  scope "/admin", Admin, as: :admin do\n    get "/x", C, :y\n  end\nend',
      'GET /admin/x AppWeb.Admin.C.y',
    ],
    ['scope path: "/api", alias: AppWeb do\n  get "/x", C, :y\nend', 'GET /api/x AppWeb.C.y'],
    ['scope "/a", AppWeb do\n  scope "/b", alias: false do\n    get "/c", C, :y\n  end\nend', 'GET /a/b/c C.y'],
    ['@base "/v2"\nscope @base do\n  get @base <> "/x", C, :y\n  get "/y", C, :y\nend', 'GET /v2/y C.y'],
    [
      'scope "/a" do\n  pipe_through [:browser, :auth]\n  get "/x", C, :y\nend\nget "/z", C, :y',
      'GET /a/x C.y browser+auth',
      'GET /z C.y',
    ],
    [
      'scope "/a" do\n  pipe_through :browser\n  live_session :s do\n    live "/x", L\n  end\nend',
      'GET /a/x L browser',
    ],
    [
      'resources "/posts", PostController, only: [:index, :show]',
      'GET /posts PostController.index',
      'GET /posts/:id PostController.show',
    ],
    ['resources "/posts", PostController, only: ~w(create)a', 'POST /posts PostController.create'],
    [
      'resources "/posts", PostController, except: [:new, :edit]',
      'GET /posts PostController.index',
      'GET /posts/:id PostController.show',
      'POST /posts PostController.create',
      'PATCH /posts/:id PostController.update',
      'PUT /posts/:id PostController.update',
      'DELETE /posts/:id PostController.delete',
    ],
    ['resources "/me", MeController, singleton: true, only: [:show, :index]', 'GET /me MeController.show'],
    ['resources "/p", PostController, param: "slug", only: [:show]', 'GET /p/:slug PostController.show'],
    [
      'resources "/posts", BlogPostController, only: [] do\n  resources "/comments", C, only: [:index]\n  get "/x", C, :y\nend',
      'GET /posts/:blog_post_id/comments C.index',
      'GET /posts/:blog_post_id/x C.y',
    ],
  ] as const)('%s', async (code, ...expected) => {
    expect(await router(code)).toEqual(expected);
  });

  test.each([
    'pipeline :api do\n  plug :accepts, ["json"]\nend',
    '# get "/a", C, :x',
    'get "/a"',
    'get path, C, :x',
    'def f(conn), do: get(conn, "/a", C)',
    'defp call(x) do\n  get "/a", C, :x\nend',
    'delete_session "/a", C, :x',
  ])('no route: %s', async (code) => {
    expect(await router(code)).toEqual([]);
  });

  test('a file that is no router has no routes', async () => {
    const code = 'defmodule AppTest do\n  use AppWeb.ConnCase\n  get "/a", C, :x\nend';
    expect(await routes(code)).toEqual([]);
  });

  test('live routes and places', async () => {
    const code = 'defmodule R do\n  use Phoenix.Router\n\n  live "/a", L, :x\nend';
    expect(ofKind((await extract('lib/r.ex', code)).facts, 'route')).toMatchObject([
      { framework: 'phoenix-liveview', range: { line: 3, column: 2 }, scope: 'R' },
    ]);
  });

  test('sockets of an endpoint', async () => {
    const code = `defmodule AppWeb.Endpoint do
  use Phoenix.Endpoint, otp_app: :app
  socket "/live", Phoenix.LiveView.Socket, websocket: true
  socket("/socket", AppWeb.UserSocket)
end`;
    expect(await routes(code)).toEqual(['WS /live Phoenix.LiveView.Socket', 'WS /socket AppWeb.UserSocket']);
  });
});

test('Plug.Router', async () => {
  const code = `defmodule Api do
  use Plug.Router
  plug :match
  get "/health" do
    send_resp(conn, 200, "ok")
  end
  post "/hook", to: Api.Hook
  match "/any", via: [:get, :post] do
    send_resp(conn, 200, "ok")
  end
  forward "/v2", to: Api.V2
  match _ do
    send_resp(conn, 404, "no")
  end
end`;
  expect(await routes(code)).toEqual([
    'GET /health -',
    'POST /hook Api.Hook',
    'GET /any -',
    'POST /any -',
    'ANY /v2 Api.V2',
  ]);
});
