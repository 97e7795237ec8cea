import { describe, expect, test } from 'vitest';
import { renderDocument } from '../../server/src/views/document/render-document';
import { valueSpans } from '../../server/src/views/document/value-spans';
import { snapshotOf } from '../support/snapshot';

/** The lines below a group's heading, links left out. */
async function below(files: Readonly<Record<string, string>>, title: string): Promise<readonly string[]> {
  const document = renderDocument(await snapshotOf(files), { date: '2026-01-30' });
  const lines = document.split('\n');
  const start = lines.indexOf(`### ${title}`);
  const end = lines.findIndex((line, index) => index > start && /^###? /.test(line));
  return start < 0
    ? []
    : lines
        .slice(start + 1, end)
        .filter((line) => line !== '')
        .map((line) => line.replace(/\]\([^)]*\)/g, ']'));
}

const client = (code: string, path = 'web/src/api.ts') => below({ [path]: code }, 'Front-end API Client');

describe('the front end asks its back end', () => {
  test('a function that all requests go through', async () => {
    const code = `const BASE = import.meta.env.VITE_API_URL || '/api';
const TOKEN_KEY = 'shop_token';
export async function call(path: string) {
  const token = localStorage.getItem(TOKEN_KEY);
  const response = await fetch(\`\${BASE}\${path}\`, { headers: { Authorization: \`Bearer \${token}\` } });
  if (response.status === 401) {
    localStorage.removeItem(TOKEN_KEY);
    window.location.assign('/login');
  }
  return response.json();
}
`;
    expect(await client(code)).toEqual([
      '- Base URL `{VITE_API_URL}`, default `/api` (native fetch in `call`, [web/src/api.ts:5])',
      '- Sends `Authorization: Bearer` from localStorage key `shop_token` ([web/src/api.ts:5] in `call`)',
      '- On 401: removes localStorage key `shop_token`, goes to `/login` ([web/src/api.ts:6] in `call`)',
    ]);
  });

  test('a base joined with plus, and one that is a path', async () => {
    const joined = 'const B = process.env.REACT_APP_API;\nexport const get = (path) => fetch(B + path);\n';
    expect(await client(joined)).toEqual(['- Base URL `{REACT_APP_API}` (native fetch in `get`, [web/src/api.ts:2])']);
    const path = "const B = '/api/v1';\nexport const get = (path) => fetch(`${B}${path}`);\n";
    expect(await client(path)).toEqual(['- Base URL `/api/v1` (native fetch in `get`, [web/src/api.ts:2])']);
  });

  test("other people's servers are no base", async () => {
    const code = `export const get = (path) => fetch(\`https://api.example.org\${path}\`);
export const one = (id) => fetch(\`\${process.env.PARTNER_BASE}/things/\${id}\`, { headers: { Authorization: 'Bearer x' } });
`;
    expect(await client(code)).toEqual([]);
  });

  test('a list of the own API is no base, nor is a second try a header of every response', async () => {
    const code = `import axios from 'axios';
const http = axios.create({ baseURL: '/api' });
http.interceptors.response.use(undefined, (error) => {
  error.config.headers.Authorization = \`Bearer \${fresh()}\`;
  return http(error.config);
});
export const one = (id) => axios.get(\`/api/users/\${id}\`);
export const list = (query) => axios.get(\`/api/users\${query}\`);
`;
    expect(await client(code)).toEqual([
      '- Base URL `/api` (axios, [web/src/api.ts:2])',
      '- Interceptor of every response ([web/src/api.ts:3])',
    ]);
  });

  test('the same header in several functions is one line', async () => {
    const code = `const B = process.env.VITE_API_URL;
export const a = () => fetch(\`\${B}/a\`, { headers: { Authorization: \`Bearer \${t}\` } });
export const b = () => fetch(\`\${B}/b\`, { headers: { Authorization: \`Bearer \${t}\` } });
`;
    expect(await client(code)).toEqual([
      '- Base URL `{VITE_API_URL}` (native fetch, [web/src/api.ts:2])',
      '- Sends `Authorization: Bearer` ([web/src/api.ts:2] in `a`, [web/src/api.ts:3] in `b`)',
    ]);
  });

  test('a base is told once a file', async () => {
    const code = `import axios from 'axios';
const API_URL = process.env.REACT_APP_API_URL || 'http://localhost:8000';
const http = axios.create({ baseURL: API_URL });
http.interceptors.response.use((response) => response);
export const list = () => axios.get(\`\${API_URL}/list\`);
`;
    expect(await client(code)).toEqual([
      '- Base URL `{REACT_APP_API_URL}`, default `http://localhost:8000` (axios, [web/src/api.ts:3])',
      '- Interceptor of every response ([web/src/api.ts:4])',
    ]);
  });

  test('development proxies', async () => {
    expect(
      await below(
        {
          'a/vue.config.js': 'module.exports = { devServer: { proxy: "http://localhost:8000" } }',
          'b/vite.config.ts': 'export default { server: { proxy: { "/socket.io": "http://localhost:3000" } } }',
        },
        'Front-end API Client',
      ),
    ).toEqual([
      '- Development proxy: `http://localhost:8000` for what the development server does not answer ([a/vue.config.js:1])',
      '- Development proxy: `/socket.io` to `http://localhost:3000` ([b/vite.config.ts:1])',
    ]);
  });
});

