import { elixirText } from './elixir';
import type { FileContext } from './plan';
import { pythonText } from './python';
import { randomOf } from './random';
import { scriptText } from './script';

/** How long the files are that the edits happen in. */
export const LARGE_LINES = 3000;

export const LARGE_PYTHON = 'services/services_1/large/module.py';
export const LARGE_SCRIPT = 'apps/apps_1/src/large/module.ts';
export const LARGE_ELIXIR = 'platform/platform_1/lib/core/large/module.ex';

/** Long files with environment variables at both ends, which hovers ask for. */
export const LARGE_FILES: Readonly<Record<string, string>> = {
  [LARGE_PYTHON]: framed(
    pythonText(contextOf(LARGE_PYTHON)),
    'import os\n\nFIRST = os.environ["BENCH_FIRST"]\n',
    'LAST = os.environ.get("BENCH_LAST", "0")\n',
  ),
  [LARGE_SCRIPT]: framed(
    scriptText(contextOf(LARGE_SCRIPT)),
    'export const first = process.env.BENCH_FIRST;\n\n',
    "export const last = process.env.BENCH_LAST ?? '0';\n",
  ),
  // All of it is in the module.
  [LARGE_ELIXIR]: framed(
    elixirText(contextOf(LARGE_ELIXIR)).replace('\n', '\n  @first System.fetch_env!("BENCH_FIRST")\n'),
    '',
    '  @last System.get_env("BENCH_LAST", "0")\nend\n',
    '  ',
  ),
};

function contextOf(path: string): FileContext {
  return { random: randomOf('large'), path, size: 200_000, siblings: ['core'], usesService: true };
}

/** Cut at the last whole unit, told by its indentation, that leaves the file at its length. */
function framed(body: string, head: string, tail: string, indentation = ''): string {
  const units = body.split(new RegExp(`\\n(?=\\n+${indentation}\\S)`));
  const kept: string[] = [];
  let lines = 4;
  for (const unit of units) {
    lines += unit.split('\n').length;
    if (lines > LARGE_LINES) break;
    kept.push(unit);
  }
  return `${head}${kept.join('\n')}\n\n${tail}`;
}
