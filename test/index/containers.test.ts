import { expect, test } from 'vitest';
import { snapshotOf } from '../support/snapshot';

async function found(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { integrations } = await snapshotOf(files);
  return Object.fromEntries(integrations.map(({ id, status }) => [id, status]));
}

test('a program that an image installs is used, a library to build with is not', async () => {
  const text = 'FROM debian:12\nRUN apt-get install -y ffmpeg libpq-dev curl\n';
  expect(await found({ Dockerfile: text })).toEqual({ docker: 'configured', ffmpeg: 'configured' });
});

test('what a compose file starts beside the web process is found', async () => {
  const text = 'services:\n  monitor:\n    build: .\n    command: celery -A shop flower --port=5555\n';
  expect(await found({ 'compose.yml': text })).toMatchObject({ flower: 'configured', celery: 'configured' });
});

test('images pushed by a workflow name their registry', async () => {
  const text =
    'on: push\njobs:\n  a:\n    steps:\n      - uses: docker/login-action@v3\n        with: { registry: ghcr.io }\n';
  expect(await found({ '.github/workflows/a.yml': text })).toMatchObject({ ghcr: 'configured' });
});

test('a STUN server that nobody knows is told by its scheme', async () => {
  const text = "export const ice = [{ urls: 'stun:stun.example.org' }, { urls: 'turn:turn.example.org' }];\n";
  expect(await found({ 'a.ts': text })).toEqual({ stun: 'configured', webrtc: 'configured' });
});

test('end-to-end tests with a browser are declared by their package alone', async () => {
  const manifest = JSON.stringify({ name: 'a', devDependencies: { '@playwright/test': '1.57.0' } });
  expect(await found({ 'package.json': manifest })).toMatchObject({ playwright: 'declared' });
});
