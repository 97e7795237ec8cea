import { describe, expect, it } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function routes(text: string, path = 'app/urls.py'): Promise<readonly string[]> {
  const { facts } = await extract(path, text);
  return ofKind(facts, 'route').map((route) =>
    [route.framework, route.method, route.path, `@${route.router ?? ''}`, route.handler ?? ''].join(' ').trim(),
  );
}

async function mounts(text: string, path = 'app/urls.py'): Promise<readonly string[]> {
  const { facts } = await extract(path, text);
  return ofKind(facts, 'mount').map((mount) => `${mount.router}|${mount.prefix}|${mount.target}`);
}

describe('FastAPI and Starlette', () => {
  it('reads decorators, sockets and methods lists', async () => {
    const text = `from fastapi import APIRouter, FastAPI
app = FastAPI()
router = APIRouter(prefix="/users")
PATH = "/me"
@router.get("/{id}")
async def one(id): ...
@router.post("")
async def create(): ...
@router.get(PATH)
def me(): ...
@app.websocket("/ws")
async def ws(s): ...
@app.api_route("/any", methods=["GET", "POST"])
def both(): ...
@app.on_event("startup")
def start(): ...
@app.exception_handler(404)
def missing(): ...
app.add_api_route("/late", both, methods=["PUT"])
`;
    expect(await routes(text)).toEqual([
      'fastapi GET /{id} @router one',
      'fastapi POST  @router create',
      'fastapi GET /me @router me',
      'fastapi WS /ws @app ws',
      'fastapi GET /any @app both',
      'fastapi POST /any @app both',
      'fastapi PUT /late @app both',
    ]);
    expect(await mounts(text)).toEqual(['router|/users|router']);
  });

  it('reads mounts: imported routers, constants, settings of the file', async () => {
    const text = `from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles
from app.api.users import router as users_router
from app.api import items
from . import auth
V1 = "/api/v1"
class Settings:
    PREFIX: str = "/conf"
settings = Settings()
local = APIRouter()
app = FastAPI()
app.include_router(users_router, prefix=V1)
app.include_router(items.router, prefix=f"{V1}/items")
app.include_router(auth.router)
app.include_router(local, prefix=settings.PREFIX)
app.mount("/static", StaticFiles(directory="static"))
`;
    expect(await mounts(text)).toEqual([
      'app|/api/v1|app.api.users#router',
      'app|/api/v1/items|app.api.items#router',
      'app||.auth#router',
      'app|/conf|local',
      'app|/static|fastapi.staticfiles#StaticFiles',
    ]);
  });

  it('takes a router of another module by the framework the file imports', async () => {
    const text = 'from fastapi import Depends\nfrom .router import router\n@router.delete("/x")\ndef gone(): ...\n';
    expect(await routes(text)).toEqual(['fastapi DELETE /x @router gone']);
  });

  it('reads lists of Starlette routes', async () => {
    const text = `from starlette.routing import Route, WebSocketRoute
routes = [Route("/a", home, methods=["POST"]), Route("/b", home), WebSocketRoute("/ws", live)]
`;
    expect(await routes(text)).toEqual([
      'starlette POST /a @ home',
      'starlette GET /b @ home',
      'starlette WS /ws @ live',
    ]);
  });
});

