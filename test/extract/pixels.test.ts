import { expect, it } from 'vitest';
import { extract, ofKind } from '../support/extract';

async function told(path: string, text: string): Promise<readonly string[]> {
  return ofKind((await extract(path, text)).facts, 'pixel').map(({ base, path: to }) => `${base} ${to}`);
}

it.each([
  ['app/a.py', 'url = f"{self.base_url}/mail/{mail_id}/pixel.gif"\n', 'self.base_url /mail/{mail_id}/pixel.gif'],
  ['src/a.ts', 'const url = `${config.trackUrl}/open/${id}.png`;', 'config.trackUrl /open/{id}.png'],
  ['lib/a.ex', 'def url(id), do: "#{base()}/track/#{id}.gif"\n', 'base /track/{id}.gif'],
])('%s: %s', async (path, text, expected) => {
  expect(await told(path, text)).toEqual([expected]);
});

it.each([
  ['a picture of the page', 'src/a.ts', 'const url = `${base}/logos/${id}.png`;'],
  ['the route that serves one', 'app/a.py', '@app.get("/track/{mail_id}/pixel.gif")\ndef f(): ...\n'],
  ['a part of a path', 'src/a.ts', 'get(`/track/${id}/pixel.gif`);'],
  ['a comment', 'src/a.ts', '// `${base}/open/${id}.png`'],
  ['an address without a base', 'src/a.ts', 'const url = `/open/${id}.png`;'],
])('no pixel: %s', async (_, path, text) => {
  expect(await told(path, text)).toEqual([]);
});
