import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Spread, spreadOf } from '../measure/statistics';
import { LARGE_ELIXIR, LARGE_PYTHON, LARGE_SCRIPT } from '../workspace/large';
import type { Change, Client, Place } from './client';
import { workOf } from './memory';

/** How long after an edit its hover, and news with the rows of the sidebar after them, are there. In milliseconds. */
export interface EditTimes {
  readonly hover: Spread;
  /** Without where the edit changes nothing that the sidebar shows. */
  readonly tree: Spread | undefined;
  /** The processors' time for one edit with all that follows from it. */
  readonly cpu: number | undefined;
}

/** What is edited. Each comes as often, and a file is at the end what it was. */
interface Kind {
  readonly title: string;
  /** Edits number `n` and takes back the one before. */
  readonly change: (lines: readonly string[], n: number) => Change;
  /** Whether rows of the sidebar are others afterwards. */
  readonly isShown: boolean;
}

const START: Place = { line: 0, character: 0 };

const KINDS: readonly Kind[] = [
  {
    title: 'a letter inside a function',
    isShown: false,
    change: (lines, n) => {
      const half = Math.floor(lines.length / 2);
      // No line inside a text ends like that.
      const line = half + lines.slice(half).findIndex((text) => /[)\];]$/.test(text));
      const character = lines[line]?.length ?? 0;
      const from = { line, character };
      // A comment at the end of the line, longer by one letter each time.
      return n === 0
        ? { from, to: from, text: `  ${commentSign(lines)}` }
        : { from: { line, character: character + n + 2 }, to: { line, character: character + n + 2 }, text: 'x' };
    },
  },
  {
    title: 'another variable',
    isShown: true,
    change: (lines, n) => {
      const line = lines.findIndex((text) => text.includes('BENCH_FIRST'));
      const character = (lines[line]?.indexOf('BENCH_FIRST') ?? 0) + 'BENCH_FIRST'.length;
      const known = n === 0 ? 0 : String(n - 1).length + 1;
      return { from: { line, character }, to: { line, character: character + known }, text: `_${n}` };
    },
  },
  {
    title: 'a line at the top',
    isShown: true,
    change: (_, n) =>
      n % 2 === 0 ? { from: START, to: START, text: '\n' } : { from: START, to: { line: 1, character: 0 }, text: '' },
  },
];

function commentSign(lines: readonly string[]): string {
  return lines.some((text) => text.startsWith('export ')) ? '//' : '# ';
}

const LARGE = [
  [LARGE_PYTHON, 'Python'],
  [LARGE_SCRIPT, 'TypeScript'],
  [LARGE_ELIXIR, 'Elixir'],
] as const;

/** Longer than any burst of changes is waited for. */
const PATIENCE = 15_000;

/** Edits a long file of each language as often as told. */
export async function measureEdits(
  client: Client,
  folder: string,
  times: number,
): Promise<Readonly<Record<string, EditTimes>>> {
  const result: Record<string, EditTimes> = {};
  for (const [path, language] of LARGE) {
    const text = await readFile(join(folder, path), 'utf8');
    for (const kind of KINDS) {
      await client.show(path, text);
      await pause(1500);
      result[`${language}: ${kind.title}`] = await measureKind(client, path, text.split('\n'), kind, times);
    }
  }
  return result;
}

async function measureKind(
  client: Client,
  path: string,
  lines: readonly string[],
  kind: Kind,
  times: number,
): Promise<EditTimes> {
  const work = (): Promise<number | undefined> => workOf(client.process.pid ?? 0);
  for (let n = 0; n < WARM_UP; n += 1) await measureEdit(client, path, lines, kind, n);
  const before = await work();
  const edits: OneEdit[] = [];
  for (let n = 0; n < times; n += 1) edits.push(await measureEdit(client, path, lines, kind, WARM_UP + n));
  const after = await work();
  const trees = edits.flatMap(({ tree }) => (tree === undefined ? [] : [tree]));
  return {
    hover: spreadOf(edits.map(({ hover }) => hover)),
    tree: trees.length === 0 ? undefined : spreadOf(trees),
    cpu: before === undefined || after === undefined ? undefined : (after - before) / times,
  };
}

interface OneEdit {
  readonly hover: number;
  readonly tree: number | undefined;
}

async function measureEdit(
  client: Client,
  path: string,
  lines: readonly string[],
  kind: Kind,
  n: number,
): Promise<OneEdit> {
  const known = client.revision;
  const told = kind.isShown
    ? client.news(({ revision, scanning }) => revision > known && !scanning, PATIENCE)
    : undefined;
  const started = performance.now();
  await client.edit(path, kind.change(lines, n));
  const answer = await client.ask('hover', path, lastVariable(lines, kind, n));
  if (answer === null) throw new Error(`After an edit of ${path} there is no hover.`);
  const hover = performance.now() - started;
  if (told !== undefined) {
    if ((await told) === undefined) throw new Error(`An edit of ${path} was not told of.`);
    await client.tree();
  }
  const tree = told === undefined ? undefined : performance.now() - started;
  await pause(30);
  return { hover, tree };
}

/** The first edits warm what is compiled on use. */
const WARM_UP = 5;

/** Where the variable at the end of the file is after edit number `n`. */
function lastVariable(lines: readonly string[], kind: Kind, n: number): Place {
  const line = lines.findLastIndex((text) => text.includes('BENCH_LAST'));
  const character = (lines[line]?.indexOf('BENCH_LAST') ?? 0) + 2;
  const isShifted = kind.title === 'a line at the top' && n % 2 === 0;
  return { line: line + (isShifted ? 1 : 0), character };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
