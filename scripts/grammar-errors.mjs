// How well each grammar pack parses real code: node scripts/grammar-errors.mjs DIR [DIR ...]
// Counts the files with parse errors per language and pack, over all files of our languages in these folders.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { readLanguages } from './assets.mjs';

const require = createRequire(import.meta.url);
const PACKS = { 'tree-sitter-wasms': 'out', '@vscode/tree-sitter-wasm': 'wasm' };
const SKIPPED = /^(\.git|node_modules|dist|build|deps|_build|vendor|venv|\.venv|\.next|__pycache__)$|\.min\.js$/;
const LARGEST = 1024 * 1024;

/** All files below a folder that one of these endings fits; links are not followed. */
function filesBelow(dir, endings) {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (SKIPPED.test(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(file, endings);
    return entry.isFile() && endings.includes(path.extname(entry.name)) ? [file] : [];
  });
}

async function parserOf(pack, wasm) {
  try {
    const parser = new Parser();
    parser.setLanguage(await Language.load(fs.readFileSync(require.resolve(`${pack}/${PACKS[pack]}/${wasm}`))));
    return parser;
  } catch {
    return undefined;
  }
}

function errorsOf(parser, texts) {
  const started = performance.now();
  let errors = 0;
  for (const text of texts) {
    const tree = parser.parse(text);
    if (tree === null || tree.rootNode.hasError) errors += 1;
    tree?.delete();
  }
  return { errors, ms: Math.round(performance.now() - started) };
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Usage: node scripts/grammar-errors.mjs DIR [DIR ...]');
  process.exitCode = 2;
} else {
  await Parser.init({ wasmBinary: fs.readFileSync(require.resolve('web-tree-sitter/tree-sitter.wasm')) });
  const names = Object.keys(PACKS);
  console.log(`| language | files | ${names.join(' | ')} | in use |`);
  console.log(`|---|---:|${names.map(() => '---:|').join('')}---|`);
  for (const language of readLanguages().filter(({ embedded }) => embedded !== true)) {
    const files = folders.flatMap((dir) => filesBelow(dir, language.extensions));
    const texts = files
      .filter((file) => fs.statSync(file).size <= LARGEST)
      .map((file) => fs.readFileSync(file, 'utf8'));
    const cells = [];
    for (const pack of names) {
      const parser = await parserOf(pack, language.wasm);
      const result = parser && errorsOf(parser, texts);
      cells.push(result === undefined ? 'none' : `${result.errors} (${result.ms} ms)`);
    }
    const used = names.find((pack) => language.grammar.startsWith(`${pack}/`));
    console.log(`| ${language.name} | ${texts.length} | ${cells.join(' | ')} | ${used} |`);
  }
}
