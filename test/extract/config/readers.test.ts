import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KNOWN_FILES } from '../../../server/src/extract/config/known-files';
import { CONFIG_READERS } from '../../../server/src/extract/config/readers';
import { MANIFEST_READERS } from '../../../server/src/extract/manifests/readers';
import { lastPart } from '../../../server/src/extract/paths';
import { readersOf } from '../../../server/src/extract/readers-of';
import { tell } from './tell';

const READERS = [...MANIFEST_READERS, ...CONFIG_READERS];

/** A path that each reader takes. */
const PATHS = [
  'package.json package-lock.json pnpm-lock.yaml pnpm-workspace.yaml yarn.lock bun.lock tsconfig.json pyproject.toml requirements.txt',
  'constraints.txt Pipfile Pipfile.lock setup.cfg setup.py environment.yml uv.lock .env .envrc docker-compose.yml',
  'Dockerfile k8s/a.yaml charts/a/values.yaml .github/workflows/a.yml .gitlab-ci.yml .circleci/config.yml',
  'azure-pipelines.yml bitbucket-pipelines.yml .travis.yml Jenkinsfile .pre-commit-config.yaml vercel.json netlify.toml',
  'fly.toml render.yaml railway.json app.json heroku.yml config/deploy.yml app.yaml serverless.yml template.yaml cloudbuild.yaml',
  'firebase.json amplify.yml wrangler.toml Procfile nginx.conf Caddyfile alembic.ini supervisord.conf main.tf a.prisma',
  '.npmrc openapi.yaml a.sh turbo.json config/custom-environment-variables.json mise.toml devcontainer.json next.config.js mix.lock .gitignore Makefile',
  'justfile a.ps1 .vscode/launch.json nixpacks.toml Taskfile.yml buildspec.yml apprunner.yaml task-definition.json',
].flatMap((line) => line.split(' '));

const OTHER_NAMES =
  '.yarnrc .yarnrc.yml GNUmakefile a.mk Justfile a.just a.bash a.zsh a.psm1 a.code-workspace a.json5 wrangler.jsonc a.ini a.conf a.in a.pip pdm.lock pylock.toml'.split(
    ' ',
  );

test('every reader takes one of the paths', () => {
  const idle = READERS.filter((reader) => !PATHS.some((path) => reader.matches(path)));
  expect(idle.map((reader) => reader.id)).toEqual([]);
});

test('a reader is asked about every file that it takes, whatever the file is called', () => {
  const stems = [...new Set([...PATHS, ...OTHER_NAMES].map((path) => path.split('.')[0] ?? ''))];
  const ends = [...new Set([...PATHS, ...KNOWN_FILES, ...OTHER_NAMES].map(lastPart))].filter(
    (end) => !end.includes('*'),
  );
  const named = [...KNOWN_FILES, ...stems.flatMap((stem) => ends.map((end) => `${stem}.${end}`))];
  const paths = [...PATHS, ...OTHER_NAMES, ...named].flatMap((path) => [path, path.toUpperCase(), `nginx/.${path}`]);
  for (const path of new Set(paths)) {
    const taking = READERS.filter((reader) => reader.matches(path)).map(({ id }) => id);
    expect(
      readersOf(path).map(({ id }) => id),
      path,
    ).toEqual(taking);
  }
});

test('no two readers have the same id', () => {
  expect(new Set(READERS.map((reader) => reader.id)).size).toBe(READERS.length);
});

const long = 100_000;
const HOSTILE: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['binary', '\u0000\uFFFD\u0001\u0002 = \u0000'],
  ['opening brackets', '['.repeat(long)],
  ['opening braces', '{"a":'.repeat(20_000)],
  ['nested blocks', Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ['one long line', `a=${'x'.repeat(long)}`],
  ['spaces', `a${' '.repeat(long)}b`],
  ['hashes', '#'.repeat(long)],
  ['dashes', `# ${'-'.repeat(long)}x`],
  ['dollars', '${A:-'.repeat(20_000)],
  ['quotes', `A="${'\\"'.repeat(50_000)}`],
  ['addresses', `url: ${'http://a@'.repeat(10_000)}`],
  ['templates', `apiVersion: a\nkind: b\n${'{{ '.repeat(30_000)}`],
  ['commas', `a[${','.repeat(long)}`],
  ['equals', `provider "${'='.repeat(long)}`],
  ['versions', `a${'>=1,'.repeat(20_000)}!`],
  ['a prototype', '{"__proto__":{"a":1},"dependencies":{"__proto__":"1","constructor":"2"}}'],
  ['carriage returns', 'A=1\rB=2\rservices:\r'],
  ['setup', `setup(${'name='.repeat(20_000)}`],
  ['requires', `setup(install_requires=[${'"a",'.repeat(20_000)}`],
];

