import { expect, test } from 'vitest';
import { reachIn } from '../../server/src/index/reach';
import { snapshotOf } from '../support/snapshot';

/** The routes that get to where a service is asked. */
async function reaching(id: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const snapshot = await snapshotOf(files);
  const service = snapshot.integrations.find((one) => one.id === id);
  const sites = (service?.evidence ?? []).filter(({ status, kind }) => status === 'called' && kind !== 'env');
  expect(sites.length).toBeGreaterThan(0);
  return reachIn(snapshot)
    .routes(sites)
    .map(({ method, path }) => `${method} ${path}`)
    .sort();
}

const PYTHON = {
  'requirements.txt': 'fastapi==0.110\nopenai==1.6.1\n',
  'app/llm.py':
    'from openai import OpenAI\n\nclass Writer:\n    def __init__(self):\n        self.client = OpenAI()\n\n    def write(self, prompt):\n        return self.client.chat.completions.create(model="gpt-4", prompt=prompt)\n\n    def count(self):\n        return 1\n',
  'app/letters.py':
    'from app.llm import Writer\n\nclass LetterService:\n    def __init__(self):\n        self.writer = Writer()\n\n    def compose(self):\n        return self._body()\n\n    def _body(self):\n        return self.writer.write("x")\n\n    def size(self):\n        return self.writer.count()\n',
  'app/main.py':
    'from fastapi import FastAPI\nfrom app.letters import LetterService\n\napp = FastAPI()\nletters = LetterService()\n\n@app.post("/letters")\ndef compose():\n    return letters.compose()\n\n@app.get("/letters/size")\ndef size():\n    return letters.size()\n\n@app.get("/health")\ndef health():\n    return "ok"\n',
};

test('a route gets to a client through a service of another file, and no route that asks for something else', async () => {
  expect(await reaching('openai', PYTHON)).toEqual(['POST /letters']);
});

test('users of a class are those outside of it', async () => {
  const snapshot = await snapshotOf(PYTHON);
  const users = reachIn(snapshot).users('app/llm.py', 'Writer');
  expect([...new Set(users.map(({ path, scope }) => `${path} ${scope}`))]).toEqual([
    'app/letters.py LetterService.__init__',
    'app/letters.py LetterService._body',
    'app/letters.py LetterService.size',
  ]);
});

test('handlers that are written in place, over a helper and a re-export', async () => {
  const files = {
    'package.json': '{"dependencies":{"express":"4","stripe":"15"}}',
    'src/lib/stripe.ts':
      'import Stripe from "stripe";\nexport const stripe = new Stripe(process.env.KEY);\nexport async function checkout() {\n  return stripe.checkout.sessions.create({});\n}\n',
    'src/lib/index.ts': 'export { checkout } from "./stripe";\n',
    'src/routes.ts':
      'import { Router } from "express";\nimport { checkout } from "./lib";\nconst router = Router();\nconst pay = () => checkout();\nrouter.post("/pay", asyncHandler(async (req, res) => {\n  await pay();\n}));\nrouter.get("/plans", (req, res) => {\n  res.json([]);\n});\nexport default router;\n',
  };
  expect(await reaching('stripe', files)).toEqual(['POST /pay']);
});

test('handlers by name in another file', async () => {
  const files = {
    'package.json': '{"dependencies":{"express":"4","stripe":"15"}}',
    'src/pay.ts':
      'import Stripe from "stripe";\nconst stripe = new Stripe(process.env.KEY);\nexport async function pay(req, res) {\n  await stripe.charges.create({});\n}\nexport function plans(req, res) {}\n',
    'src/routes.ts':
      'import { Router } from "express";\nimport { pay, plans } from "./pay";\nconst router = Router();\nrouter.post("/pay", pay);\nrouter.get("/plans", plans);\n',
  };
  expect(await reaching('stripe', files)).toEqual(['POST /pay']);
});

