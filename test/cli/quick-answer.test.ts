import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quickQuestion } from '../../server/src/cli/quick-question';
import { answerCache } from '../../server/src/host/answer-cache';
import { nodeFileSystem } from '../../server/src/host/node-file-system';
import { quickAnswer } from '../../server/src/host/quick-answer';
import { folderState } from '../../server/src/host/scan';
import { temporaryFolder, testAssets } from '../host/support';

describe('a question that may be answered at once', () => {
  it.each([
    [['scan', '--json'], { question: 'scan --json', dir: '.' }],
    [['scan', 'app', '--json'], { question: 'scan --json', dir: 'app' }],
    [['scan', '--json', 'app', '--cache', 'kept'], { question: 'scan --json', dir: 'app', cache: 'kept' }],
  ])('%j', (args, question) => {
    expect(quickQuestion(args)).toEqual(question);
  });

  it.each([
    [['scan']],
    [['scan', 'a', 'b', '--json']],
    [['scan', '--json', '--no-cache']],
    [['scan', '--json', '--read-all']],
    [['scan', '--json', '--help']],
    [['scan', '--json', '--cache']],
    [['scan', '--json', '--cache', '--help']],
    [['scan', '--json', '']],
    [['env', '--json']],
    [[]],
  ])('not %j', (args) => {
    expect(quickQuestion(args)).toBeUndefined();
  });
});

/** Longer than a file system's clock needs to tell two changes apart. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

async function kept(): Promise<{
  readonly root: string;
  readonly ask: (build?: string) => string | undefined;
  readonly cache: string;
}> {
  const root = temporaryFolder({
    'app/main.py': 'import stripe\n',
    'app/package.json': '{}\n',
    'notes/readme.txt': 'nothing\n',
    '.gitignore': 'out\n',
    'out/.env': 'A=1\n',
  });
  const cache = temporaryFolder();
  await settle();
  const assets = { ...(await testAssets()), build: 'one' };
  const state = await folderState({ fs: nodeFileSystem(root), assets });
  if (state === undefined) throw new Error('the folder is not settled');
  await answerCache(cache, root, 'question', 'one').keep(state, 'the answer\nof two lines\n');
  return { root, cache, ask: (build = 'one') => quickAnswer(cache, root, 'question', build) };
}

describe('an answer at once', () => {
  it('is given while nothing changes', async () => {
    const { ask } = await kept();
    expect(ask()).toBe('the answer\nof two lines\n');
    expect(ask()).toBe('the answer\nof two lines\n');
  });

  it('is not given by another build', async () => {
    const { ask } = await kept();
    expect(ask('two')).toBeUndefined();
  });

  it.each([
    ['a file is edited', (root: string) => writeFileSync(join(root, 'app/main.py'), 'import openai\n')],
    [
      'an edit keeps size and time',
      (root: string) => {
        const time = new Date(2020, 1, 1);
        writeFileSync(join(root, 'app/main.py'), 'import stripf\n');
        utimesSync(join(root, 'app/main.py'), time, time);
      },
    ],
    ['a file comes', (root: string) => writeFileSync(join(root, 'notes/new.py'), 'import openai\n')],
    ['a file goes', (root: string) => rmSync(join(root, 'app/package.json'))],
    ['a folder comes', (root: string) => mkdirSync(join(root, 'app/inner'))],
    ['a folder goes', (root: string) => rmSync(join(root, 'notes'), { recursive: true })],
    ['an ignored folder gets a file', (root: string) => writeFileSync(join(root, 'out/.env.local'), 'B=1\n')],
    ['what is ignored changes', (root: string) => writeFileSync(join(root, '.gitignore'), 'notes\n')],
    ['the project file comes', (root: string) => writeFileSync(join(root, '.integration-atlas.json'), '{}\n')],
  ] as const)('is not given after %s', async (_, change) => {
    const { root, ask } = await kept();
    change(root);
    await settle();
    expect(ask()).toBeUndefined();
  });

  it('is not given where the file is damaged', async () => {
    const { root, cache } = await kept();
    const { readdirSync, readFileSync } = await import('node:fs');
    const [name = ''] = readdirSync(cache);
    const text = readFileSync(join(cache, name), 'utf8');
    for (const damaged of [
      '',
      'x',
      text.slice(0, -3),
      text.replace('answer', 'anwser'),
      text.replace('main.py', 'mian.py'),
    ]) {
      writeFileSync(join(cache, name), damaged);
      expect(quickAnswer(cache, root, 'question', 'one')).toBeUndefined();
    }
  });
});
