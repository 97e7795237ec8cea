import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPythonHead } from '../../../server/src/extract/glance/python-head';
import { readScriptHead } from '../../../server/src/extract/glance/script-head';
import { extract } from '../../support/extract';

const TEST = join(import.meta.dirname, '../..');

function codeIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(TEST, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(TEST.length + 1))
    .sort();
}

/** The imports that the tree shows, as far as a head tells of them: no scope, nothing in comments or by call. */
async function importsByTree(path: string): Promise<readonly string[]> {
  const { facts } = await extract(path, readFileSync(join(TEST, path), 'utf8'));
  return facts.flatMap((fact) => {
    if (fact.kind !== 'import' || fact.commentedOut === true || fact.dynamic === true) return [];
    if (fact.scope !== undefined && !path.endsWith('.py')) return [];
    return [JSON.stringify([fact.range.line, fact.module, fact.names])];
  });
}

interface Shown {
  readonly path: string;
  readonly imports: readonly string[];
}

/** What heads show of the files whose lines alone are trusted. */
function shownBy(readHead: typeof readPythonHead, paths: readonly string[]): readonly Shown[] {
  return paths.flatMap((path) => {
    const text = readFileSync(join(TEST, path), 'utf8');
    // `require` is a call, of which a head knows no more than the module.
    const head = /\brequire\(|<reference/.test(text) ? undefined : readHead(text);
    if (head === undefined) return [];
    const imports = head.imports.map(({ range, module, names }) => JSON.stringify([range.line, module, names]));
    return [{ path, imports }];
  });
}

describe.each([
  { language: 'Python', readHead: readPythonHead, ending: /\.py$/ },
  { language: 'scripts', readHead: readScriptHead, ending: /\.[jt]sx?$/ },
])('the imports that lines of $language show', ({ readHead, ending }) => {
  const paths = [...codeIn('fixtures', ending), ...codeIn('marked', ending)];
  const shown = shownBy(readHead, paths);

  it.each(shown)('are those of the tree: $path', async ({ path, imports }) => {
    expect(imports).toEqual(await importsByTree(path));
  });

  it('are trusted in nearly every file', () => {
    expect(shown.length / paths.length).toBeGreaterThan(0.8);
  });
});

describe('the head of a Python file', () => {
  const head = (text: string): readonly string[] | undefined =>
    readPythonHead(text)?.imports.map(({ module }) => module);

  it('has imports over several lines', () => {
    expect(
      head('from a import (\n    b,  # import no\n    c,\n)\nfrom d \\\n    import e\nimport f, g.h as i\n'),
    ).toEqual(['a', 'd', 'f', 'g.h']);
  });

  it('has none that stand in texts', () => {
    expect(head('"""\nimport no\n"""\nx = \'\'\'\nfrom no import no\n\'\'\'\ny = "it\'s"\nimport yes\n')).toEqual([
      'yes',
    ]);
    expect(head('x = """a \\""" \nimport no\n"""\nimport yes\n')).toEqual(['yes']);
  });

  it('mentions what is imported in functions and comments', () => {
    const found = readPythonHead('def f():\n    import stripe\n# from openai import OpenAI\n');
    expect(found?.mentions).toEqual([
      { module: 'stripe', names: ['*'] },
      { module: 'openai', names: ['OpenAI'] },
    ]);
    expect(found?.imports.map(({ module }) => module)).toEqual(['stripe']);
  });

  it('knows the names that get a value', () => {
    expect(readPythonHead('A = 1\nB: int = 2\ndef c(): pass\nif x == 1:\n    D = 1\nE == 2\n')?.names).toEqual([
      'A',
      'B',
    ]);
  });

  it('tells which of them stand for another name alone', () => {
    const text = 'A = b\nC: str = d.e  # why\nF = g = h\nI = j()\nK = "l"\nM = None\nN = (\n    o + 1\n)\n';
    expect(readPythonHead(text)?.names.filter((name) => name.startsWith('='))).toEqual(['=A', '=C', '=F']);
  });

  it.each(['x = 1; import os', 'import_module("stripe")', 'try: import stripe'])('is not trusted: %s', (text) => {
    expect(readPythonHead(`${text}\n`)).toBeUndefined();
  });
});

describe('the head of a script', () => {
  const head = (text: string): readonly string[] | undefined =>
    readScriptHead(text)?.imports.map(({ module }) => module);

  it('has imports of all forms', () => {
    expect(
      head(
        "import a from 'a';\nimport {\n  b,\n  c as d,\n} from \"b\";\nimport * as e from 'e'\nimport type { F } from 'f';\nimport 'g';\nexport * from './h';\nexport { i } from './i';\n",
      ),
    ).toEqual(['a', 'b', 'e', 'f', 'g', './h', './i']);
  });

  it('has none that stand in comments and templates', () => {
    expect(head("/*\nimport a from 'no';\n*/\nconst t = `\nimport b from 'no';\n`;\nimport c from 'yes';\n")).toEqual([
      'yes',
    ]);
  });

  it('mentions what is required, loaded late or commented out', () => {
    const text = "const a = require('stripe');\nawait import('openai');\n// import b from 'resend';\n";
    expect(
      readScriptHead(text)
        ?.mentions.map(({ module }) => module)
        .sort(),
    ).toEqual(['openai', 'resend', 'stripe']);
  });

  it('knows the names that it exports, and that it may hand on others', () => {
    expect(readScriptHead('export const A = 1;\nexport let b: string;\nconst c = 1;\n')?.names).toEqual(['A', 'b']);
    expect(readScriptHead("export * from './a';\n")?.names).toEqual(['*']);
  });

  it('leaves out names that hold functions, and none that may hold a value', () => {
    const functions = [
      'export const a = () => 1;',
      'export const b = async (x) => x;',
      'export const c = function named() {};',
      'export const d = x => x;',
      'export const e = <T,>(list: T[], { deep }: Options): Promise<T> => f(list);',
      'export const g: Handler<Request> = async (x) => x;',
    ];
    const values = [
      'export const h = (A as string);',
      'export const i = (B);',
      'export const j = memo(() => 1);',
      'export const k = asyncValue;',
      'export const l: () => string = other;',
      'export const m = xs.map(x => x);',
    ];
    const names = readScriptHead([...functions, ...values].join('\n'))?.names;
    expect(names?.filter((name) => !name.startsWith('='))).toEqual(['h', 'i', 'j', 'k', 'l', 'm']);
    expect(names?.filter((name) => name.startsWith('='))).toEqual(['=h', '=i', '=k', '=l']);
  });

  it('tells names that stand for another alone, also one without a name of its own', () => {
    const names = (text: string): readonly string[] | undefined =>
      readScriptHead(text)?.names.filter((name) => name.startsWith('='));
    expect(names('export const a = b.c;\nexport let d = await e\nexport const f = g["h"]!;\n')).toEqual([
      '=a',
      '=d',
      '=f',
    ]);
    expect(names('const a = z\n  .string();\nconst b = c(1);\nconst d = e + 1;\nconst f = `g`;\n')).toEqual([]);
    expect(names('const a = b;\nconst c = 1;\nexport { a, c };\n')).toEqual(['=a']);
    expect(names('export default client;\n')).toEqual(['=*']);
  });
});
