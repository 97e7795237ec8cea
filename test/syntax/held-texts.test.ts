import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractFile, languageOf } from '../../server/src/extract/extract-file';
import { loadAssets } from '../../server/src/host/assets';
import type { Parsed } from '../../server/src/syntax/node';
import { Syntax } from '../../server/src/syntax/syntax';
import { ASSETS } from '../support/extract';
import { type Random, randomOf } from '../support/random';

/** Texts that an editor holds are parsed from the trees of before; nobody may notice. */
const FILES_A_LANGUAGE = 3;
const EDITS_A_FILE = 24;
const LARGEST = 12_000;

const TEST = join(import.meta.dirname, '..');

/** What is typed, and what it does to the code around it: closes it, opens it, turns it into a comment or a text. */
const TYPED = [
  'x',
  ' ',
  '\n',
  '(',
  ')',
  '"',
  "'",
  '`',
  '{',
  '}',
  '#',
  '//',
  '/*',
  ':',
  '=',
  '<',
  ',',
  'é',
  '😀',
  '\t',
  '  # x',
];

/** What names are changed to: some mean something to an extractor. */
const NAMES = ['os', 'environ', 'self', 'client', 'process', 'env', 'x'];

const LINES = [
  'import os',
  'from os import environ as env',
  'x = os.environ["ADDED_NAME"]',
  'class K(Base):',
  'def f(a, b=None):',
  'global client',
  "import x from 'stripe';",
  'const { ADDED_NAME, ...rest } = process.env;',
  'export const y = process.env.ADDED_NAME ?? "d";',
  'function g(a: string) { return process.env[a]; }',
  'var z = g("ADDED_NAME");',
  'class Q { private m = new Map(); run() { return this.m.get(1); } }',
  '@Injectable()',
  'export { g as h };',
  'export default g;',
  'const t = `a${process.env.ADDED_NAME}`;',
  '// const old = process.env.ADDED_NAME;',
  'if (r.status === 401) { localStorage.removeItem("k"); }',
  'switch (event.type) { case "invoice.paid": break; }',
  'if event["type"] == "invoice.paid":',
  'url = "https://api.example.com/v1"',
  'if (password.length < 8) {}',
];

const LINES_OF_ELIXIR = [
  'import System',
  'alias Req, as: Http',
  'use Oban.Worker, queue: :x',
  '@key System.fetch_env!("ADDED_NAME")',
  'x = System.get_env("ADDED_NAME") || "d"',
  'key && Http.get(@key)',
  'url = "https://api.example.com/v1" |> Req.get!()',
  'def g(a), do: System.get_env(a)',
  'g("ADDED_NAME")',
  'children = [{Redix, name: :redix}]',
  '# x = System.get_env("ADDED_NAME")',
  'if event.type == "invoice.paid", do: :ok',
  'get "/added", Added, :index',
  '{:system, "ADDED_NAME"}',
];

interface Texts {
  readonly path: string;
  readonly text: string;
}

async function languages(): Promise<readonly string[]> {
  return (await loadAssets(ASSETS)).languages.map(({ id }) => id);
}

/** Files of a language with something in them, from the fixtures and the marked corpus; always the same. */
async function textsOf(language: string): Promise<readonly Texts[]> {
  const assets = await loadAssets(ASSETS);
  const found = ['fixtures', 'marked'].flatMap((folder) =>
    readdirSync(join(TEST, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  return found
    .filter((path) => languageOf(assets.languages, path)?.id === language)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(TEST, path), 'utf8') }))
    .filter(({ text }) => text.length < LARGEST)
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, FILES_A_LANGUAGE);
}

/**
 * A letter, a line twice, a line less, a piece gone, two places at once, a name that is another here or everywhere, lines
 * further in or elsewhere, or everything as it was at first.
 */
function edited(text: string, original: string, language: string, random: Random): string {
  if (random.below(4) > 0) return editedSomewhere(text, original, random);
  return withLine(text, random.pick(language === 'elixir' ? LINES_OF_ELIXIR : LINES), random);
}

/** Lines of code that mean something to what is around them, and sometimes the loss of many. */
function withLine(text: string, added: string, random: Random): string {
  const line = text.lastIndexOf('\n', random.below(text.length + 1) - 1) + 1;
  const to = random.below(6) === 0 ? text.indexOf('\n', line + random.below(600)) + 1 : line;
  const indented = random.below(2) === 0 ? (/^[ \t]*/.exec(text.slice(line))?.[0] ?? '') : '';
  return `${text.slice(0, line)}${indented}${added}\n${text.slice(Math.max(line, to))}`;
}