describe('Flask and others', () => {
  it('reads blueprints, rules and views', async () => {
    const text = `from flask import Flask, Blueprint
from flask.views import MethodView
from .shop import bp as shop
app = Flask(__name__)
bp = Blueprint("api", __name__, url_prefix="/api")
@bp.route("/x", methods=["GET", "POST"])
def x(): ...
@app.route("/")
def home(): ...
@app.get("/y")
def y(): ...
class Z(MethodView):
    def get(self): ...
app.add_url_rule("/z", view_func=Z.as_view("z"))
app.register_blueprint(shop, url_prefix="/shop")
app.register_blueprint(bp)
@app.errorhandler(404)
def missing(e): ...
`;
    expect(await routes(text)).toEqual([
      'flask GET /x @bp x',
      'flask POST /x @bp x',
      'flask GET / @app home',
      'flask GET /y @app y',
      'flask ANY /z @app Z',
    ]);
    expect(await mounts(text)).toEqual(['bp|/api|bp', 'app|/shop|.shop#bp', 'app||bp']);
  });

  it('reads aiohttp', async () => {
    const text = `from aiohttp import web
routes = web.RouteTableDef()
@routes.get("/a")
async def a(r): ...
app = web.Application()
app.router.add_post("/b", a)
app.add_routes([web.get("/c", a)])
`;
    expect(await routes(text)).toEqual([
      'aiohttp GET /a @routes a',
      'aiohttp POST /b @app.router a',
      'aiohttp GET /c @web a',
    ]);
  });

  it.each([
    'import requests\nrequests.get("/x")\n',
    'import httpx\nclient = httpx.Client()\nclient.get("/x")\n',
    'from cachetools import cached\n@cached("/x")\ndef f(): ...\n',
    'from fastapi import FastAPI\nimport respx\n@respx.mock.get("/x")\ndef f(): ...\n',
    'class Box:\n    def get(self, p): ...\nbox = Box()\n@box.get("/x")\ndef f(): ...\n',
  ])('is no route: %s', async (text) => {
    expect(await routes(text)).toEqual([]);
  });
});

describe('Django', () => {
  it('reads urlpatterns, includes, expressions and wrappers', async () => {
    const text = `from django.contrib import admin
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from . import views
from .views import Home
api = [path("ping/", views.ping)]
urlpatterns = [
    path("admin/", admin.site.urls),
    path("", Home.as_view(), name="home"),
    path("users/<int:pk>/", views.user),
    re_path(r"^old/(?P<slug>[-\\w]+)/$", views.old),
    path("hook/", csrf_exempt(views.hook)),
    path("shop/", include("shop.urls")),
    path("blog/", include(("blog.urls", "blog"), namespace="b")),
    path("v2/", include([path("x/", views.x)])),
    path("api/", include(api)),
    # path("gone/", views.gone),
]
`;
    expect(await routes(text)).toEqual([
      'django ANY ping/ @api .views.ping',
      'django ANY admin/ @ django.contrib.admin.site.urls',
      'django ANY  @ .views.Home',
      'django ANY users/<int:pk>/ @ .views.user',
      'django ANY old/<slug>/ @ .views.old',
      'django ANY hook/ @ .views.hook',
      'django ANY v2/x/ @ .views.x',
    ]);
    expect(await mounts(text)).toEqual(['|shop/|shop.urls#', '|blog/|blog.urls#', '|api/|api']);
  });

  it('reads REST framework routers and view sets', async () => {
    const text = `from django.urls import include, path
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.routers import DefaultRouter
from .views import UserViewSet
class Items(viewsets.ModelViewSet):
    lookup_field = "slug"
    @action(detail=True, methods=["post"], url_path="buy-now")
    def buy(self, request, slug): ...
    @action(detail=False)
    def top(self, request): ...
router = DefaultRouter()
router.register("users", UserViewSet)
router.register(r"items", Items, basename="item")
urlpatterns = [path("api/", include(router.urls))]
urlpatterns += router.urls
`;
    expect(await routes(text)).toEqual([
      'django-rest-framework GET {slug}/ @Items Items',
      'django-rest-framework PUT {slug}/ @Items Items',
      'django-rest-framework PATCH {slug}/ @Items Items',
      'django-rest-framework DELETE {slug}/ @Items Items',
      'django-rest-framework POST {slug}/buy-now/ @Items Items.buy',
      'django-rest-framework GET top/ @Items Items.top',
      'django-rest-framework ANY users/ @router .views.UserViewSet',
      'django-rest-framework ANY items/ @router Items',
    ]);
    expect(await mounts(text)).toEqual([
      'router|users/|.views#UserViewSet',
      'router|items/|Items',
      '|api/|router',
      '||router',
    ]);
  });

  it('reads sockets', async () => {
    const text = `from django.urls import re_path
from .consumers import Chat
websocket_urlpatterns = [re_path(r"ws/chat/(?P<room>\\w+)/$", Chat.as_asgi())]
`;
    expect(await routes(text)).toEqual(['channels WS ws/chat/<room>/ @ .consumers.Chat']);
  });

  it('leaves other functions named path alone', async () => {
    expect(await routes('from os import path\nfrom django.conf import settings\nx = path("a/", 1)\n')).toEqual([]);
  });
});
