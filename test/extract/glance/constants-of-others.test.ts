import { describe, expect, it } from 'vitest';
import { matcherOf } from '../../../server/src/catalog/match';
import { wantedCode } from '../../../server/src/catalog/wanted-code';
import { languageOf, lookAt } from '../../../server/src/extract/extract-file';
import { fileRole } from '../../../server/src/extract/file-role';
import { closerLooks } from '../../../server/src/index/closer-look/closer-look';
import type { FileFacts } from '../../../server/src/model/facts';
import { testAssets } from '../../host/support';
import { extract } from '../../support/extract';

async function atFirstSight(path: string, text: string): Promise<FileFacts> {
  const { languages, catalog } = await testAssets();
  const language = languageOf(languages, path);
  const file = { path, text, role: fileRole(path), depth: 'map' } as const;
  const glanced = language && lookAt(language, file, wantedCode(matcherOf(catalog)));
  return glanced ?? extract(path, text);
}

async function askedOf(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = await Promise.all(Object.entries(texts).map(async ([path, text]) => atFirstSight(path, text)));
  return closerLooks(matcherOf((await testAssets()).catalog), 'map')(files);
}

const ASKS = `import OpenAI from 'openai';
import { MODEL, options } from './names';
import { paint } from './paint';
import { COLOR } from './colors';
const client = new OpenAI();
client.chat.completions.create({ model: MODEL, ...options });
paint(COLOR);
`;

describe('files with constants that others name', () => {
  it('are asked for where the arguments of a call are told', async () => {
    const asked = await askedOf({
      'src/ask.ts': ASKS,
      'src/names.ts': "export const MODEL = 'gpt-4o';\n",
      'src/colors.ts': "export const COLOR = 'red';\n",
      'src/paint.ts': 'export function paint(color: string) { return color; }\n',
    });
    expect(asked).toEqual(['src/names.ts']);
  });

  it('are asked for over constants of files that were read', async () => {
    const asked = await askedOf({
      'src/ask.ts': ASKS,
      'src/names.ts': "import { fast } from './fast';\nexport const MODEL = process.env.MODEL ?? fast;\n",
      'src/fast.ts': "export const fast = 'gpt-4o-mini';\nexport const other = 1;\n",
    });
    expect(asked).toEqual(['src/fast.ts']);
  });

  it('are asked for by other calls where they may hand on what is told', async () => {
    const start =
      "import { URL } from './names';\nimport { connect } from './connect';\nprocess.env.X;\nconnect(URL);\n";
    const connect = 'export const connect = (url: string) => url;\n';
    expect(
      await askedOf({
        'src/start.ts': start,
        'src/connect.ts': connect,
        'src/names.ts': "import { address } from './address';\nexport const URL = address;\n",
      }),
    ).toEqual(['src/names.ts']);
    expect(
      await askedOf({ 'src/start.ts': start, 'src/connect.ts': connect, 'src/names.ts': "export const URL = '/a';\n" }),
    ).toEqual([]);
  });
});
