// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are other languages' interpolations.
import { expect, test } from 'vitest';
import { tell } from './tell';

test.each([
  [
    'nginx/nginx.conf',
    `http {
  limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;
  upstream backend { server api:8000; }
  server {
    listen 443 ssl;
    server_name shop.io www.shop.io;
    client_max_body_size 20M; # server_name no.example.com;
    location /api { proxy_pass http://backend; }
    location / { add_header X-Frame-Options DENY; proxy_pass https://cdn.shop.io/x; }
  }
}
`,
    [
      '1 file nginx.conf {"hosts":"shop.io www.shop.io","listen":"443 ssl","proxies":"http://backend, https://cdn.shop.io/x","upstreams":"backend","rate limits":"api 10r/s","body limit":"20M","headers":"X-Frame-Options","locations":"2"}',
    ],
  ],
  [
    'nginx/templates/default.conf.template',
    'server {\n  listen ${PORT};\n  proxy_pass $scheme://x;\n  proxy_pass http://$host:${API_PORT};\n}\n',
    [
      '1 file nginx.conf {"listen":"${PORT}","proxies":"$scheme://x, http://$host:${API_PORT}"}',
      '2 PORT envsubst bare',
      '4 API_PORT envsubst bare',
    ],
  ],
  ['nginx/README.md', 'server {}', []],
  ['conf.d/notes', 'nothing here', []],
  [
    'Caddyfile',
    `{
  email {$ACME_EMAIL}
}
shop.io, {$HOST:localhost} {
  # reverse_proxy no:1
  handle /api/* {
    reverse_proxy api:8000
  }
  header X-Key {env.KEY}
  reverse_proxy https://cdn.shop.io
}
`,
    [
      '1 file caddyfile {"sites":"shop.io, {$HOST:localhost}","proxies":"api:8000, https://cdn.shop.io"}',
      '2 ACME_EMAIL Caddyfile bare',
      "4 HOST Caddyfile default 'localhost'",
      '9 KEY Caddyfile bare',
      '10 url https://cdn.shop.io',
    ],
  ],
  [
    'alembic.ini',
    '[alembic]\nscript_location = migrations\nsqlalchemy.url = postgresql://u:not-a-real-password@db/app\n',
    ['1 file alembic.ini {"migrations":"migrations","database":"postgresql://db/app"}', '3 url postgresql://db'],
  ],
  [
    'alembic.ini',
    '[alembic]\nsqlalchemy.url = driver://user:pass@localhost/dbname\n[loggers]\nkeys = root\n',
    ['1 file alembic.ini'],
  ],
  [
    'deploy/supervisord.conf',
    '[program:web]\ncommand=gunicorn app ; run\nenvironment=MODE="x,y",LEVEL=info\n[supervisord]\nnodaemon=true\n',
    ['1 file supervisord.conf {"programs":"web: gunicorn app"}', '3 MODE hosting', '3 LEVEL hosting'],
  ],
  [
    'infra/main.tf',
    'terraform { required_providers { x = {\n source = "hashicorp/aws"\n} } }\nprovider "google" {\n}\nresource "aws_s3_bucket" "b" {}\n',
    [
      '1 file main.tf {"providers":"hashicorp/aws, google","resources":"aws_s3_bucket"}',
      '4 setting terraform.provider google',
    ],
  ],
  ['infra/variables.tf', 'variable "x" {}\n', ['1 TF_VAR_x variable passed']],
  [
    'prisma/models.prisma',
    `datasource db {
  provider = "postgresql" // not "mysql"
  url      = env("DATABASE_URL")
  // shadow = env("NO")
}
generator client { provider = "prisma-client-js" }
model User {
  id Int @id
  @@map("users")
}
model Post { id Int }
enum Role { A }
`,
    [
      '2 setting prisma.datasource.provider postgresql',
      '3 DATABASE_URL prisma env raises',
      '7 model prisma User users',
      '11 model prisma Post',
    ],
  ],
  [
    '.npmrc',
    '//npm.pkg.github.com/:_authToken=${NODE_AUTH_TOKEN}\n@own:registry=https://npm.pkg.github.com\n; ${NO}\nx=$NO\n',
    ['1 NODE_AUTH_TOKEN .npmrc bare', '2 url https://npm.pkg.github.com'],
  ],
  ['.yarnrc.yml', 'npmAuthToken: "${TOKEN:-}"\n', ["1 TOKEN .yarnrc.yml default ''"]],
  [
    'docs/openapi.yaml',
    'openapi: 3.1.0\ninfo:\n  description: |\n    about\n  title: "Shop API"\n  version: 1.2.0\npaths: {}\n',
    ['1 file openapi.yaml {"specification":"openapi 3.1.0","title":"Shop API","version":"1.2.0"}'],
  ],
  [
    'swagger.json',
    '{ "swagger": "2.0", "info": { "version": "v1", "title": "Shop" } }',
    ['1 file openapi.yaml {"specification":"swagger 2.0","title":"Shop","version":"v1"}'],
  ],
  ['openapi.json', '{ "x": 1 }', []],
  [
    'turbo.json',
    '{ "globalEnv": ["NODE_ENV", "!NO", "AWS_*"], "tasks": { "build": { "env": ["API_URL"] } } }',
    ['1 file turbo.json {"tasks":"build"}', '1 NODE_ENV schema empty', '1 API_URL schema empty'],
  ],
  [
    '.mise.toml',
    '[env]\nMODE = "dev"\n_.file = ".env"\n[tools]\nnode = "20"\n',
    ['1 file mise.toml {"tools":"node 20"}', '2 MODE shell'],
  ],
  [
    '.devcontainer/devcontainer.json',
    '{ "image": "mcr.microsoft.com/devcontainers/python:3", "remoteEnv": { "MODE": "x" }, }',
    [
      '1 file devcontainer.json {"image":"mcr.microsoft.com/devcontainers/python:3"}',
      '1 image mcr.microsoft.com/devcontainers/python:3',
      '1 MODE hosting',
    ],
  ],
  ['next.config.mjs', 'x', ['1 file next.config.mjs']],
  ['.sentryclirc', '[auth]\ntoken=not-a-real-token\n', ['1 file .sentryclirc']],
  ['a/supabase/config.toml', '', ['1 file supabase/config.toml']],
  ['other/config.toml', '', []],
  ['vite.config.d.ts', '', []],
])('%s %#', (path, text, facts) => {
  expect(tell(path, text)).toEqual({ facts, locked: {}, problems: [] });
});

