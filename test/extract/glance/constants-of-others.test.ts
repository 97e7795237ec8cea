import { describe, expect, it } from 'vitest';
import { askedFor, atFirstSight } from './asked-for';

async function askedOf(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = await atFirstSight(texts);
  return askedFor(files);
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

  it('are left alone where nobody tells of the argument', async () => {
    const asks = `import OpenAI from 'openai';
import { MODEL } from './names';
import { TOOLS } from './tools';
import { OPTIONS } from './options';
const client = new OpenAI();
client.chat.completions.create({ model: MODEL, tools: TOOLS }, OPTIONS);
`;
    const asked = await askedOf({
      'src/ask.ts': asks,
      'src/names.ts': "export const MODEL = 'gpt-4o';\n",
      'src/tools.ts': "export const TOOLS = [{ type: 'function' }];\n",
      'src/options.ts': 'export const OPTIONS = { timeout: 5 };\n',
    });
    expect(asked).toEqual(['src/names.ts', 'src/options.ts']);
  });

  it('are asked for by what sends a request, and by nothing beside it', async () => {
    const asked = await askedOf({
      'src/send.ts': `import { MODEL } from './names';
import { schema } from './schema';
fetch('https://api.openai.com/v1/responses', { body: JSON.stringify({ model: MODEL }) });
action(schema);
`,
      'src/names.ts': "export const MODEL = 'gpt-4o';\n",
      'src/schema.ts': "export const schema = { type: 'object' };\n",
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
