// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are other languages' interpolations.
import { expect, test } from 'vitest';
import { tell } from './tell';

test.each([
  [
    'vercel.json',
    `{
  // allowed here
  "framework": "nextjs", "buildCommand": "npm run build", "regions": ["fra1"],
  "env": { "API_URL": "https://api.example.com/v1", "STORED": "@stored" },
  "crons": [{ "path": "/api/daily", "schedule": "0 5 * * *" }],
  "rewrites": [{ "source": "/ph/:p*", "destination": "https://eu.posthog.com/:p*" }, { "source": "/a", "destination": "/b" }],
}`,
    [
      '1 file vercel.json {"framework":"nextjs","build":"npm run build","regions":"fra1","crons":"/api/daily (0 5 * * *)","rewrites":"2"}',
      '4 API_URL hosting',
      '4 url https://api.example.com/v1',
      '4 STORED hosting',
      '5 job vercel /api/daily 0 5 * * *',
      '6 url https://eu.posthog.com/:p*',
    ],
  ],
  [
    'netlify.toml',
    `[build]
command = "npm run build"
publish = "dist"
[build.environment]
NODE_VERSION = "20"
[context.production.environment]
API_URL = "x"
[[plugins]]
package = "@netlify/plugin-nextjs"
[[redirects]]
from = "/api/*"
to = "https://api.shop.io/:splat"
[functions.nightly]
schedule = "@daily"
`,
    [
      '1 file netlify.toml {"build":"npm run build","output":"dist","contexts":"production","plugins":"@netlify/plugin-nextjs","redirects":"1"}',
      '5 NODE_VERSION hosting',
      '7 API_URL hosting',
      '12 url https://api.shop.io/:splat',
      '14 job netlify nightly @daily',
    ],
  ],
  [
    'server/fly.staging.toml',
    `app = 'shop'
primary_region = "fra"
[env]
PHX_HOST = "shop.fly.dev"
[build]
image = "ghcr.io/shop/api:1"
[deploy]
release_command = "/app/bin/migrate"
[processes]
web = "bin/server"
[http_service]
internal_port = 8080
[[http_service.checks]]
path = "/health"
[[vm]]
memory = "256mb"
`,
    [
      '1 file fly.toml {"app":"shop","region":"fra","release":"/app/bin/migrate","processes":"web: bin/server","port":"8080","health check":"/health","machine":"256mb"}',
      '4 PHX_HOST hosting',
      '6 image ghcr.io/shop/api:1',
    ],
  ],
  [
    'render.yaml',
    `services:
  - type: web
    name: api
    runtime: python
    region: frankfurt
    buildCommand: pip install -r requirements.txt
    startCommand: gunicorn app:app
    envVars:
      - key: STRIPE_SECRET_KEY
        sync: false
      - key: DATABASE_URL
        fromDatabase: { name: db, property: connectionString }
      - key: LEVEL
        value: info
      - fromGroup: shared
  - type: cron
    name: nightly
    schedule: "0 3 * * *"
databases:
  - name: db
    plan: free
`,
    [
      '1 file render.yaml {"services":"api (web), nightly (cron)","databases":"db (free)","runtime":"python","region":"frankfurt","build":"pip install -r requirements.txt","start":"gunicorn app:app"}',
      '9 STRIPE_SECRET_KEY hosting secret',
      '11 DATABASE_URL hosting secret',
      '13 LEVEL hosting',
      '18 job render nightly 0 3 * * *',
      '2 setting render.service web',
      '16 setting render.service cron',
      '20 setting render.database db',
    ],
  ],
  [
    'railway.json',
    '{ "build": { "builder": "NIXPACKS" }, "deploy": { "startCommand": "npm start", "cronSchedule": "0 * * * *" } }',
    [
      '1 file railway.json {"builder":"NIXPACKS","start":"npm start","cron":"0 * * * *"}',
      '1 job railway npm start 0 * * * *',
    ],
  ],
  ['railway.toml', '[deploy]\nstartCommand = "npm start"\n', ['1 file railway.toml {"start":"npm start"}']],
  [
    'app.json',
    `{
  "addons": ["heroku-postgresql:mini", { "plan": "heroku-redis" }],
  "env": {
    "SECRET": { "generator": "secret" },
    "API_KEY": { "description": "From the dashboard", "required": true },
    "MODE": "x"
  }
}`,
    [
      '1 file app.json {"addons":"heroku-postgresql:mini, heroku-redis"}',
      '4 SECRET hosting secret',
      '5 API_KEY hosting empty "From the dashboard"',
      '6 MODE hosting',
      '2 setting heroku.addons heroku-postgresql:mini',
      '2 setting heroku.addons heroku-redis',
    ],
  ],
  ['app.json', '{ "name": "Mobile", "displayName": "Mobile" }', []],
  [
    'app.json',
    '{ "expo": { "name": "Shop", "plugins": ["expo-font", ["sentry-expo", {}]] } }',
    ['1 file app.json (expo) {"app":"Shop","plugins":"expo-font, sentry-expo"}'],
  ],
  [
    'heroku.yml',
    'setup:\n  addons:\n    - plan: heroku-redis\n  config: { MODE: x }\nrun:\n  web: gunicorn app\n',
    [
      '1 file heroku.yml {"addons":"heroku-redis","processes":"web: gunicorn app"}',
      '4 MODE hosting',
      '3 setting heroku.addons heroku-redis',
    ],
  ],
  [
    'config/deploy.yml',
    `service: shop
image: org/shop
registry: { server: ghcr.io, password: [REGISTRY_PASSWORD] }
env:
  clear: { LEVEL: info }
  secret: [SECRET_KEY_BASE, "DB_URL:PROD_DB_URL"]
accessories:
  db: { image: "postgres:17" }
`,
    [
      '1 file config/deploy.yml {"service":"shop","image":"org/shop","registry":"ghcr.io","accessories":"db"}',
      '5 LEVEL hosting',
      '6 SECRET_KEY_BASE hosting secret',
      '6 DB_URL hosting secret',
      '3 REGISTRY_PASSWORD hosting secret',
      '3 url https://ghcr.io',
      '8 image postgres:17 db',
    ],
  ],
  ['config/deploy.yml', 'steps: [a]\n', []],
  [
    'Procfile',
    'web: gunicorn app --bind :$PORT -w ${WEB_CONCURRENCY:-2}\n# worker: no\nworker: celery -A app worker\n',
    [
      '1 file procfile {"web":"gunicorn app --bind :$PORT -w ${WEB_CONCURRENCY:-2}","worker":"celery -A app worker"}',
      '1 PORT Procfile bare',
      "1 WEB_CONCURRENCY Procfile default '2'",
    ],
  ],
])('%s %#', (path, text, facts) => {
  expect(tell(path, text)).toEqual({ facts, locked: {}, problems: [] });
});

test.each([
  ['vercel.json', '{ "env": { "A": "b" ', 'vercel.json is not valid JSON: close brace expected at line 1'],
  ['fly.toml', 'app = \n', 'fly.toml is not valid TOML: unspecified values are invalid at line 1'],
  [
    'fly.toml',
    '[a\nb = 1\n',
    'fly.toml is not valid TOML: the key, equals sign, and value must be on the same line at line 1',
  ],
  ['fly.toml', 'a = 1\n\n@ = 1\n', 'fly.toml is not valid TOML: unexpected character at line 3'],
  ['render.yaml', 'services: [}\n', 'render.yaml is not valid YAML: '],
])('a broken %s is there all the same, and told: %#', (path, text, problem) => {
  const told = tell(path, text);
  expect(told.facts[0]).toMatch(new RegExp(`^1 file ${path}`));
  expect(told.problems).toHaveLength(1);
  expect(told.problems[0]).toContain(problem);
});