function editedSomewhere(text: string, original: string, random: Random): string {
  const at = random.below(text.length + 1);
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1;
  const word = /[A-Za-z_]\w*/.exec(text.slice(at));
  switch (random.below(12)) {
    case 7:
      return word === null ? text : text.slice(0, at) + text.slice(at).replace(word[0], random.pick(NAMES));
    case 8:
      return word === null ? text : text.replaceAll(word[0], `${word[0]}_2`);
    case 9:
      return text.slice(0, line) + text.slice(line, at + 200).replace(/^(?=.)/gm, '    ') + text.slice(at + 200);
    case 10: {
      const to = text.indexOf('\n', random.below(text.length)) + 1;
      const rest = text.slice(0, line) + text.slice(next);
      return rest.slice(0, to) + text.slice(line, next) + rest.slice(to);
    }
    case 0:
      return text.slice(0, line) + text.slice(line, next) + text.slice(line);
    case 1:
      return text.slice(0, line) + text.slice(next);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + random.below(6));
    case 3:
      return `# x\n${text.slice(0, at)}name${text.slice(at)}`;
    case 4:
      return original;
    default:
      return text.slice(0, at) + random.pick(TYPED) + text.slice(at);
  }
}

describe.each(await languages())('a text of %s that is edited', (language) => {
  test('says what a fresh reading says', async () => {
    const { languages, grammars } = await loadAssets(ASSETS);
    const syntax = new Syntax(languages, grammars);
    await syntax.load([language]);
    const texts = await textsOf(language);
    expect(texts.length).toBeGreaterThan(0);
    for (const { path, text: original } of texts) {
      const random = randomOf(path);
      let text = original;
      for (let edit = 0; edit <= EDITS_A_FILE; edit += 1) {
        const file = { path, text, role: 'source' } as const;
        expect(extractFile(syntax, { ...file, held: path }), text).toEqual(extractFile(syntax, file));
        text = edited(text, original, language, random);
      }
    }
  });
});

/** Functions enough that an edit is far from most of them. */
const MOVING: Readonly<Record<string, string>> = {
  'a.py': `import os\n\n${Array.from({ length: 60 }, (_, n) => `def f${n}(a):\n    return os.environ["NAME_${n}"]\n\n`).join('')}`,
  'a.ts': Array.from(
    { length: 60 },
    (_, n) => `export function f${n}() {\n  return process.env.NAME_${n};\n}\n\n`,
  ).join(''),
  'a.ex': `defmodule A do\n\n${Array.from({ length: 60 }, (_, n) => `  def f${n}(a) do\n    x = System.get_env("NAME_${n}") || a\n    Req.get(x)\n  end\n\n`).join('')}end\n`,
};

test.each(Object.keys(MOVING))(
  'after hundreds of edits that move it, %s says what a fresh reading says',
  async (path) => {
    const { languages, grammars } = await loadAssets(ASSETS);
    const syntax = new Syntax(languages, grammars);
    await syntax.load([languageOf(languages, path)?.id ?? '']);
    const random = randomOf(path);
    let text = MOVING[path] ?? '';
    for (let edit = 0; edit < 450; edit += 1) {
      const at = text.indexOf('\n\n', random.below(text.length));
      const blank = text.indexOf('\n\n\n');
      // Blank lines between functions come and go.
      if (at >= 0) text = `${text.slice(0, at)}\n${text.slice(at)}`;
      if (blank >= 0 && random.below(3) > 0) text = text.slice(0, blank) + text.slice(blank + 1);
      const file = { path, text, role: 'source' } as const;
      const facts = extractFile(syntax, { ...file, held: path });
      if (edit % 10 === 0) expect(facts).toEqual(extractFile(syntax, file));
    }
  },
);

test('what cannot be read with what was kept of a text is read of the text alone, and the next edit begins anew', async () => {
  const { languages: all, grammars } = await loadAssets(ASSETS);
  const syntax = new Syntax(all, grammars);
  await syntax.load(['python']);
  const read = (text: string, fails: (round: number) => boolean): string => {
    let round = 0;
    const told = ({ root }: Parsed): string => {
      round += 1;
      if (fails(round)) throw new Error('not where it was');
      return `${root.text} ${root.namedChildCount}`;
    };
    return syntax.parse('python', text, told, 'a.py');
  };
  expect(read('a = 1\n', () => false)).toBe('a = 1\n 1');
  expect(read('a = 1\nb = 2\n', (round) => round === 1)).toBe('a = 1\nb = 2\n 2');
  expect(read('b = 2\n', () => false)).toBe('b = 2\n 1');
  expect(() => read('c = 3\n', () => true)).toThrow('not where it was');
  expect(read('c = 4\n', () => false)).toBe('c = 4\n 1');
});
