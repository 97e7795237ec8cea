import { describe, expect, test } from 'vitest';
import { linesWith } from '../support/lines-with';

describe('what holds for one use of several', () => {
  const CLIENT = `import httpx

class Writer:
    async def write(self):
        async with httpx.AsyncClient(timeout=60.0) as client:
            await client.post("https://api.openai.com/v1/chat/completions", json={})
`;
  const READER = `import httpx

class Reader:
    async def read(self, url):
        async with httpx.AsyncClient() as client:
            return await client.get(url)
`;

  test('names the function, where another call does not say it', async () => {
    const files = { 'requirements.txt': 'httpx==0.25.2\n', 'writer.py': CLIENT };
    // The service that is asked has one request alone, the client that asks has two.
    const both = await linesWith({ ...files, 'reader.py': READER.replace('()', '(timeout=10.0)') }, 'Timeout:');
    expect(both).toEqual([
      '- Timeout: `1 minute (60 s)` ([writer.py:5])',
      '- Timeout: `10 seconds` ([reader.py:5] in `Reader.read`)',
    ]);
    expect((await linesWith(files, 'Timeout:')).join()).not.toContain('Writer.write');
  });

  test('what a request to a service says is told at the service, and not at the client again', async () => {
    const files = { 'requirements.txt': 'httpx==0.25.2\n', 'writer.py': CLIENT, 'reader.py': READER };
    expect(await linesWith(files, 'Timeout:')).toEqual(['- Timeout: `1 minute (60 s)` ([writer.py:5])']);
  });

  test('an SDK that is declared while its service is called by HTTP', async () => {
    const files = { 'requirements.txt': 'httpx==0.25.2\nopenai==1.6.1\n', 'writer.py': CLIENT };
    const [line = ''] = await linesWith(files, 'SDK/Client: `openai`');
    expect(line).toBe('- SDK/Client: `openai` 1.6.1 ([requirements.txt:2]) (declared, not imported)');
    const used = { ...files, 'other.py': 'from openai import OpenAI\nclient = OpenAI()\n' };
    expect((await linesWith(used, 'SDK/Client: `openai`')).join()).not.toContain('not imported');
  });

  test('a package whose neighbour is used instead', async () => {
    const files = {
      'package.json': '{"dependencies":{"pdf-to-img":"^5.0.0","pdf2pic":"^3.2.0"}}',
      'a.ts': 'import { pdf } from "pdf-to-img";\nexport const pages = await pdf("x.pdf");\n',
    };
    expect(await linesWith(files, '`pdf2pic`')).toEqual([
      '- SDK/Client: `pdf-to-img` ^5.0.0 ([package.json:1]), `pdf2pic` ^3.2.0 ([package.json:1]) (declared, not imported)',
    ]);
  });
});

test('an extra has no version of its own', async () => {
  const lines = await linesWith({ 'requirements.txt': 'passlib[bcrypt]==1.7.4\n' }, '');
  const at = lines.findIndex((line) => line.startsWith('- bcrypt'));
  expect(lines.slice(at, at + 2)).toEqual([
    '- bcrypt - Password hashing (declared)',
    '- Through: `passlib` ([requirements.txt:1])',
  ]);
});

test('drivers are used by name; a server is configured where a script starts it', async () => {
  const manifest = { 'requirements.txt': 'gunicorn==21.2.0\npsycopg2-binary==2.9.9\n' };
  expect((await linesWith(manifest, '(declared)')).map((line) => line.split(' - ')[0])).toEqual([
    '- PostgreSQL',
    '- psycopg2',
    '- Gunicorn',
  ]);
  const files = {
    ...manifest,
    'deploy/start.sh': '#!/bin/sh\nset -e\n  exec gunicorn shop.wsgi --workers 3\n# gunicorn old\n',
  };
  expect(await linesWith(files, 'Configured:')).toEqual(['- Configured: [deploy/start.sh:3]']);
});

test('commands of a manifest are linked to their own lines', async () => {
  const files = {
    'package.json':
      '{\n  "name": "api",\n  "scripts": {\n    "build": "tsc",\n    "db": "prisma migrate deploy"\n  }\n}\n',
    'a.ts': 'import { PrismaClient } from "@prisma/client";\nnew PrismaClient();\n',
  };
  expect(await linesWith(files, 'Configured:')).toEqual(['- Configured: [package.json:5]']);
});

