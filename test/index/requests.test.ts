import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../support/snapshot';

/** The details of one service as `label: text`. */
async function detailsOf(id: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { integrations } = await snapshotOf(files);
  const details = integrations.find((integration) => integration.id === id)?.details ?? [];
  return details.map(({ label, text }) => `${label}: ${text}`);
}

describe('what a request says of the service that it asks', () => {
  test('Python: headers and body are variables of the function, the model one of the object', async () => {
    const source = [
      'import os',
      'import httpx',
      '',
      'class Claude:',
      '    def __init__(self, key):',
      '        self.key = key',
      '        self.model = os.getenv("ANTHROPIC_MODEL", "claude-3-opus-20240229")',
      '',
      '    async def ask(self, prompt):',
      '        headers = {"x-api-key": self.key, "anthropic-version": "2023-06-01", "Content-Type": "application/json"}',
      '        data = {"model": self.model, "max_tokens": 100}',
      '        async with httpx.AsyncClient() as client:',
      '            return await client.post(',
      '                "https://api.anthropic.com/v1/messages",',
      '                headers=headers,',
      '                json=data,',
      '                timeout=60,',
      '            )',
    ].join('\n');
    const told = await detailsOf('anthropic', { 'requirements.txt': 'httpx==0.25.2\n', 'llm.py': source });
    expect([...told].sort()).toEqual([
      'Header: anthropic-version: 2023-06-01',
      'Model: claude-3-opus-20240229 ({ANTHROPIC_MODEL})',
      'Timeout: 1 minute (60 s)',
    ]);
  });

  test('Python: the time that the client waits, where the request does not say', async () => {
    const source = [
      'import httpx',
      '',
      'async def paint(prompt):',
      '    async with httpx.AsyncClient(timeout=30.0) as client:',
      '        return await client.post("https://api.openai.com/v1/images/generations", json={"model": "dall-e-3"})',
    ].join('\n');
    const told = await detailsOf('openai', { 'requirements.txt': 'httpx==0.25.2\n', 'paint.py': source });
    expect([...told].sort()).toEqual(['Model: dall-e-3', 'Timeout: 30 seconds']);
  });

  test('another request of the file says nothing of it', async () => {
    const source = [
      'import httpx',
      '',
      'def ask():',
      '    return httpx.post("https://api.openai.com/v1/chat/completions", json={"model": "gpt-4o"})',
      '',
      'def page(url):',
      '    return httpx.get(url, headers={"X-Reader": "page"}, timeout=5)',
    ].join('\n');
    const told = await detailsOf('openai', { 'requirements.txt': 'httpx==0.25.2\n', 'ask.py': source });
    expect(told).toEqual(['Model: gpt-4o']);
  });

  test('TypeScript: options of fetch, without what lets somebody in', async () => {
    const source = [
      'export async function ask(prompt: string) {',
      '  return fetch("https://openrouter.ai/api/v1/chat/completions", {',
      '    method: "POST",',
      '    headers: { Authorization: `Bearer ${process.env.OPENROUTER_API_KEY}`, "HTTP-Referer": process.env.SITE_URL },',
      '    body: JSON.stringify({ model: "mistralai/mistral-small", messages: [] }),',
      '  });',
      '}',
    ].join('\n');
    const told = await detailsOf('openrouter', { 'package.json': '{"name":"a"}', 'ask.ts': source });
    expect([...told].sort()).toEqual(['Header: HTTP-Referer: {SITE_URL}', 'Model: mistralai/mistral-small']);
  });

  test('Elixir: a header whose value is a setting', async () => {
    const files = {
      'mix.exs':
        'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a, deps: deps()]\n  defp deps, do: [{:req, "~> 0.5"}]\nend\n',
      'config/runtime.exs': 'import Config\n\nconfig :a, :frontend_url, System.get_env("FRONTEND_URL")\n',
      'lib/a/llm.ex': [
        'defmodule A.LLM do',
        '  def ask(messages) do',
        '    Req.post("https://openrouter.ai/api/v1/chat/completions",',
        '      json: %{model: "mistralai/mistral-small", messages: messages},',
        '      headers: [{"HTTP-Referer", Application.get_env(:a, :frontend_url)}],',
        '      receive_timeout: 90_000',
        '    )',
        '  end',
        'end',
      ].join('\n'),
    };
    const told = await detailsOf('openrouter', files);
    expect([...told].sort()).toEqual([
      'Header: HTTP-Referer: {FRONTEND_URL}',
      'Model: mistralai/mistral-small',
      'Timeout: 90 seconds (90000 ms)',
    ]);
  });
});

describe('a client that is pointed at another service', () => {
  const manifest = { 'package.json': '{"name":"a","dependencies":{"@aws-sdk/client-s3":"3.0.0","openai":"4.0.0"}}' };
  const names = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await snapshotOf(files)).integrations.map(({ id }) => id);

  test('S3’s SDK at R2 is R2, with the SDK', async () => {
    const source = [
      'import { S3Client } from "@aws-sdk/client-s3";',
      'const { R2_ACCOUNT_ID } = process.env;',
      'export const r2 = new S3Client({ region: "auto", endpoint: `https://${R2_ACCOUNT_ID}.r2.cloudflarestorage.com` });',
    ].join('\n');
    const { integrations } = await snapshotOf({
      'package.json': '{"name":"a","dependencies":{"@aws-sdk/client-s3":"3.0.0"}}',
      'r2.ts': source,
    });
    const [only, ...others] = integrations;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'cloudflare-r2', status: 'called', packages: [{ name: '@aws-sdk/client-s3' }] });
    expect(only?.details.map(({ text }) => text)).toContain('https://{R2_ACCOUNT_ID}.r2.cloudflarestorage.com');
  });

  test('an address of its own, or none, changes nothing', async () => {
    const source = [
      'import { S3Client } from "@aws-sdk/client-s3";',
      'export const plain = new S3Client({ region: "eu-north-1" });',
      'export const local = new S3Client({ endpoint: "http://localhost:9000" });',
    ].join('\n');
    expect(await names({ ...manifest, 's3.ts': source })).toContain('aws-s3');
  });

  test('one of two clients alone: both are told', async () => {
    const source = [
      'import OpenAI from "openai";',
      'export const own = new OpenAI({ baseURL: undefined });',
      'export const other = new OpenAI({ baseURL: "https://openrouter.ai/api/v1" });',
    ].join('\n');
    const found = await names({ ...manifest, 'llm.ts': source });
    expect(found).toContain('openai');
    expect(found).toContain('openrouter');
  });
});

test('a cloud that shows in nothing but its product is told with that', async () => {
  const source =
    'import boto3\n\ns3 = boto3.client("s3")\n\ndef keep(b):\n    s3.put_object(Bucket="b", Key="k", Body=b)\n';
  const { integrations, notDetected } = await snapshotOf({
    'requirements.txt': 'boto3==1.34.0\n',
    'photos.py': source,
  });
  expect(integrations.map(({ id }) => id)).toEqual(['aws-s3']);
  expect(integrations[0]?.packages.map(({ name }) => name)).toEqual(['boto3']);
  expect(notDetected.map(({ category }) => category)).not.toContain('cloud');
});