test.each([
  [': "${DB_URL:?set it}"', ['1 DB_URL shell raises']],
  ['PORT="${PORT:-8000}"', ["1 PORT shell default '8000'"]],
  ['export MODE="${MODE:=dev}"', ["1 MODE shell default 'dev'"]],
  ['export LEVEL=info', ['1 LEVEL shell']],
  ['export TOKEN=$(cat token)', ['1 TOKEN shell']],
  ['export PATH="$HOME/bin:$PATH"', []],
  ['NAME=x\necho "${NAME:-y}"', []],
  ['for F_ILE in *; do echo "${F_ILE:-x}"; done', []],
  ['read -r ANSWER\necho "${ANSWER:-n}"', []],
  ['echo "$PLAIN ${PLAIN} ${PLAIN%/*} ${1:-x} ${lower:-x}"', []],
  ['echo \'${QUOTED:-x}\' "${DOUBLE_Q:-y}"', ["1 DOUBLE_Q shell default 'y'"]],
  ['# ${COMMENT:-x}\necho a#b "${AFTER:-z}" # ${C:-x}', ["2 AFTER shell default 'z'"]],
  ["cat <<'END'\n${LITERAL:-x}\nEND\necho ${NEXT_ONE:-1}", ["4 NEXT_ONE shell default '1'"]],
  [
    "cat <<END\n${OPEN:-x} it's\nEND\necho ${NEXT_ONE:-1}",
    ["2 OPEN shell default 'x'", "4 NEXT_ONE shell default '1'"],
  ],
  ['echo "it\'s"\necho "${STILL:-1}"', ["2 STILL shell default '1'"]],
  ['if [ -z "$API_KEY" ]; then\n  echo missing\n  exit 1\nfi', ['1 API_KEY shell raises']],
  ['[[ -z "${API_KEY:-}" ]] && exit 2', ['1 API_KEY shell raises']],
  ['if [ -z "$API_KEY" ]; then\n  echo no\nfi\nexit 1', ['1 API_KEY shell guarded']],
  ['if [[ -z "${A_B:-}" || -z "$C_D" ]]; then\nexit 1\nfi', ['1 A_B shell raises', '1 C_D shell raises']],
  ['X_Y=$(date)\nif [ -z "$X_Y" ]; then exit 1; fi', []],
  ['echo "${BASH_SOURCE:-x}" ${RANDOM:-1}', []],
])('shell: %j', (text, facts) => {
  expect(tell('scripts/run.sh', text).facts).toEqual(facts);
});
