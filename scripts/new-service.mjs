// Starts a service of the catalog: `npm run new-service -- payments/acme` writes its file and the rows of its cases.
//   --name "Acme Pay"  --purpose "Card payments"  --docs URL  --source URL
//   --npm NAMES  --pypi NAMES  --hex NAMES  --env NAMES  --hosts NAMES  --images NAMES     names with commas between
//   --yes "npm acme-pay"  --no "npm acme"      a case each, as often as wanted
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TEXTS = ['name', 'purpose', 'docs', 'source'];
const PACKAGES = ['npm', 'pypi', 'hex'];
const LISTS = ['env', 'hosts', 'images'];
const CASES = ['yes', 'no'];

/** What is wrong with the wish, or undefined. */
function refusal(wish, cases, dir) {
  if (wish === undefined) return 'Say which: npm run new-service -- <category>/<id>';
  const [category, id, ...rest] = wish.split('/');
  const categories = JSON.parse(fs.readFileSync(path.join(dir, 'categories.json'), 'utf8')).map((one) => one.id);
  if (!categories.includes(category)) return `Unknown category "${category}". One of: ${categories.join(', ')}`;
  if (rest.length > 0 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id ?? '')) {
    return `"${[id, ...rest].join('/')}" is no id: lower case words joined with -, such as "google-maps".`;
  }
  const owner = fs
    .readdirSync(dir, { withFileTypes: true })
    .find((entry) => entry.isDirectory() && fs.existsSync(path.join(dir, entry.name, `${id}.json`)));
  if (owner !== undefined) return `There is a service "${id}" already: server/catalog/${owner.name}/${id}.json`;
  const wrong = cases.find(([, text]) => !/^[a-z:]+ \S/.test(text));
  return wrong && `"${wrong[1]}" is no case: a kind and an input, such as "npm acme-pay".`;
}

/** The entry: what was said, and in the place of a signal that was not, variables named after the service. */
function entryOf(id, values) {
  const list = (text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const given = (names) => names.filter((name) => values[name] !== undefined);
  const packages = Object.fromEntries(given(PACKAGES).map((name) => [name, list(values[name])]));
  const lists = Object.fromEntries(given(LISTS).map((name) => [name, list(values[name])]));
  const isBare = given([...PACKAGES, ...LISTS]).length === 0;
  const docs = values.docs ?? 'https://TODO';
  return {
    $schema: '../../../schemas/service.schema.json',
    name: values.name ?? id,
    purpose: values.purpose ?? 'TODO: what it does for the program, one line',
    docs,
    ...(Object.keys(packages).length > 0 && { packages }),
    ...(isBare ? { env: [`${id.toUpperCase().replaceAll('-', '_')}_*`] } : lists),
    source: values.source ?? docs,
  };
}

/** At least two of each kind; those that were not said are left to write. */
function rowsOf(id, cases) {
  return CASES.flatMap((answer) => {
    const own = cases.filter(([one]) => one === answer).map(([, text]) => text.replace(' ', '\t'));
    const missing = [1, 2].slice(own.length).map((at) => `npm\tTODO-${answer}-${at}`);
    return [...own, ...missing].map((text) => `${id}\t${answer}\t${text}\n`);
  });
}

function create(wish, values, cases) {
  const [category, id] = wish.split('/');
  const service = path.join('server', 'catalog', category, `${id}.json`);
  const table = path.join('test', 'catalog', `${category}.tsv`);
  const rows = rowsOf(id, cases);
  const before = fs.existsSync(path.join(root, table)) ? fs.readFileSync(path.join(root, table), 'utf8') : '';
  const header = before === '' ? 'service\tyes|no\tkind\tinput\n' : before.replace(/\n*$/, '\n');
  for (const file of [service, table]) fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  fs.writeFileSync(path.join(root, service), `${JSON.stringify(entryOf(id, values), null, 2)}\n`);
  fs.writeFileSync(path.join(root, table), header + rows.join(''));
  console.log(
    [
      `Wrote ${service} and ${rows.length} rows of ${table}.`,
      '',
      'Next:',
      `  1. Fill ${service}; your editor completes the fields. Leave out what does not apply.`,
      '     "source" is the page where you checked the names; server/catalog/README.md tells the rest.',
      `  2. Replace the TODO rows of ${table}: at least two inputs that must match, taken from the`,
      "     service's documentation, and two look-alikes that must not (a similar package, a similar variable).",
      '  3. npx biome check --write server/catalog && npx vitest run test/catalog',
      '  4. npm test -- --only unit --update writes docs/catalog.md anew',
    ].join('\n'),
  );
}

function readArguments() {
  const text = [...TEXTS, ...PACKAGES, ...LISTS].map((name) => [name, { type: 'string' }]);
  const many = CASES.map((name) => [name, { type: 'string', multiple: true }]);
  const { values, positionals } = parseArgs({
    options: Object.fromEntries([...text, ...many]),
    allowPositionals: true,
  });
  return {
    values,
    wish: positionals[0],
    cases: CASES.flatMap((name) => (values[name] ?? []).map((one) => [name, one])),
  };
}

function main() {
  const { values, wish, cases } = readArguments();
  const refused = refusal(wish, cases, path.join(root, 'server', 'catalog'));
  if (refused !== undefined) throw new Error(refused);
  create(wish, values, cases);
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
