// Gathers what the engine reads at run time into dist/assets: languages with their queries, the catalog, the grammars.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'dist', 'assets');
const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${path.relative(root, file)}: ${error.message}`);
  }
};
const foldersOf = (dir) =>
  fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Every folder of `grammars/`, with the queries of those it inherits first. */
export function readLanguages(dir = path.join(root, 'grammars')) {
  const own = new Map(foldersOf(dir).map((id) => [id, readJson(path.join(dir, id, 'language.json'))]));
  const queryOf = (id) => {
    const language = own.get(id);
    if (language === undefined) throw new Error(`grammars/${id}: no such language`);
    const files = fs
      .readdirSync(path.join(dir, id))
      .filter((name) => name.endsWith('.scm'))
      .sort();
    const texts = files.map((name) => `; ${id}/${name}\n${fs.readFileSync(path.join(dir, id, name), 'utf8')}`);
    return [...(language.inherits === undefined ? [] : [queryOf(language.inherits)]), ...texts].join('\n');
  };
  const signsOf = (id) => {
    const file = path.join(dir, id, 'signs.json');
    if (fs.existsSync(file)) return readJson(file);
    const { inherits } = own.get(id);
    return inherits === undefined ? undefined : signsOf(inherits);
  };
  return [...own].map(([id, language]) => ({
    ...language,
    signs: signsOf(id),
    query: queryOf(id),
    wasm: path.basename(language.grammar),
  }));
}

/** Every service file, its id and category taken from its place. */
export function readCatalog(dir = path.join(root, 'server', 'catalog')) {
  const written = readJson(path.join(dir, 'categories.json'));
  const inherited = new Map(written.map(({ id, title: _, reached: __, ...rest }) => [id, rest]));
  const categories = written.map(({ callsByRule: _, ...category }) => category);
  const services = foldersOf(dir).flatMap((category) =>
    fs
      .readdirSync(path.join(dir, category))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => {
        const { $schema: _, ...service } = readJson(path.join(dir, category, name));
        return { ...inherited.get(category), ...service, id: name.slice(0, -'.json'.length), category };
      }),
  );
  return { categories, services };
}

/** A module of the engine, so that it reads what it wrote itself. */
async function engineModule(file) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'server/src', file)],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The catalog in the form that starts read. */
export async function compileCatalog(catalog) {
  const { writeCatalog } = await engineModule('catalog/catalog-file.ts');
  return writeCatalog(catalog);
}

/** The languages with their signs made ready: no start has time to take patterns apart. */
async function compileLanguages(languages) {
  const { readySign } = await engineModule('extract/glance/needles.ts');
  return languages.map((language) => ({ ...language, signs: language.signs?.map(readySign) }));
}

export async function buildAssets() {
  fs.mkdirSync(out, { recursive: true });
  const languages = readLanguages();
  fs.writeFileSync(path.join(out, 'languages.json'), JSON.stringify(await compileLanguages(languages)));
  fs.writeFileSync(path.join(out, 'catalog.txt'), await compileCatalog(readCatalog()));
  for (const language of languages) fs.copyFileSync(require.resolve(language.grammar), path.join(out, language.wasm));
  fs.copyFileSync(require.resolve('web-tree-sitter/tree-sitter.wasm'), path.join(out, 'tree-sitter.wasm'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets();
