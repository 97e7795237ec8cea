import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './cache-folder';
import { contentHash } from './content-hash';

/** What a folder was like when an answer was made; see `FolderState`. */
export interface AnswerState {
  readonly name: string;
  readonly places: readonly (readonly [path: string, stamp: string])[];
}

/**
 * A whole answer about a folder from the last time, good as long as nothing at all changed: the state names the build,
 * the question and every file with its stamp. Facts hold no secret's value, so neither do answers made of them.
 *
 * Two lines stand before the answer: the state's name with a sum of all that follows, and the build with the places to
 * look at (`quick-answer.ts` reads them before anything else is loaded).
 */
export interface AnswerCache {
  find(state: AnswerState): Promise<string | undefined>;
  keep(state: AnswerState, answer: string): Promise<void>;
}

export function answerFile(dir: string, root: string, question: string): string {
  return join(dir, `${contentHash(`${root}\n${question}`)}.answer`);
}

export interface KeptAnswer {
  readonly name: string;
  /** The second line. */
  readonly places: string;
  readonly answer: string;
}

/** An answer as it was written; `undefined` where anything of it is damaged. */
export function parseAnswer(text: string): KeptAnswer | undefined {
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  if (first < 0 || second < 0) return undefined;
  const [name = '', sum] = text.slice(0, first).split(' ');
  if (sum !== contentHash(text.slice(first + 1))) return undefined;
  return { name, places: text.slice(first + 1, second), answer: text.slice(second + 1) };
}

export function answerCache(dir: string, root: string, question: string, build: string): AnswerCache {
  const file = answerFile(dir, root, question);
  const write = async ({ name, places }: AnswerState, answer: string): Promise<void> => {
    const rest = `${JSON.stringify([build, places])}\n${answer}`;
    await mkdir(dir, { recursive: true });
    await writeWhole(file, `${name} ${contentHash(rest)}\n${rest}`);
  };
  return {
    find: async (state) => {
      const kept = parseAnswer(await readFile(file, 'utf8').catch(() => ''));
      if (kept?.name !== state.name) return undefined;
      // A folder was touched that holds nothing new for us: the next time that need not be found out again.
      if (kept.places !== JSON.stringify([build, state.places])) await write(state, kept.answer).catch(() => {});
      return kept.answer;
    },
    keep: write,
  };
}
