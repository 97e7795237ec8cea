import { beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../server/src/model/workspace';
import { completionAt, type Proposals } from '../../server/src/views/completion';
import { snapshotOf } from '../support/snapshot';
import { FILES, lines } from './navigation-files';

let snapshot: Snapshot;

beforeAll(async () => {
  snapshot = await snapshotOf({
    ...FILES,
    'apps/ml/decoupled.py': 'from decouple import config\nX = config("SHARED_URL")\n',
    'apps/ml/plain.py': 'from app import config\n',
    'apps/api/src/env.ts': 'export function must(name: string) {\n  return process.env[name] ?? fail(name);\n}\n',
    'apps/api/src/uses.ts': 'import { must } from "./env";\nexport const url = must("MUST_URL");\n',
    'apps/api/src/late.ts': 'import { must } from "./env";\n',
    'apps/api/src/nest.ts': 'import { ConfigService } from "@nestjs/config";\n',
    'apps/api/src/t3.ts': 'import { env } from "./env";\n',
  });
});

/** The proposals where `|` stands in a text. */
function complete(path: string, marked: string): Proposals | undefined {
  const index = marked.indexOf('|');
  const before = marked.slice(0, index);
  const text = before + marked.slice(index + 1);
  const position = { line: before.split('\n').length - 1, column: index - (before.lastIndexOf('\n') + 1) };
  return completionAt(snapshot, path, position, lines(text));
}

const names = (path: string, marked: string): readonly string[] | undefined =>
  complete(path, marked)?.items.map(({ name }) => name);

test.each([
  ['apps/api/src/a.ts', 'const a = process.env.|'],
  ['apps/api/src/a.ts', 'const a = process.env?.STR|'],
  ['apps/api/src/a.js', 'process.env["|"]'],
  ['apps/api/src/a.mjs', "process.env['STRI|']"],
  ['apps/web/src/App.vue', 'const a = process.env.|;'],
  ['apps/api/src/a.ts', 'Deno.env.get("|")'],
  ['apps/ml/a.py', 'os.environ["|"]'],
  ['apps/ml/a.py', "environ.get('|')"],
  ['apps/ml/a.py', 'os.environ.get("|", "x")'],
  ['apps/ml/a.py', 'os.getenv("|'],
  ['apps/ml/decoupled.py', 'Y = config("|")'],
  ['apps/ml/decoupled.py', 'Y = env.bool("|")'],
  ['lib/a.ex', 'System.get_env("|")'],
  ['lib/a.exs', 'url = System.fetch_env!("|")'],
  ['docker-compose.yml', 'services:\n  web:\n    environment:\n      |'],
  ['docker-compose.yml', 'services:\n  web:\n    environment:\n      A: b\n\n      # more\n      STRI|'],
  ['docker-compose.yml', 'services:\n  web:\n    environment:\n    - A=b\n    - |'],
  ['compose.prod.yaml', 'image: x:${|}'],
  ['.github/workflows/ci.yml', 'key: ${{ secrets.| }}'],
  ['.github/workflows/ci.yml', 'key: ${{ github.ref && vars.STR| }}'],
  ['apps/api/.env.staging', 'URL=${|}'],
  ['apps/api/src/a.ts', 'const { | } = process.env;'],
  ['apps/api/src/a.ts', 'const { A, B: b = "x", STR| } = process.env;'],
  ['apps/api/src/a.ts', "import { | } from '$env/static/private';"],
  ['apps/api/src/uses.ts', 'must("|")'],
  ['apps/api/src/late.ts', "must('STR|')"],
  ['apps/api/src/nest.ts', "this.config.get<string>('|')"],
  ['apps/api/src/nest.ts', "configService.getOrThrow('|')"],
  ['apps/api/src/t3.ts', 'use(env.|)'],
  ['apps/ml/a.py', '@click.option("--key", envvar="|")'],
  ['apps/ml/a.py', 'typer.Option(None, envvar=["A_KEY", "|"])'],
  ['apps/ml/a.py', 'if "|" in os.environ:'],
  ['apps/ml/a.py', 'if "|" not in environ:'],
  ['lib/a.ex', 'config :a, key: {:system, "|"}'],
  ['.github/workflows/ci.yml', 'jobs:\n  a:\n    env:\n      |'],
  ['.github/workflows/ci.yml', '    steps:\n      - env:\n          STR|: x'],
  ['.github/workflows/ci.yml', "    if: github.ref == 'x' && vars.|"],
  ['k8s/app.yaml', '      containers:\n        - env:\n            - name: |'],
  ['chart/values.yaml', 'extraEnv:\n  - name: |\n    value: x'],
  ['Dockerfile', 'FROM node\nENV |'],
  ['apps/api/Dockerfile.prod', 'ARG STR|'],
  ['Dockerfile', 'ENV KEY=${|}'],
  ['Dockerfile', 'LABEL key=$|'],
  ['deploy.sh', 'echo "${|}"'],
  ['prisma/schema.prisma', '  url = env("|")'],
])('%s proposes names: %s', (path, text) => {
  expect(names(path, text)).toContain('STRIPE_KEY');
});

test.each([
  ['a.ts', 'const a = x.|'],
  ['a.ts', 'const a = my.process.env.|'],
  ['a.ts', 'const a = process.environment.|'],
  ['a.ts', 'const a = process.env.STRIPE_KEY.|'],
  ['a.ts', 'const a = "|"'],
  ['a.ts', 'const a = `${|}`'],
  ['a.ts', 'import.meta.|'],
  ['a.py', 'config = {"|"}'],
  ['apps/ml/plain.py', 'config("|")'],
  ['apps/ml/plain.py', 'env("|")'],
  ['apps/ml/decoupled.py', 'app.config("|")'],
  ['a.py', 'print("|")'],
  ['a.py', 'process.env.|'],
  ['a.ex', 'IO.puts("|")'],
  ['a.ex', 'MySystem.get_env("|")'],
  ['a.ex', 'System.get_env("A", "|")'],
  ['docker-compose.yml', 'services:\n  |'],
  ['docker-compose.yml', 'services:\n  web:\n    environment:\n      A: b\n    volumes:\n      - |'],
  ['docker-compose.yml', 'services:\n  web:\n    environment:\n      A: |'],
  ['.github/workflows/ci.yml', 'run: secrets.|'],
  ['.github/workflows/ci.yml', 'key: ${{ a }} secrets.|'],
  ['.github/workflows/ci.yml', 'key: ${{ needs.secrets.| }}'],
  ['values.yaml', 'key: ${{ secrets.| }}'],
  ['.env', 'A=|'],
  ['apps/api/src/a.ts', 'const { | } = props;'],
  ['apps/api/src/a.ts', "import { | } from './env';"],
  ['apps/api/src/a.ts', 'must("|")'],
  ['apps/api/src/a.ts', "config.get('|')"],
  ['apps/api/src/a.ts', 'use(env.|)'],
  ['apps/api/src/uses.ts', 'map.must("|")'],
  ['apps/api/src/uses.ts', 'other("|")'],
  ['apps/ml/a.py', 'if "|" in names:'],
  ['apps/ml/a.py', 'option(help="|")'],
  ['lib/a.ex', '{:other, "|"}'],
  ['.github/workflows/ci.yml', 'jobs:\n  a:\n    with:\n      |'],
  ['.github/workflows/ci.yml', 'jobs:\n  a:\n    env:\n      A: |'],
  ['.github/workflows/ci.yml', '    run: echo vars.|'],
  ['k8s/app.yaml', '      containers:\n        - name: |'],
  ['k8s/app.yaml', '    env:\n      - name: A\n        value: |'],
  ['Dockerfile', 'FROM |'],
  ['Dockerfile', 'RUN echo $|'],
  ['Dockerfile', 'ENV KEY=|'],
  ['.env', '# STR|'],
  ['.env', 'STR| is no assignment'],
  ['README.md', 'process.env.|'],
])('%s proposes nothing: %s', (path, text) => {
  expect(complete(path, text)).toBeUndefined();
});

test('what reaches the browser alone where the browser reads', () => {
  expect(names('apps/web/src/a.ts', 'import.meta.env.|')).toEqual(['VITE_TITLE']);
  expect(names('apps/web/src/a.ts', 'import.meta.env["|"]')).toEqual(['VITE_TITLE']);
});

test('the same application first, then what is used most', () => {
  expect(names('apps/web/src/a.ts', 'process.env.|')?.slice(0, 3)).toEqual(['STRIPE_KEY', 'UNDECLARED', 'VITE_TITLE']);
  expect(names('apps/ml/a.py', 'os.environ["|"]')?.slice(0, 3)).toEqual(['STRIPE_KEY', 'SHARED_URL', 'MODEL_TOKEN']);
});

test('a .env file: what the application reads and the file lacks comes first, as an assignment', () => {
  const found = complete('apps/api/.env', 'STRIPE_KEY=canary\nSH|\n');
  expect(found?.items[0]).toEqual({ name: 'SHARED_URL', insert: 'SHARED_URL=', detail: 'optional' });
  expect(found?.items.map(({ name }) => name)).not.toContain('STRIPE_KEY');
  expect(found?.range).toEqual({ line: 1, column: 0, endLine: 1, endColumn: 2 });
  // An assignment that stands there keeps its sign.
  expect(complete('apps/api/.env', 'export SH|=x')?.items[0]?.insert).toBe('STRIPE_KEY');
});

test('the whole name is replaced, and nothing beside it', () => {
  const found = complete('apps/api/src/a.ts', 'use(process.env.STR|IPE, 1)');
  expect(found?.range).toEqual({ line: 0, column: 16, endLine: 0, endColumn: 22 });
});

test('an item tells the service and whether the variable is required', () => {
  const found = complete('apps/api/src/a.ts', 'process.env.|');
  expect(found?.items.find(({ name }) => name === 'STRIPE_KEY')?.detail).toBe('Stripe · required');
  expect(JSON.stringify(found)).not.toContain('canary');
});

test('half a name that was read while it is typed is not proposed', async () => {
  const text = 'const key = process.env.STRI';
  const typing = await snapshotOf({ 'a.ts': text, '.env.example': 'STRIPE_KEY=\n' });
  expect(typing.env.map(({ name }) => name)).toContain('STRI');
  const found = completionAt(typing, 'a.ts', { line: 0, column: text.length }, lines(text));
  expect(found?.items.map(({ name }) => name)).toEqual(['STRIPE_KEY']);
});

test('a hostile line costs no time', () => {
  const started = performance.now();
  for (const part of ['${{', 'process.env', ' - ', 'environ[', 'a']) {
    for (const path of ['a.ts', 'a.py', 'a.ex', '.env', 'compose.yml', '.github/workflows/a.yml']) {
      complete(path, `${part.repeat(50_000)}|`);
    }
  }
  expect(performance.now() - started).toBeLessThan(1000);
});

test('what no file declares for the application says so', () => {
  const details = (path: string) =>
    Object.fromEntries((complete(path, 'process.env.|')?.items ?? []).map(({ name, detail }) => [name, detail]));
  const api = details('apps/api/src/a.ts');
  expect(api['STRIPE_KEY']).not.toContain('declared');
  expect(api['SHARED_URL']).not.toContain('declared');
  expect(api['VITE_TITLE']).toMatch(/ · not declared here$/);
  expect(details('apps/web/src/a.ts')['VITE_TITLE']).not.toContain('not declared');
  expect(details('apps/web/src/a.ts')['UNDECLARED']).toMatch(/^required · not declared here$/);
});
