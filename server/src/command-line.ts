/** Everything that the command line can do; `cli.ts` loads it where it cannot answer at once. */
import './cli/set-flags';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowClosedPipe } from './cli/closed-pipe';
import { run } from './cli/run';
import { cacheFolder } from './host/cache-folder';

allowClosedPipe(process.stdout);
allowClosedPipe(process.stderr);

const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());

const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as { version: string };

// Never process.exit: it would cut off what a pipe has not taken yet.
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  assets: join(__dirname, 'assets'),
  workerScript: join(__dirname, 'worker.js'),
  version,
  cacheDir: cacheFolder(process.env, process.platform),
  signal: cancel.signal,
  today: () => new Date(),
}).then((code) => {
  process.exitCode = code;
});
