import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Spread, spreadOf } from '../measure/statistics';
import { filesIn } from '../workspace/files-in';
import { randomOf } from '../workspace/random';
import type { Client, Place } from './client';
import { pause } from './edits';

interface Asked {
  readonly path: string;
  readonly text: string;
  readonly place: Place;
}

const METHODS = ['hover', 'definition', 'completion'] as const;
const OPENED = 12;

/** How long answers about variables take while nothing changes. In milliseconds. */
export async function measureRequests(
  client: Client,
  folder: string,
  times: number,
): Promise<Readonly<Record<(typeof METHODS)[number], Spread>>> {
  const asked = await placesIn(folder);
  const shown = asked.slice(0, OPENED);
  for (const { path, text } of shown) await client.show(path, text);
  await pause(2500);
  const random = randomOf('requests');
  const spread = async (method: (typeof METHODS)[number]): Promise<Spread> => {
    const taken: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const { path, place } = random.pick(shown);
      const started = performance.now();
      const answer = await client.ask(method, path, place);
      taken.push(performance.now() - started);
      if (answer === null) throw new Error(`${method} says nothing at ${path}:${place.line + 1}.`);
    }
    return spreadOf(taken);
  };
  return {
    hover: await spread('hover'),
    definition: await spread('definition'),
    completion: await spread('completion'),
  };
}

const READ = /process\.env\.[A-Z]|os\.environ\["[A-Z]/;

/** Places in code where a variable is read, one a file. */
async function placesIn(folder: string): Promise<readonly Asked[]> {
  const found: Asked[] = [];
  for (const { path, size } of await filesIn(folder)) {
    if (found.length >= OPENED) break;
    if (!/\.(py|tsx?)$/.test(path) || size > 200_000 || /test|spec|large/.test(path)) continue;
    const text = await readFile(join(folder, path), 'utf8');
    const lines = text.split('\n');
    const line = lines.findIndex((content) => READ.test(content));
    const match = READ.exec(lines[line] ?? '');
    if (match !== null) found.push({ path, text, place: { line, character: match.index + match[0].length } });
  }
  if (found.length === 0) throw new Error(`${folder} reads no environment variables.`);
  return found;
}
