import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './cache-folder';
import { contentHash } from './content-hash';

/**
 * A whole answer about a folder from the last time, good as long as nothing at all changed: `state` names the build,
 * the question and every file with its stamp. Facts hold no secret's value, so neither do answers made of them.
 */
export interface AnswerCache {
  find(state: string): Promise<string | undefined>;
  keep(state: string, answer: string): Promise<void>;
}

export function answerCache(dir: string, root: string, question: string): AnswerCache {
  const file = join(dir, `${contentHash(`${root}\n${question}`)}.answer`);
  const headOf = (state: string, answer: string): string => `${state} ${contentHash(answer)}\n`;
  return {
    find: async (state) => {
      const text = await readFile(file, 'utf8').catch(() => '');
      const start = text.indexOf('\n') + 1;
      if (start === 0 || !text.startsWith(`${state} `)) return undefined;
      const answer = text.slice(start);
      return text.slice(0, start) === headOf(state, answer) ? answer : undefined;
    },
    keep: async (state, answer) => {
      await mkdir(dir, { recursive: true });
      await writeWhole(file, headOf(state, answer) + answer);
    },
  };
}
