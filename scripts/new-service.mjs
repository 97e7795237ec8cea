// Starts a service of the catalog: `npm run new-service -- payments/stripe` writes its file and the rows of its cases.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What is wrong with the wish, or undefined. */
function refusal(wish, dir) {
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
  return owner === undefined
    ? undefined
    : `There is a service "${id}" already: server/catalog/${owner.name}/${id}.json`;
}

function create(category, id) {
  const service = path.join('server', 'catalog', category, `${id}.json`);
  const table = path.join('test', 'catalog', `${category}.tsv`);
  const skeleton = {
    $schema: '../../../schemas/service.schema.json',
    name: id,
    purpose: 'TODO: what it does for the program, one line',
    docs: 'https://TODO',
    packages: { npm: [], pypi: [], hex: [] },
    env: [],
    hosts: [],
    source: 'https://TODO',
  };
  fs.mkdirSync(path.join(root, path.dirname(service)), { recursive: true });
  fs.writeFileSync(path.join(root, service), `${JSON.stringify(skeleton, null, 2)}\n`);
  const header = fs.existsSync(path.join(root, table)) ? '' : 'service\tyes|no\tkind\tinput\n';
  const rows = ['yes\tnpm', 'yes\tenv', 'no\tnpm', 'no\tenv'].map((row) => `${id}\t${row}\tTODO\n`).join('');
  fs.appendFileSync(path.join(root, table), header + rows);
  console.log(
    [
      `Wrote ${service} and four rows of ${table}.`,
      '',
      'Next:',
      `  1. Fill ${service}; your editor completes the fields. Leave out what does not apply.`,
      '     "source" is the page where you checked the names; server/catalog/README.md tells the rest.',
      `  2. Replace the TODO rows of ${table}: at least two inputs that must match, taken from the`,
      "     service's documentation, and two look-alikes that must not (a similar package, a similar variable).",
      '  3. npx vitest run test/catalog',
    ].join('\n'),
  );
}

const wish = process.argv[2];
const refused = refusal(wish, path.join(root, 'server', 'catalog'));
if (refused === undefined) {
  create(...wish.split('/'));
} else {
  console.error(refused);
  process.exitCode = 1;
}
