import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../server/src/cli/arguments';
import { COMMANDS } from '../server/src/cli/commands';

const GUIDES = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'demo/README.md',
  'docs/diagnostics.md',
  'grammars/README.md',
  'server/catalog/README.md',
  'test/bench/README.md',
  'test/marked/README.md',
];

const FOLDERS = ['client', 'demo', 'docs', 'grammars', 'media', 'schemas', 'scripts', 'server', 'test'];

/** Paths that guides take as an example of what somebody may write. */
const EXAMPLES = new Set(['docs/INTEGRATIONS.md', 'server/catalog/payments/acme.json', 'test/catalog/payments.tsv']);

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
/** All our files and folders, the folders with a `/` behind. */
const everything = FOLDERS.flatMap((folder) => [
  `${folder}/`,
  ...readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.parentPath.includes('node_modules'))
    .map((entry) => `${entry.parentPath}/${entry.name}${entry.isDirectory() ? '/' : ''}`.replaceAll('\\', '/')),
]);

/** What stands in backticks. */
function inlineCode(text: string): readonly string[] {
  // A path may be told as seen from the guide.
  return [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) =>
    (match[1] ?? '').replace(/^(?:\.\.\/)+/, ''),
  );
}

/** What a script is made of: benchmarks have sources of their own beside it. */
function sourceOf(script: string | undefined): string {
  const file = /[\w/-]+\.mjs/.exec(script ?? '')?.[0];
  if (file === undefined) return '';
  const beside = everything.filter((path) => path.startsWith(`${dirname(file)}/src/`) && path.endsWith('.ts'));
  return [file, ...beside].map((path) => readFileSync(path, 'utf8')).join('\n');
}

/** Code that names something of ours: a file of the program, or a path that starts at one of our folders. */
function isOurs(code: string): boolean {
  if (!/^\w[\w.<>*-]*(?:\/[\w.<>*-]*)*$/.test(code) || EXAMPLES.has(code)) return false;
  const [first = ''] = code.split('/');
  const inside = ['server/src', 'server'].some((folder) => existsSync(join(folder, first)));
  return code.includes('/') ? FOLDERS.includes(first) || inside : /\.(?:ts|mjs)$/.test(code);
}

/** Whether there is something whose path ends so; `*` and `<name>` stand for any name. */
function isThere(code: string): boolean {
  const ending = code.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*|<[^>]*>/g, '[^/]+');
  const pattern = new RegExp(`(?:^|/)${ending}${code.endsWith('/') ? '' : '/?'}$`);
  return everything.some((path) => pattern.test(path));
}

describe.each(GUIDES.map((path) => [path, readFileSync(path, 'utf8')] as const))('%s', (path, text) => {
  test('names files that there are', () => {
    expect(inlineCode(text).filter((code) => isOurs(code) && !isThere(code))).toEqual([]);
  });

  test('links to files that there are', () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    const own = targets.filter((target) => !/^https?:/.test(target));
    expect(own.filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
  });

  test('names npm commands that there are, with options that they know', () => {
    const commands = [...text.matchAll(/\bnpm (?:run ([\w-]+)|(start|test))\b(?: -- ([^\n`#]*))?/g)];
    const wrong = commands.flatMap(([all, run, plain, words = '']) => {
      const script: string | undefined = manifest.scripts[run ?? plain ?? ''];
      const source = sourceOf(script);
      const options = (words.match(/--[\w-]+/g) ?? []).filter(
        (option) => !source.includes(option) && !source.includes(`'${option.slice(2)}'`),
      );
      const suites = plain === undefined ? [] : (/--only ([\w,]+)/.exec(words)?.[1]?.split(',') ?? []);
      const unknown = suites.filter((suite) => !new RegExp(`^  ${suite}: `, 'm').test(source));
      return script === undefined || options.length + unknown.length > 0 ? [all] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('names commands and options of the program that there are', () => {
    const lines = [...text.matchAll(/\bnode (?:[\w-]+\/)*dist\/cli\.js ([^\n#`]+)/g)].map((match) => match[1] ?? '');
    const inline = inlineCode(text).filter((code) => COMMANDS.some(({ name }) => code.startsWith(`${name} --`)));
    for (const words of [...lines, ...inline]) {
      expect(() => readArguments(words.trim().split(/\s+/)), words).not.toThrow();
    }
  });

  test('names settings that there are', () => {
    const { configuration } = manifest.contributes;
    const known = Object.keys(Object.assign({}, ...[configuration].flat().map(({ properties }) => properties)));
    const named = [...text.matchAll(/`(integrationAtlas\.[\w.]+)`/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !known.some((setting) => `${setting}.`.startsWith(`${name}.`)))).toEqual([]);
  });
});

test('a guide that names what there is not is noticed', () => {
  const wrong = ['server/src/nothing/', 'index/no-such-file.ts', 'no-such-file.ts', 'grammars/<language>/none.json'];
  expect(wrong.filter((code) => isOurs(code) && !isThere(code))).toEqual(wrong);
  const right = [
    'server/src/index/',
    'host/walk.ts',
    'walk.ts',
    'grammars/<language>/signs.json',
    'test/catalog/*.tsv',
  ];
  expect(right.filter((code) => isOurs(code) && isThere(code))).toEqual(right);
});