describe('health checks', () => {
  const APP = 'from fastapi import FastAPI\napp = FastAPI()\n\n@app.get("/health")\ndef health():\n    return {}\n';
  const asks = (code: string) => below({ 'main.py': APP, 'web/api.ts': code }, 'Health Checks');

  test('who asks', async () => {
    expect(await asks('import axios from "axios"; export const ok = () => axios.get("/health");')).toEqual([
      '- GET `/health` ([main.py:4]), asked by [web/api.ts:1] in `ok`',
    ]);
    expect(await asks('export const ok = () => fetch(`${import.meta.env.VITE_API}/health`);')).toEqual([
      '- GET `/health` ([main.py:4]), asked by [web/api.ts:1] in `ok`',
    ]);
  });

  test('not the state of something else', async () => {
    const app = APP.replace('"/health"', '"/billing/status"').concat(
      '\n@app.get("/jobs/{id}/health")\ndef job(id):\n    return {}\n\n@app.get("/api/v1/status")\ndef status():\n    return {}\n',
    );
    expect(await below({ 'main.py': app }, 'Health Checks')).toEqual(['- GET `/api/v1/status` ([main.py:12])']);
  });

  test("another path, and another server's", async () => {
    for (const code of ['fetch("/healthy")', 'fetch("https://example.org/health")', 'fetch("/")']) {
      expect(await asks(code)).toEqual(['- GET `/health` ([main.py:4])']);
    }
  });
});

describe('outgoing webhooks', () => {
  test('requests to an address from the environment', async () => {
    const code = 'import os, requests\n\ndef tell():\n    requests.post(os.environ["TEAM_WEBHOOK_URL"], json={})\n';
    expect(await below({ 'a.py': code }, 'Outgoing')).toEqual([
      '- Request to the address in `TEAM_WEBHOOK_URL` ([a.py:4] in `tell`)',
    ]);
  });

  test('nothing else', async () => {
    const code = 'import os, requests\nprint(os.environ["WEBHOOK_SECRET"])\nrequests.post(os.environ["API_URL"])\n';
    expect(await below({ 'a.py': code }, 'Outgoing')).toEqual(['- Not detected']);
  });
});

test('pipelines run on a schedule in words', async () => {
  const workflow = 'on:\n  schedule:\n    - cron: "30 4 * * 1"\n    - cron: "1,2 4 1 1 *"\njobs: {}\n';
  const [line] = (await below({ '.github/workflows/a.yml': workflow }, 'CI Pipeline')).filter((text) =>
    text.includes('schedule'),
  );
  expect(line).toContain('schedule every Monday at 04:30 (`30 4 * * 1`), schedule `1,2 4 1 1 *`');
});

describe('values in inline code', () => {
  const CASES: readonly (readonly [text: string, spans: string])[] = [
    ['info', '`info`'],
    ['http://localhost:8000 ({API_URL})', '`{API_URL}`, default `http://localhost:8000`'],
    ['10 ({POOL_SIZE}) (prod)', '`{POOL_SIZE}`, default `10` (prod)'],
    ['localhost (if DB is set)', '`localhost` (if DB is set)'],
    ['1 minute (60 s)', '`1 minute (60 s)`'],
    ['a, b ({B})', '`a, b ({B})`'],
  ];
  test.each(CASES)('%s', (text, spans) => {
    expect(valueSpans(text)).toBe(spans);
  });
});
