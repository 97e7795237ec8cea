import { describe, expect, it } from 'vitest';
import { extract, ofKind } from '../../support/extract';

async function urls(text: string): Promise<readonly string[]> {
  const { facts } = await extract('app/m.py', text);
  return ofKind(facts, 'url').map((fact) => `${fact.url}${fact.fetched === true ? ' fetched' : ''}`);
}

describe('URLs in Python', () => {
  it.each([
    ['X = "https://api.example.org/v1"', ['https://api.example.org/v1']],
    [
      'import requests\nrequests.get("https://api.example.org/v1?key=not-a-real-key")',
      ['https://api.example.org/v1 fetched'],
    ],
    ['import httpx\nc = httpx.Client(base_url="https://api.example.org")', ['https://api.example.org fetched']],
    [
      'from openai import OpenAI\nc = OpenAI(base_url="https://openrouter.ai/api/v1")',
      ['https://openrouter.ai/api/v1 fetched'],
    ],
    ['x = f"https://api.example.org/{name}/y"', ['https://api.example.org/{}/y']],
    ['import websockets\nwebsockets.connect("wss://stream.example.org/ws")', ['wss://stream.example.org/ws fetched']],
    [
      'import requests\nBASE = "https://api.example.org"\nrequests.post(f"{BASE}/users/{id}")',
      ['https://api.example.org fetched', 'https://api.example.org/users/{} fetched'],
    ],
    [
      'import requests\nBASE = "https://api.example.org"\nurl = f"{BASE}/a"\nrequests.get(url)',
      ['https://api.example.org fetched', 'https://api.example.org/a fetched'],
    ],
    ['x = "https://user:word@api.example.org/a"', ['https://api.example.org/a']],
    [
      'pc = RTCConfiguration([RTCIceServer(urls="stun:stun.example.org:3478")])\nprint("turn:left")',
      ['stun:stun.example.org:3478'],
    ],
    ['x = "https://a.example.org,https://b.example.org"', ['https://a.example.org', 'https://b.example.org']],
  ])('%s', async (text, expected) => {
    expect(await urls(`${text}\n`)).toEqual(expected);
  });

  it.each([
    '# https://docs.example.org',
    '"""See https://docs.example.org"""',
    'def f():\n    "https://docs.example.org"\n    return 1',
    'x = "see https://docs.example.org for more"',
    'x = "http://www.w3.org/2001/XMLSchema"',
    'x = f"https://{host}/a"',
    'x = "{BASE}/a"',
    'x = "https://"',
  ])('is none: %s', async (text) => {
    expect(await urls(`${text}\n`)).toEqual([]);
  });

  it('keeps the base addresses of two classes apart', async () => {
    const text = `import httpx
class A:
    def __init__(self):
        self.base = "https://a.example.org"
    def go(self):
        httpx.get(f"{self.base}/x")
class B:
    def __init__(self):
        self.base = "https://b.example.org"
    def go(self):
        httpx.get(f"{self.base}/y")
`;
    expect(await urls(text)).toEqual([
      'https://a.example.org fetched',
      'https://a.example.org/x fetched',
      'https://b.example.org fetched',
      'https://b.example.org/y fetched',
    ]);
  });
});
