import { pythonText } from './python';
import { randomOf } from './random';
import { scriptText } from './script';

/** How long the files are that the edits happen in. */
export const LARGE_LINES = 3000;

export const LARGE_PYTHON = 'services/services_1/large/module.py';
export const LARGE_SCRIPT = 'apps/apps_1/src/large/module.ts';

/** Long files with environment variables at both ends, which hovers ask for. */
export const LARGE_FILES: Readonly<Record<string, string>> = {
  [LARGE_PYTHON]: framed(
    pythonText({ random: randomOf('large'), path: LARGE_PYTHON, size: 200_000, siblings: ['core'], usesService: true }),
    'import os\n\nFIRST = os.environ["BENCH_FIRST"]\n',
    'LAST = os.environ.get("BENCH_LAST", "0")\n',
  ),
  [LARGE_SCRIPT]: framed(
    scriptText({ random: randomOf('large'), path: LARGE_SCRIPT, size: 200_000, siblings: ['core'], usesService: true }),
    'export const first = process.env.BENCH_FIRST;\n\n',
    "export const last = process.env.BENCH_LAST ?? '0';\n",
  ),
};

/** Cut at the last whole unit that leaves the file at its length. */
function framed(body: string, head: string, tail: string): string {
  const units = body.split(/\n(?=\n+\S)/);
  const kept: string[] = [];
  let lines = 4;
  for (const unit of units) {
    lines += unit.split('\n').length;
    if (lines > LARGE_LINES) break;
    kept.push(unit);
  }
  return `${head}${kept.join('\n')}\n\n${tail}`;
}
