import { parseArgs } from 'node:util';

/** The parts of a run. */
export const PARTS = ['scan', 'same', 'growth', 'server', 'memory'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly folders: readonly string[];
  readonly parts: ReadonlySet<Part>;
  /** Files of the workspace that everything is measured on. */
  readonly files: number;
  /** Files of the workspaces of the growth table. */
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly edits: number;
  readonly requests: number;
  readonly peers: boolean;
  readonly seed: number;
  readonly json: string | undefined;
  /** Minutes of edits without end, to watch the memory. */
  readonly soak: number;
  /** Files of the server whose memory is told. */
  readonly memoryFiles: number;
}

export const HELP = `Usage: npm run bench -- [options] [FOLDER...]

Measures Integration Atlas on generated workspaces, or on copies of the folders given, beside other tools.

  --quick            two minutes: smaller workspaces, fewer runs
  --only PARTS       of ${PARTS.join(', ')}; separated by commas
  --files N          files of the workspace that is measured on (5000)
  --sizes N,N        files of the workspaces of the growth table (1000,5000,20000,50000)
  --memory-files N   files of the workspace that the server's memory is told of (50000)
  --runs N           runs of each program, of which the median counts (5)
  --edits N          edits of each kind in the server (60)
  --no-peers         without the other tools
  --seed N           other workspaces (1)
  --soak MINUTES     edits one file all the time and tells the server's memory once a minute
  --json FILE        where the numbers are written (out/bench.json)
`;

export function readOptions(words: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean' },
      only: { type: 'string' },
      files: { type: 'string' },
      sizes: { type: 'string' },
      'memory-files': { type: 'string' },
      runs: { type: 'string' },
      edits: { type: 'string' },
      'no-peers': { type: 'boolean' },
      seed: { type: 'string' },
      soak: { type: 'string' },
      json: { type: 'string' },
    },
  });
  if (values.help === true) return undefined;
  const isQuick = values.quick === true;
  const sizes = values.sizes ?? (isQuick ? '1000,2000' : '1000,5000,20000,50000');
  return {
    folders: positionals,
    parts: partsOf(values.only),
    files: numberOf(values.files, isQuick ? 2000 : 5000),
    sizes: sizes.split(',').map((size) => numberOf(size, 0)),
    runs: numberOf(values.runs, isQuick ? 3 : 5),
    edits: numberOf(values.edits, isQuick ? 15 : 60),
    requests: isQuick ? 100 : 300,
    peers: values['no-peers'] !== true,
    seed: numberOf(values.seed, 1),
    json: values.json,
    soak: numberOf(values.soak, 0),
    memoryFiles: numberOf(values['memory-files'], isQuick ? 2000 : 50_000),
  };
}

function numberOf(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isFinite(number) || number < 0) throw new Error(`"${text}" is no number.`);
  return number;
}

function partsOf(only: string | undefined): ReadonlySet<Part> {
  if (only === undefined) return new Set(PARTS);
  const parts = only.split(',').map((name) => {
    const part = PARTS.find((known) => known === name);
    if (part === undefined) throw new Error(`There is no part "${name}". Known are ${PARTS.join(', ')}.`);
    return part;
  });
  return new Set(parts);
}