test('a server that a container starts is told where it is started', async () => {
  const files = { Dockerfile: 'FROM python:3.12\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n' };
  expect(await linesWith(files, 'Configured:')).toEqual([
    '- Configured: [Dockerfile:3]',
    '- Configured: [Dockerfile:1]',
  ]);
});

test("an address that a module of one's own is given is no request; its base is one", async () => {
  const files = {
    'package.json': '{}',
    'page.tsx': 'import { seo } from "@/seo";\nseo({ url: "https://shop.test-name.io/a" });\n',
    'api.ts': 'import { client } from "./client";\nclient({ baseURL: "https://orders.test-name.io" });\n',
  };
  expect((await linesWith(files, '- Host')).join()).toBe('- Host `orders.test-name.io`: [api.ts:2]');
});

test('the same base address in several files is told once, and by its whole path in each', async () => {
  const files = {
    'package.json': '{"dependencies":{"axios":"^1.8.4"}}',
    'a.js': `import axios from "axios";
const BACKEND_URL = process.env.REACT_APP_BACKEND_URL;
export const api = axios.create({ baseURL: BACKEND_URL + "/api" });
`,
    'b.js':
      'import axios from "axios";\nexport const b = axios.create({ baseURL: process.env.REACT_APP_BACKEND_URL + "/api" });\n',
  };
  expect(await linesWith(files, '- Base URL `')).toEqual([
    '- Base URL `{REACT_APP_BACKEND_URL}/api` (axios, [a.js:3]; axios, [b.js:2])',
  ]);
});

test('code with a name like that of a Dockerfile is code; an image without a name is none', async () => {
  const files = {
    'mix.exs': 'defmodule A.MixProject do\nend\n',
    'lib/dockerfile.ex': 'defmodule A do\n  def text, do: """\n  FROM postgres:16\n  """\nend\n',
    Dockerfile: 'ARG BASE\nFROM ${BASE}\nFROM base-${VARIANT}\nFROM ghcr.io/acme/base:${TAG}\n',
  };
  expect(await linesWith(files, '- Image')).toEqual(['- Image `ghcr.io/acme/base:${TAG}` ([Dockerfile:4])']);
});

test('a dependency without a version, and a base address that is told once', async () => {
  const files = {
    'requirements.txt': 'openai\n',
    'a.py': 'from openai import OpenAI\nc = OpenAI(base_url="https://api.openai.com/v1")\n',
  };
  expect(await linesWith(files, 'SDK/Client: `openai`')).toEqual(['- SDK/Client: `openai` ([requirements.txt:1])']);
  expect(await linesWith(files, 'https://api.openai.com/v1')).toHaveLength(1);
});

test('hooks of assistants and cases of rules are no part of the program', async () => {
  const files = {
    'package.json': '{}',
    '.claude/hooks/run.sh': '#!/bin/sh\nexec "${HOOK_DIR:-.}/x"\n',
    '.semgrep/case.py': 'import stripe\nstripe.Charge.create()\n',
  };
  expect(await linesWith(files, 'HOOK_DIR')).toEqual([]);
  expect((await linesWith(files, '- Stripe')).join()).toBe('');
});

describe('what is used through a library', () => {
  const CLIENT = `import { MongoClient } from "mongodb";
export const client = new MongoClient(process.env.MONGO_URL);
`;

  test('has the library named instead of its places again', async () => {
    const files = { 'package.json': '{"dependencies":{"jose":"^5.4.0"}}', 'a.ts': JOSE };
    const lines = await linesWith(files, '');
    const at = lines.findIndex((line) => line.startsWith('- JWT (JSON Web Token) - '));
    expect(lines[at + 1]).toBe('- Through: jose');
    expect(lines.filter((line) => line.startsWith('- Uses:') && line.includes('[a.ts:'))).toHaveLength(1);
  });

  test('tells its own places where it has some', async () => {
    const files = { 'package.json': '{"dependencies":{"mongodb":"^6.0.0"}}', 'a.ts': CLIENT };
    expect(await linesWith(files, '- Through:')).toEqual([]);
    expect(await linesWith(files, '- Uses:')).toEqual(['- Uses: [a.ts:2]']);
  });
});

const JOSE = `import { SignJWT } from "jose";
export const sign = (id: string) => new SignJWT({ id }).setProtectedHeader({ alg: "HS256" }).sign(key);
`;

test('an address without slashes is told with its place', async () => {
  const files = { 'voice.js': "new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example.org:3478' }] });\n" };
  expect(await linesWith(files, 'Endpoints:')).toEqual(['- Endpoints: `stun:stun.example.org:3478` ([voice.js:1])']);
});
