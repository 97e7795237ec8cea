import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allowClosedPipe } from './cli/closed-pipe';
import { quickQuestion } from './cli/quick-question';
import { cacheFolder } from './host/cache-folder';
import { quickAnswer } from './host/quick-answer';

/** What was answered before and still holds; loading all else takes longer than finding that out. */
function atOnce(): string | undefined {
  const asked = quickQuestion(process.argv.slice(2));
  if (asked === undefined) return undefined;
  try {
    const root = realpathSync(resolve(asked.dir));
    const build = readFileSync(join(__dirname, 'assets', 'build.txt'), 'utf8');
    const dir = asked.cache === undefined ? cacheFolder(process.env, process.platform) : resolve(asked.cache);
    return quickAnswer(dir, root, asked.question, build);
  } catch {
    return undefined;
  }
}

const answer = atOnce();
if (answer === undefined) void import('./command-line.js');
else {
  allowClosedPipe(process.stdout);
  process.stdout.write(answer);
}
