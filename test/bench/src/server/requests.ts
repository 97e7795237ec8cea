import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Spread, spreadOf } from '../measure/statistics';
import { filesIn } from '../workspace/files-in';
import { randomOf } from '../workspace/random';
import { type Client, METHODS, type Method, type Place } from './client';
import { pause } from './edits';

interface Asked {
  readonly path: string;
  readonly text: string;
  readonly place: Place;
}

const OPENED = 12;

/** How long answers about variables take while nothing changes, and while everything is read again. In milliseconds. */
export async function measureRequests(
  client: Client,
  folder: string,
  times: number,
): Promise<Readonly<Record<string, Spread>>> {
  const shown = [...(await placesIn(folder, CODE, READ)), ...(await placesIn(folder, DOTENV, DECLARATION))];
  for (const { path, text } of shown) await client.show(path, text);
  await pause(2500);
  const random = randomOf('requests');
  const timed = async (method: Method): Promise<number> => {
    const { path, place } = random.pick(method === 'completion' ? shown.filter(isCode) : shown);
    const started = performance.now();
    const answer = await client.ask(method, path, place);
    const taken = performance.now() - started;
    if (answer === null) throw new Error(`${method} says nothing at ${path}:${place.line + 1}.`);
    return taken;
  };
  const spreads: Record<string, Spread> = {};
  for (const method of METHODS) {
    const taken: number[] = [];
    for (let n = 0; n < times; n += 1) taken.push(await timed(method));
    spreads[method] = spreadOf(taken);
  }
  spreads['hover during a scan'] = spreadOf(await duringScans(client, times, () => timed('hover')));
  return spreads;
}

/** Asks a few times a second, as a pointer that moves about does, while scans run one after the other. */
async function duringScans(client: Client, times: number, ask: () => Promise<number>): Promise<readonly number[]> {
  const taken: number[] = [];
  while (taken.length < times) {
    let runs = true;
    const scan = client.rescan().then(() => {
      runs = false;
    });
    while (runs) {
      taken.push(await ask());
      await pause(20);
    }
    await scan;
  }
  return taken;
}

const isCode = ({ path }: Asked): boolean => CODE.test(path);
const CODE = /\.(?:py|tsx?)$/;
const DOTENV = /(?:^|\/)\.env/;
const DECLARATION = /^(?=[A-Z])/;
const READ = /process\.env\.[A-Z]|os\.environ\["[A-Z]/;

/** Places where a variable is read or declared, one a file. */
async function placesIn(folder: string, paths: RegExp, named: RegExp): Promise<readonly Asked[]> {
  const found: Asked[] = [];
  for (const { path, size } of await filesIn(folder)) {
    if (found.length >= OPENED) break;
    if (!paths.test(path) || size > 200_000 || /test|spec|large/.test(path)) continue;
    const text = await readFile(join(folder, path), 'utf8');
    const lines = text.split('\n');
    const line = lines.findIndex((content) => named.test(content));
    const match = named.exec(lines[line] ?? '');
    if (match !== null) found.push({ path, text, place: { line, character: match.index + match[0].length } });
  }
  if (found.length === 0) throw new Error(`${folder} names no environment variables in ${paths}.`);
  return found;
}
