import { expect, test } from 'vitest';
import { tell } from './tell';

test.each([
  [
    'app.yaml',
    'runtime: python312\nentrypoint: gunicorn main:app\nenv_variables:\n  MODE: x\n',
    ['1 file app.yaml {"runtime":"python312","start":"gunicorn main:app"}', '4 MODE hosting'],
  ],
  [
    '.do/app.yaml',
    'name: shop\nregion: fra\nservices:\n  - name: api\n    envs:\n      - { key: TOKEN, type: SECRET }\ndatabases: [{ engine: PG }]\n',
    ['1 file .do/app.yaml {"app":"shop","region":"fra","components":"api","databases":"PG"}', '6 TOKEN hosting secret'],
  ],
  ['src/app.yaml', 'title: x\n', []],
  [
    'serverless.yml',
    `service: shop
provider:
  name: aws
  runtime: nodejs20.x
  environment:
    TABLE: \${self:custom.table}
    KEY: \${env:API_KEY}
    LEVEL: \${env:LEVEL, 'info'}
functions:
  tidy:
    events:
      - schedule: rate(1 day)
`,
    [
      '1 file serverless.yml {"service":"shop","provider":"aws","runtime":"nodejs20.x","functions":"tidy"}',
      '6 TABLE hosting',
      '7 KEY hosting',
      '8 LEVEL hosting',
      '12 job serverless tidy rate(1 day)',
      '7 API_KEY serverless env raises',
      '8 LEVEL serverless env default',
    ],
  ],
  [
    'cloudbuild.yaml',
    `steps:
  - name: gcr.io/cloud-builders/docker
    env: [MODE=x]
    secretEnv: [TOKEN]
images: [gcr.io/p/shop]
`,
    [
      '1 file cloudbuild.yaml {"steps":"gcr.io/cloud-builders/docker","images":"gcr.io/p/shop"}',
      '3 MODE hosting',
      '4 TOKEN hosting secret',
    ],
  ],
  [
    'firebase.json',
    '{ "hosting": { "public": "dist" }, "firestore": {}, "emulators": { "auth": {}, "ui": {} } }',
    ['1 file firebase.json {"features":"hosting, firestore","hosting":"dist","emulators":"auth"}'],
  ],
  [
    'amplify.yml',
    'frontend:\n  phases:\n    build: { commands: [npm run build] }\n',
    ['1 file amplify.yml {"build":"npm run build"}'],
  ],
  [
    'wrangler.toml',
    `name = "shop"
main = "src/index.ts"
[vars]
API_URL = "https://api.shop.io"
[[r2_buckets]]
binding = "BUCKET"
bucket_name = "files"
[[kv_namespaces]]
binding = "CACHE"
id = "abc"
[[queues.producers]]
queue = "mails"
binding = "MAILS"
[[queues.consumers]]
queue = "mails"
[ai]
binding = "AI"
[triggers]
crons = ["*/5 * * * *"]
[env.staging.vars]
LEVEL = "debug"
`,
    [
      '1 file wrangler.toml {"worker":"shop","main":"src/index.ts","environments":"staging","bindings":"CACHE (kv namespaces), BUCKET (r2 buckets), MAILS (queues), mails (queues), AI (ai)","crons":"*/5 * * * *"}',
      '4 API_URL hosting',
      '4 url https://api.shop.io',
      '21 LEVEL hosting',
      '9 setting wrangler.kv_namespaces CACHE',
      '9 CACHE hosting',
      '6 setting wrangler.r2_buckets BUCKET',
      '6 BUCKET hosting',
      '13 setting wrangler.queues MAILS',
      '13 MAILS hosting',
      '15 setting wrangler.queues mails',
      '17 setting wrangler.ai AI',
      '17 AI hosting',
      '19 job cloudflare scheduled */5 * * * *',
      '15 job cloudflare-queues mails mails',
    ],
  ],
  [
    'wrangler.jsonc',
    '{ "d1_databases": [{ "binding": "DB", "database_name": "x" }], /* why */ }',
    ['1 file wrangler.toml {"bindings":"DB (d1 databases)"}', '1 setting wrangler.d1_databases DB', '1 DB hosting'],
  ],
])('%s %#', (path, text, facts) => {
  expect(tell(path, text)).toEqual({ facts, locked: {}, problems: [] });
});
