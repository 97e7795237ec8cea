/**
 * A workspace with a value planted in each place where people put one, each another, so that a leak tells where it came
 * from. Values of `.env` files may look like anything; elsewhere they look like secrets or stand under a secret's name.
 */

const planted: string[] = [];

/** Shaped like a random key, and none. */
function key(): string {
  const value = `q7Zr2Lm9Xc4Vb8Nn1Tk6${String(planted.length).padStart(2, '0')}Wp3`;
  planted.push(value);
  return value;
}

/** An ordinary word, as values often are. */
function word(): string {
  const value = `canarybird${String(planted.length).padStart(2, '0')}x`;
  planted.push(value);
  return value;
}

export const CANARY_FILES: Readonly<Record<string, string>> = {
  'package.json': `{ "name": "shop", "dependencies": { "stripe": "^18.0.0", "pg": "^8.0.0" }, "scripts": { "migrate": "DATABASE_URL=postgres://app:${key()}@db/x prisma migrate deploy" } }\n`,
  '.env': [
    `STRIPE_SECRET_KEY=${key()}`,
    `export PLAIN_WORD=${word()}`,
    `QUOTED_WORD="${word()} and ${word()}"`,
    `DATABASE_URL=postgres://${word()}:${word()}@${word()}.example.com:5432/${word()}`,
    'SIGNING_KEY="-----BEGIN PRIVATE KEY-----',
    `${key()}=`,
    `${word()}=${word()}`,
    '-----END PRIVATE KEY-----"',
    `STRIPE_SECRET_KEY=${key()} # the second`,
    `# OLD_TOKEN=${word()}`,
    `HOSTED_URL=https://${word()}.example.com/${word()}?token=${word()}`,
    `NEXT_PUBLIC_JWT_SECRET='${key()}'`,
    `LEFT_OVER=${word()}`,
    '',
  ].join('\n'),
  '.env.local': `PLAIN_WORD = ${word()}\n`,
  '.env.example': `STRIPE_SECRET_KEY=${key()}\nPLAIN_WORD=${word()}\n`,
  'api/.env.production': `PLAIN_WORD: ${word()}\nMAIL_PASSWORD=${word()}\n`,
  '.envrc': `export DIRENV_TOKEN=${word()}\n`,
  '.dev.vars': `WORKER_TOKEN=${word()}\n`,
  'pay.ts': [
    "import Stripe from 'stripe';",
    `export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? 'sk_live_${key()}');`,
    `export const other = new Stripe('${key()}');`,
    `export const url = process.env.DATABASE_URL ?? 'postgres://app:${word()}@localhost/x';`,
    `use(process.env.PLAIN_WORD, process.env.QUOTED_WORD, process.env.SIGNING_KEY, process.env.MISSING_THING);`,
    `fetch('https://user:${word()}@api.acme.dev/v1?api_key=${word()}', { headers: { authorization: 'Bearer ${key()}' } });`,
    '',
  ].join('\n'),
  'shop/settings.py': [
    'import os',
    `SECRET_KEY = "${key()}"`,
    `DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "x", "USER": "app", "PASSWORD": "${word()}"}}`,
    `EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "${word()}")`,
    `CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": "redis://:${word()}@cache:6379/1"}}`,
    `SENTRY_TOKEN = "${word()}"`,
    '',
  ].join('\n'),
  'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
  'requirements.txt': 'django==5.0\ndjango-redis==5.4\n',
  'config/runtime.exs': [
    'import Config',
    `config :shop, Shop.Repo, url: "ecto://app:${word()}@db/shop", password: "${word()}"`,
    `config :shop, ShopWeb.Endpoint, secret_key_base: "${key()}"`,
    `config :shop, token: System.get_env("PLAIN_TOKEN", "${word()}")`,
    '',
  ].join('\n'),
  'mix.exs':
    'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, deps: deps()]\n  defp deps, do: [{:ecto_sql, "~> 3.0"}]\nend\n',
  'docker-compose.yml': [
    'services:',
    '  db:',
    '    image: postgres:17',
    `    command: ["postgres", "--password=${word()}"]`,
    '    environment:',
    `      POSTGRES_PASSWORD: ${word()}`,
    `      DATABASE_URL: postgres://app:${word()}@db/x`,
    `      API_TOKEN: \${API_TOKEN:-${word()}}`,
    '  cache:',
    '    image: redis:8',
    '    environment:',
    `      - REDIS_PASSWORD=${word()}`,
    '',
  ].join('\n'),
  Dockerfile: `FROM node:22\nENV MAIL_PASSWORD=${word()}\nARG NPM_TOKEN=${word()}\nRUN curl -H "Authorization: Bearer ${key()}" https://api.acme.dev\n`,
  '.github/workflows/ci.yml': [
    'on: push',
    'env:',
    `  API_TOKEN: ${word()}`,
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    services:',
    '      db:',
    '        image: postgres:17',
    `        env: { POSTGRES_PASSWORD: ${word()} }`,
    '    steps:',
    `      - run: DEPLOY_TOKEN=${word()} npx vercel deploy --token=${word()}`,
    '        env:',
    `          SIGNING_KEY: ${key()}`,
    '',
  ].join('\n'),
  'fly.toml': `app = "shop"\n[env]\n  SESSION_TOKEN = "${word()}"\n`,
  'vercel.json': `{ "env": { "VERCEL_PLAIN_TOKEN": "${word()}" } }\n`,
  'k8s/secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: shop }\nstringData:\n  KUBE_TOKEN: ${word()}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop }\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: acme/shop\n          env:\n            - name: KUBE_PASSWORD\n              value: ${word()}\n`,
  'infra/main.tfvars': `db_password = "${word()}"\n`,
  'deploy.sh': `#!/bin/sh\nexport DEPLOY_TOKEN=${word()}\ncurl -u admin:${word()} https://api.acme.dev\n`,
};

export const CANARIES: readonly string[] = planted;

/** The planted values that a text holds, with the file that each was planted in. */
export function leaksIn(text: string): readonly string[] {
  return CANARIES.filter((value) => text.includes(value)).map((value) => {
    const [path] = Object.entries(CANARY_FILES).find(([, content]) => content.includes(value)) ?? [''];
    return `${value} of ${path}: ${around(text, value)}`;
  });
}

function around(text: string, value: string): string {
  const at = text.indexOf(value);
  return text.slice(Math.max(0, at - 60), at + value.length + 10);
}
