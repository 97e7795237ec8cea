import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Program } from '../measure/process';
import type { Surroundings } from '../surroundings';
import { astGrep } from './ast-grep';

export const STACK_ANALYSER = 'stack-analyser';
export const AST_GREP = 'ast-grep';
export const RIPGREP = 'ripgrep';

/** Other tools on the same folder: one that reads manifests, one that parses all code, one that only reads bytes. */
export async function peerPrograms(around: Surroundings, folder: string): Promise<readonly Program[]> {
  return [stackAnalyser(around, folder), await astGrep(around, folder), ripgrep(around, folder)];
}

function stackAnalyser({ peers, cache }: Surroundings, folder: string): Program {
  const script = join(peers, '@specfy/stack-analyser/dist/cli.js');
  // Its result is a file, relative to where it runs.
  return { name: STACK_ANALYSER, command: process.execPath, args: [script, folder, '-o', 'stack.json'], cwd: cache };
}

/** A word that stands nowhere: every byte is read and nothing is printed. Hidden files count, as they do for us. */
function ripgrep({ peers }: Surroundings, folder: string): Program {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const command = createRequire(join(peers, 'any.js')).resolve(
    `@vscode/ripgrep-${process.platform}-${process.arch}/bin/${name}`,
  );
  const args = ['--count-matches', '--hidden', '--glob', '!.git', 'qzxj[vw]kq', folder];
  return { name: RIPGREP, command, args, cwd: folder, alsoFine: [1] };
}
