import { expect, test } from 'vitest';
import type { MemoryFile } from '../../server/src/host/memory-file-system';
import { headings, render, SHOP } from './render';

test('thousands of variables stay readable: the last ones are told by name alone', async () => {
  const one = (index: number): readonly [string, string] => [
    `src/f${index}.ts`,
    `export const a = process.env.KEY_${String(index).padStart(4, '0')};\n`,
  ];
  const files = { 'package.json': '{}', ...Object.fromEntries(Array.from({ length: 700 }, (_, index) => one(index))) };
  const text = await render({}, files);
  expect(text.match(/^- `KEY_/gm)).toHaveLength(150);
  expect(text).toMatch(/^- Others: `KEY_0150`, .*`KEY_0549` and 150 more$/m);
  expect((await render({ length: 'full' }, files)).match(/^- `KEY_/gm)).toHaveLength(700);
});

test('what a manifest writes as a version is text', async () => {
  const files = { 'package.json': '{"dependencies":{"stripe":"<img src=x>[a](b)","axios":">=1.2 <2"}}' };
  const text = await render({}, files);
  expect(text).toContain('`stripe` `<img src=x>[a](b)` (');
  expect(text).toContain('`axios` >=1.2 <2 (');
});

test('compact tells each integration and variable, and little else', async () => {
  const [full, compact] = [await render({ length: 'full' }), await render({ length: 'compact' })];
  expect(full).toContain('/api/users');
  expect(full).toContain('## Other Dependencies');
  expect(compact).not.toContain('/api/users');
  expect(compact).not.toContain('## Other Dependencies');
  expect(compact).not.toContain('  - ');
  expect(compact).toMatch(/^- Stripe - .*`stripe` \^15\.8\.0; `STRIPE_SECRET_KEY`.*\(docs\/pay\.ts#L2\)$/m);
  expect(compact).toMatch(/^- .*`PORT`/m);
  expect(compact).toContain('UNUSED_THING');
  for (const line of compact.split('\n')) expect(line.split('](').length).toBeLessThanOrEqual(2);
});

test('what could not be read is told last, with its reason', async () => {
  expect(await render()).not.toContain('## Not Read');
  const broken = Object.fromEntries(
    Array.from({ length: 23 }, (_, index) => [`p${index + 10}/package.json`, '{ "a": ']),
  );
  const text = await render({}, { ...SHOP, ...broken });
  expect(headings(text).at(-1)).toBe('## Not Read');
  const lines = text
    .slice(text.indexOf('## Not Read'))
    .split('\n')
    .filter((line) => line.startsWith('- '));
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatch(/^- \[p10\/package\.json(:\d+)?\]\(p10\/package\.json(#L\d+)?\): \S/);
  expect(lines[20]).toMatch(/^- and \d+ more$/);
});

test('long lists of what no code reads are told by file', async () => {
  const names = Array.from({ length: 16 }, (_, index) => `UNREAD_${String.fromCharCode(65 + index)}`);
  const few = await render(
    {},
    {
      '.env.example': names
        .slice(0, 5)
        .map((name) => `${name}=\n`)
        .join(''),
    },
  );
  expect(few).toMatch(/^- `UNREAD_A`.*\.env\.example#L1/m);
  const many = await render({}, { '.env.example': names.map((name) => `${name}=\n`).join('') });
  expect(many).toContain(`- [.env.example](.env.example): ${names.map((name) => `\`${name}\``).join(', ')}\n`);
});

test('of many optional variables those that nothing explains are told by file', async () => {
  const code = (count: number): Readonly<Record<string, MemoryFile>> => ({
    'settings.py': `import os\n# How long visitors stay\nSTAY = os.getenv("STAY", "5")\n\n${Array.from({ length: count }, (_, index) => `X${index} = os.getenv("PLAIN_${String.fromCharCode(65 + index)}", "${index}")\n`).join('')}`,
  });
  expect(await render({}, code(10))).toMatch(/^- `PLAIN_A` \(default: `0`\) .*settings\.py#L5\)$/m);
  const many = await render({}, code(24));
  expect(many).toMatch(/^- `STAY` - How long visitors stay \(default: `5`\) /m);
  expect(many).toMatch(
    /^- \[settings\.py\]\(settings\.py\): `PLAIN_A` \(default: `0`\), `PLAIN_B` \(default: `1`\), /m,
  );
});

test('the same image in several files is told once', async () => {
  const compose = 'services:\n  db:\n    image: postgres:16\n';
  const text = await render({}, { 'docker-compose.yml': compose, 'docker-compose.dev.yml': compose });
  expect(text.match(/^- Image `postgres:16` as `db` .*$/gm)).toEqual([
    expect.stringMatching(/docker-compose\.dev\.yml#L3.*docker-compose\.yml#L3/),
  ]);
});

test('among many groups of routes, single ones are told together, each path printed', async () => {
  const app = (count: number): Readonly<Record<string, MemoryFile>> => ({
    'package.json': '{ "name": "shop", "dependencies": { "express": "^4.0.0" } }',
    'app.ts': `import express from 'express';\nconst app = express();\n${Array.from({ length: count }, (_, index) => `app.get('/page${index + 10}', f);\n`).join('')}app.get('/shop/a', f);\napp.get('/shop/b', f);\n`,
  });
  expect(await render({}, app(5))).toContain('- `/page10` ([app.ts](app.ts)): GET `/page10`\n');
  const text = await render({}, app(30));
  expect(text).toMatch(/^- `\/` \(\[app\.ts\]\(app\.ts\)\): GET `\/page10`, GET `\/page11`,.*GET `\/page39`$/m);
  expect(text).toContain('- `/shop` ([app.ts](app.ts)): GET `/shop/a`, GET `/shop/b`');
});

test('the frame is even: one blank line before headings, none doubled, no empty group', async () => {
  for (const length of ['full', 'normal', 'compact'] as const) {
    const text = await render({ length });
    expect(text).not.toMatch(/\n{3}/);
    expect(text).not.toMatch(/[ \t]\n/);
    expect(text).not.toMatch(/[^\n]\n###? /);
    expect(text).not.toMatch(/\n###? [^\n]*\n\n?(## |---)|\n### [^\n]*\n\n/);
    expect(text.endsWith('*\n')).toBe(true);
  }
});

/** An application with many routes, scripts, models, jobs. */
const LARGE: Readonly<Record<string, MemoryFile>> = {
  'package.json': '{ "name": "shop", "dependencies": { "express": "^4.0.0", "stripe": "^15.8.0" } }',
  'app.ts': `import express from 'express';\nconst app = express();\n${Array.from(
    { length: 400 },
    (_, index) => `app.get('/api/part${index % 5}/some-longer-name-${index + 100}', f);\n`,
  ).join('')}`,
  ...Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [
      `src/pay${index + 10}.ts`,
      "import Stripe from 'stripe';\nnew Stripe(process.env.STRIPE_SECRET_KEY);\n",
    ]),
  ),
};

test('long lists are cut and say how much is left out; a full document leaves nothing out', async () => {
  const normal = await render({}, LARGE);
  expect(normal).toMatch(/- `\/api\/part0` .*some-longer-name-100`.* and \d+ more$/m);
  expect(normal).not.toContain('some-longer-name-499');
  expect(normal).toMatch(/Uses: .*pay12\.ts#L2\) and 11 more$/m);
  expect(await render({ length: 'normal' }, LARGE)).toBe(normal);
  const full = await render({ length: 'full' }, LARGE);
  expect(full.match(/`\/api\/part\d\/some-longer-name-\d+`/g)).toHaveLength(400);
  expect(full).toContain('[src/pay23.ts:2](src/pay23.ts#L2)');
  expect(full).not.toMatch(/and \d+ more/);
  const compact = await render({ length: 'compact' }, LARGE);
  expect(compact.length).toBeLessThan(normal.length / 4);
});

test('a file that says nothing changes nothing', async () => {
  const before = await render({}, SHOP);
  expect(await render({}, { ...SHOP, 'src/nothing.ts': 'export const one = 1;\n' })).toBe(before);
  expect(before).toContain('Looked for in all files (fewer than 10) and not found');
  expect(await render({}, LARGE)).toContain('Looked for in all files (at least 10) and not found');
});

test('what only scripts read is told by script, where there is much of it', async () => {
  const script = (count: number): string =>
    Array.from({ length: count }, (_, index) => `A${index}=\${DEPLOY_${index}:-v${index}}\n`).join('');
  const few = await render({}, { ...SHOP, 'deploy.sh': script(3) });
  expect(few).toContain('- `DEPLOY_1` (default: `v1`) [deploy.sh:2](deploy.sh#L2)');
  const many = await render({}, { ...SHOP, 'deploy.sh': script(6) });
  expect(many).toContain('### Read by scripts alone\n- [deploy.sh](deploy.sh): `DEPLOY_0` (default: `v0`), ');
  expect(many).toMatch(/^- `PORT` \(default: `3000`\)/m);
});

test('settings that stand together share a line, its place and the case that they hold in', async () => {
  const settings = `import os
if not DEBUG:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 3600
    X_FRAME_OPTIONS = "DENY"
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
`;
  const files = { 'requirements.txt': 'Django==5.0\n', 'manage.py': '', 'shop/settings.py': settings };
  expect(await render({}, files)).toMatch(
    /^ {2}- Redirect to HTTPS: `true`; HSTS: `1 hour \(3600 s\)`; Frame options: `DENY` \(all unless DEBUG\) \(\[shop\/settings\.py:3\]/m,
  );
});

test('a task, its schedule and its queue are one line; many without either share one', async () => {
  const tasks = (count: number): string =>
    `from celery import shared_task\n${Array.from({ length: count }, (_, index) => `@shared_task\ndef task_${index}():\n    pass\n`).join('')}`;
  const beat = `CELERY_BEAT_SCHEDULE = {
    "nightly": {"task": "shop.tasks.task_0", "schedule": crontab(minute=0, hour=3)},
}
from celery.schedules import crontab
`;
  const files = { 'requirements.txt': 'celery==5.3.0\n', 'shop/tasks.py': tasks(7), 'shop/settings.py': beat };
  const text = await render({ links: 'plain' }, files);
  expect(text).toContain(
    '- `shop.tasks.task_0` (celery), daily at 03:00 (`0 3 * * *`) as `nightly` (`shop/settings.py:2`, `shop/tasks.py:2`)',
  );
  expect(text).toMatch(/^- Without a schedule \(celery\): `task_1` \(`shop\/tasks\.py:5`\), .*`task_6`/m);
  expect(text.match(/task_0/g)).toHaveLength(1);
});

test('packages of one maker are told together, types not at all', async () => {
  const names = ['a', 'b', 'c', 'd'].map((name) => `"@parts/${name}": "^1.0.0"`);
  const files = { 'package.json': `{ "name": "x", "dependencies": { ${names.join(', ')}, "@types/left": "1.0.0" } }` };
  expect(await render({}, files)).toContain('- [package.json](package.json): `@parts/*` (4 packages)\n');
  expect(await render({ length: 'full' }, files)).toContain(': `@parts/a` ^1.0.0, `@parts/b` ^1.0.0, `@parts/c` ^1');
});