test('a view set of Django gets there by the action that calls it', async () => {
  const files = {
    'requirements.txt': 'djangorestframework==3.15\nstripe==9\n',
    'shop/urls.py':
      'from rest_framework.routers import DefaultRouter\nfrom .views import OrderViewSet\nrouter = DefaultRouter()\nrouter.register("orders", OrderViewSet)\nurlpatterns = router.urls\n',
    'shop/views.py':
      'import stripe\nfrom rest_framework import viewsets\nfrom rest_framework.decorators import action\n\nclass OrderViewSet(viewsets.ModelViewSet):\n    def perform_create(self, serializer):\n        self._charge()\n\n    @action(detail=True, methods=["post"])\n    def refund(self, request, pk=None):\n        stripe.Refund.create()\n\n    def _charge(self):\n        stripe.Charge.create()\n',
  };
  expect(await reaching('stripe', files)).toEqual(['POST /orders/', 'POST /orders/{pk}/refund/']);
});

test('a Phoenix action over a context module', async () => {
  const files = {
    'mix.exs': 'defmodule App.MixProject do\n  defp deps, do: [{:phoenix, "~> 1.7"}, {:req, "~> 0.5"}]\nend\n',
    'lib/app_web/router.ex':
      'defmodule AppWeb.Router do\n  use Phoenix.Router\n  scope "/api", AppWeb do\n    post "/describe", PlotController, :describe\n    get "/plots", PlotController, :index\n  end\nend\n',
    'lib/app_web/plot_controller.ex':
      'defmodule AppWeb.PlotController do\n  alias App.Botanist\n  def describe(conn, _), do: Botanist.describe(conn)\n  def index(conn, _), do: conn\nend\n',
    'lib/app/botanist.ex':
      'defmodule App.Botanist do\n  def describe(x), do: chat(x)\n  defp chat(x), do: Req.post("https://api.openai.com/v1/chat/completions", json: x)\nend\n',
  };
  expect(await reaching('openai', files)).toEqual(['POST /api/describe']);
});

test('a method of what a function of another file makes', async () => {
  const files = {
    'package.json': '{"dependencies":{"express":"4","stripe":"15"}}',
    'src/billing.ts':
      'import Stripe from "stripe";\nexport class Billing {\n  private stripe = new Stripe(process.env.KEY);\n  charge() {\n    return this.stripe.charges.create({});\n  }\n  plans() {\n    return [];\n  }\n}\nlet billing: Billing | undefined;\nexport function getBilling() {\n  billing ??= new Billing();\n  return billing;\n}\n',
    'src/routes.ts':
      'import { Router } from "express";\nimport { getBilling } from "./billing";\nconst router = Router();\nrouter.post("/pay", (req, res) => getBilling().charge());\nrouter.get("/plans", (req, res) => getBilling().plans());\n',
  };
  expect(await reaching('stripe', files)).toEqual(['POST /pay']);
});

test('jobs get there as routes do', async () => {
  const files = {
    'requirements.txt': 'celery==5.4\nstripe==9\n',
    'shop/tasks.py':
      'import stripe\nfrom celery import shared_task\n\n@shared_task\ndef charge_all():\n    charge()\n\n@shared_task\ndef clean():\n    pass\n\ndef charge():\n    stripe.Charge.create()\n',
  };
  const snapshot = await snapshotOf(files);
  const stripe = snapshot.integrations.find(({ id }) => id === 'stripe');
  const sites = (stripe?.evidence ?? []).filter(({ kind }) => kind === 'call');
  expect(reachIn(snapshot).jobs(sites)).toEqual(['charge_all']);
});

test('calls in a circle end', async () => {
  const files = {
    'package.json': '{"dependencies":{"stripe":"15"}}',
    'src/pay.ts':
      'import Stripe from "stripe";\nconst stripe = new Stripe(process.env.KEY);\nfunction a() { b(); stripe.charges.create({}); }\nfunction b() { a(); }\n',
  };
  expect(await reaching('stripe', files)).toEqual([]);
});
