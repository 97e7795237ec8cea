import { expect, test } from 'vitest';
import { joinPath } from '../../server/src/index/routes';
import { snapshotOf } from '../support/snapshot';

async function routes(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await snapshotOf(files)).routes.map(({ method, path }) => `${method} ${path}`);
}

test('FastAPI routers, mounted in another file under two prefixes', async () => {
  const files = {
    'app/api/users.py':
      'from fastapi import APIRouter\nrouter = APIRouter(prefix="/users")\n\n@router.get("/{id}")\ndef one(id):\n    pass\n',
    'app/main.py':
      'from fastapi import FastAPI\nfrom app.api import users\napp = FastAPI()\napp.include_router(users.router, prefix="/api/v1")\n',
  };
  expect(await routes(files)).toEqual(['GET /api/v1/users/{id}']);
});

test('Express routers over a default export', async () => {
  const files = {
    'src/users.ts':
      'import { Router } from "express";\nconst router = Router();\nrouter.post("/", create);\nexport default router;\n',
    'src/app.ts':
      'import express from "express";\nimport users from "./users";\nconst app = express();\napp.use("/api/users", users);\n',
  };
  expect(await routes(files)).toEqual(['POST /api/users']);
});

test('Django includes', async () => {
  const files = {
    'shop/urls.py':
      'from django.urls import include, path\nurlpatterns = [path("api/orders/", include("orders.urls"))]\n',
    'orders/urls.py':
      'from django.urls import path\nfrom . import views\nurlpatterns = [path("<int:pk>/", views.detail)]\n',
  };
  expect(await routes(files)).toEqual(['ANY /api/orders/<int:pk>/']);
});

test('pieces of a path are joined with one slash', () => {
  expect(joinPath('', '')).toBe('/');
  expect(joinPath('/api/', '/users')).toBe('/api/users');
  expect(joinPath('api', 'users/')).toBe('/api/users/');
  expect(joinPath('/api', '/')).toBe('/api');
});

test('a view set that nobody registers serves nothing', async () => {
  const views =
    'from rest_framework import viewsets\nfrom rest_framework.decorators import action\n\nclass OrderViewSet(viewsets.ModelViewSet):\n    @action(detail=True, methods=["post"])\n    def cancel(self, request, pk=None):\n        pass\n';
  const urls =
    'from django.urls import include, path\nfrom rest_framework.routers import DefaultRouter\nfrom orders.views import OrderViewSet\nrouter = DefaultRouter()\nrouter.register("orders", OrderViewSet)\nurlpatterns = [path("api/", include(router.urls))]\n';
  expect(await routes({ 'orders/views.py': views })).toEqual([]);
  expect(await routes({ 'orders/views.py': views, 'shop/urls.py': urls })).toContain('POST /api/orders/{pk}/cancel/');
});

test('NestJS: the global prefix stands before every controller', async () => {
  const files = {
    'package.json': '{ "name": "api", "dependencies": { "@nestjs/core": "^10.0.0" } }',
    'src/main.ts':
      'import { NestFactory } from "@nestjs/core";\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  app.setGlobalPrefix("api");\n}\n',
    'src/users.controller.ts':
      'import { Controller, Get } from "@nestjs/common";\n@Controller("users")\nexport class UsersController {\n  @Get(":id")\n  one() {}\n}\n',
  };
  expect(await routes(files)).toEqual(['GET /api/users/:id']);
});

test('Django: views of another file tell which methods their paths take', async () => {
  const views = `from django.views import View
from django.views.decorators.http import require_POST
from rest_framework import mixins, viewsets
from rest_framework.decorators import api_view
from rest_framework.views import APIView
from other.base import BaseView

@api_view(["GET", "PUT"])
def status(request): ...

@api_view()
def plain(request): ...

@require_POST
def hook(request): ...

def anything(request): ...

class Shelf(APIView):
    def get(self, request): ...
    def delete(self, request): ...

class Narrow(Shelf):
    http_method_names = ["get"]

class Unknown(BaseView):
    def get(self, request): ...

class Books(viewsets.ModelViewSet): ...

class Reports(viewsets.ReadOnlyModelViewSet): ...

class Notes(mixins.CreateModelMixin, mixins.DestroyModelMixin, viewsets.GenericViewSet): ...
`;
  const urls = `from django.urls import include, path
from rest_framework.authtoken.views import obtain_auth_token
from rest_framework.routers import DefaultRouter
from rest_framework_simplejwt.views import TokenObtainPairView
from shop import views
from shop.views import Books, Reports, Notes
router = DefaultRouter()
router.register("books", Books)
router.register("reports", Reports)
router.register("notes", Notes)
urlpatterns = [
    path("", include(router.urls)),
    path("status/", views.status),
    path("plain/", views.plain),
    path("hook/", views.hook),
    path("anything/", views.anything),
    path("shelf/", views.Shelf.as_view()),
    path("narrow/", views.Narrow.as_view()),
    path("unknown/", views.Unknown.as_view()),
    path("token/", obtain_auth_token),
    path("jwt/", TokenObtainPairView.as_view()),
    path("archive/", Books.as_view({"get": "list"})),
]
`;
  expect(await routes({ 'shop/views.py': views, 'shop/urls.py': urls })).toEqual([
    'ANY /anything/',
    'GET /archive/',
    'GET /books/',
    'POST /books/',
    'DELETE /books/{pk}/',
    'GET /books/{pk}/',
    'PATCH /books/{pk}/',
    'PUT /books/{pk}/',
    'POST /hook/',
    'POST /jwt/',
    'GET /narrow/',
    'POST /notes/',
    'DELETE /notes/{pk}/',
    'GET /plain/',
    'GET /reports/',
    'GET /reports/{pk}/',
    'DELETE /shelf/',
    'GET /shelf/',
    'GET /status/',
    'PUT /status/',
    'POST /token/',
    'ANY /unknown/',
  ]);
});

test('Django: a package may pass its views on', async () => {
  const files = {
    'shop/views/__init__.py': 'from .books import *\nfrom .status import status as state\n',
    'shop/views/books.py': 'from rest_framework import generics\nclass Books(generics.ListCreateAPIView):\n    pass\n',
    'shop/views/status.py':
      'from rest_framework.decorators import api_view\n@api_view(["POST"])\ndef status(request): ...\n',
    'shop/urls.py':
      'from django.urls import path\nfrom .views import Books, state\nurlpatterns = [path("books/", Books.as_view()), path("state/", state)]\n',
  };
  expect(await routes(files)).toEqual(['GET /books/', 'POST /books/', 'POST /state/']);
});

test('Django: a view set that a package takes in from its module, beside a module of the same name', async () => {
  const files = {
    'shop/views.py': 'OLD = 1\n',
    'shop/views/__init__.py': 'from .books import BookViewSet\n',
    'shop/views/books.py':
      'from rest_framework import viewsets\nclass BookViewSet(viewsets.ReadOnlyModelViewSet): ...\n',
    'shop/urls.py':
      'from django.urls import include, path\nfrom rest_framework.routers import DefaultRouter\nfrom .views import BookViewSet\nrouter = DefaultRouter()\nrouter.register("books", BookViewSet)\nurlpatterns = [path("api/", include(router.urls))]\n',
  };
  expect(await routes(files)).toEqual(['GET /api/books/', 'GET /api/books/{pk}/']);
});