test.each(HOSTILE)('%s: every reader answers within the time that a test has', (_name, text) => {
  for (const path of PATHS) expect(() => tell(path, text), path).not.toThrow();
});

test('every file that the catalog knows by its name is read', () => {
  const root = join(import.meta.dirname, '../../../server/catalog');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .flatMap((path): readonly string[] => {
      const service: { configFiles?: readonly string[] } = JSON.parse(readFileSync(join(root, path), 'utf8'));
      return service.configFiles ?? [];
    });
  expect(names.length).toBeGreaterThan(20);
  const unread = names.filter((name) => {
    const path = name.replace(/\*/g, 'ts');
    return !READERS.some((reader) => reader.matches(path) || reader.matches(name.replace(/\*/g, 'x')));
  });
  expect(unread, 'add them to server/src/extract/config/known-files.ts').toEqual([]);
});

const CANARY = 'canary-0123456789-not-a-real-key';

test.each([
  [
    'docker-compose.yml',
    `services:\n  a:\n    image: x\n    environment: { API_TOKEN: ${CANARY}, DB_URL: "redis://u:${CANARY}@h/${CANARY}?password=${CANARY}" }\n`,
  ],
  ['compose.yml', `services:\n  a:\n    image: x\n    environment: ["API_TOKEN=\${API_TOKEN:-${CANARY}}"]\n`],
  [
    'Dockerfile',
    `FROM x\nENV API_TOKEN=${CANARY}\nARG API_KEY="${CANARY}"\nCMD app --api-key ${CANARY} --token=${CANARY}\n`,
  ],
  [
    '.github/workflows/a.yml',
    `on: push\nenv: { API_TOKEN: ${CANARY} }\njobs: { a: { steps: [{ run: "flyctl deploy --token ${CANARY}" }] } }\n`,
  ],
  ['k8s.yaml', `apiVersion: v1\nkind: Secret\nstringData: { API_TOKEN: ${CANARY} }\n`],
  ['fly.toml', `[env]\nAPI_TOKEN = "${CANARY}"\n[deploy]\nrelease_command = "API_TOKEN=${CANARY} migrate"\n`],
  ['vercel.json', `{ "env": { "API_TOKEN": "${CANARY}" }, "buildCommand": "API_TOKEN=${CANARY} build" }`],
  ['wrangler.toml', `[vars]\nAPI_TOKEN = "${CANARY}"\n`],
  ['app.json', `{ "env": { "API_TOKEN": { "value": "${CANARY}" } } }`],
  ['Procfile', `web: API_TOKEN=${CANARY} run --password ${CANARY}\n`],
  ['alembic.ini', `[alembic]\nsqlalchemy.url = postgresql://u:${CANARY}@h/d\n`],
  ['.npmrc', `//registry.example.com/:_authToken=${CANARY}\nregistry=https://u:${CANARY}@example.com\n`],
  ['a.sh', `export API_TOKEN=${CANARY}\necho "\${OTHER_TOKEN:-${CANARY}}"\n`],
  [
    'package.json',
    `{ "scripts": { "a": "API_TOKEN=${CANARY} run" }, "dependencies": { "a": "git+https://u:${CANARY}@h.io/a" } }`,
  ],
  [
    'requirements.txt',
    `a @ https://u:${CANARY}@h.io/a.whl\n-e git+https://u:${CANARY}@h.io/b#egg=b\n--index-url https://u:${CANARY}@h.io\n`,
  ],
  ['Caddyfile', `x {\n  reverse_proxy https://u:${CANARY}@h.io\n  header X {$API_TOKEN:${CANARY}}\n}\n`],
])('a secret in %s reaches no fact', (path, text) => {
  const facts = READERS.filter((reader) => reader.matches(path)).flatMap(
    (reader) => reader.read({ path, text, role: 'source' }).facts,
  );
  expect(facts.length).toBeGreaterThan(0);
  expect(JSON.stringify(facts)).not.toContain(CANARY);
});
