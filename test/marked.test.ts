import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from './support/extract';
import { differences, readMarks } from './support/marks';
import { snapshotOf } from './support/snapshot';

const ROOT = join(import.meta.dirname, 'marked');

/** Paths below a folder with `/`, sorted. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

const paths = filesIn(ROOT);
const marked = new Map(paths.map((path) => [path, readMarks(readFileSync(join(ROOT, path), 'utf8'))]));
const single = paths.filter((path) => !path.startsWith('workspaces/'));
const workspaces = [
  ...new Set(paths.filter((path) => path.startsWith('workspaces/')).map((path) => path.split('/')[1])),
];

describe('marked files', () => {
  it.each(single)('%s', async (path) => {
    const file = marked.get(path) ?? readMarks('');
    const { facts, problems } = await extract(path, file.text);
    expect(problems).toEqual([]);
    expect(differences(`test/marked/${path}`, file, facts).join('\n')).toBe('');
  });
});

describe('marked workspaces', () => {
  it.each(workspaces)('%s', async (name) => {
    const folder = `workspaces/${name}/`;
    const members = paths.filter((path) => path.startsWith(folder));
    const texts = members.map((path) => [path.slice(folder.length), marked.get(path)?.text ?? ''] as const);
    const snapshot = await snapshotOf(Object.fromEntries(texts));
    const differing = members.flatMap((path) => {
      const facts = snapshot.files.find((file) => file.path === path.slice(folder.length))?.facts ?? [];
      return differences(`test/marked/${path}`, marked.get(path) ?? readMarks(''), facts);
    });
    expect(differing.join('\n')).toBe('');
  });
});

describe('the corpus', () => {
  const all = [...marked.values()];
  const count = (of: (file: (typeof all)[number]) => number): number => all.reduce((sum, file) => sum + of(file), 0);

  it('has a mark or a negative in every file of its own', () => {
    const empty = single.filter((path) => {
      const file = marked.get(path);
      return file === undefined || file.marks.length + file.negatives.length === 0;
    });
    expect(empty).toEqual([]);
  });

  it('is large enough to mean something', () => {
    const forms = new Set(all.flatMap((file) => file.forms));
    const reads = count((file) => file.marks.filter(({ says }) => !says.includes(' declared')).length);
    console.log(
      `${count((file) => file.marks.length)} marks, ${reads} of reads; ${forms.size} forms; ${count((file) => file.negatives.length)} negatives`,
    );
    expect(reads).toBeGreaterThanOrEqual(250);
    expect(forms.size).toBeGreaterThanOrEqual(80);
    expect(count((file) => file.negatives.length)).toBeGreaterThanOrEqual(125);
  });
});

describe('marks', () => {
  it('tell what is missing and what is too much', async () => {
    const file = readMarks('import os\nA = os.environ["A_KEY"]\n#               ^^^^^ env B_KEY required\n');
    const { facts } = await extract('a.py', file.text);
    expect(differences('a.py', file, facts)).toEqual([
      'a.py:2:17: marked, not found: env B_KEY required   [A_KEY]',
      'a.py:2:17: found, not marked: env A_KEY required   [A_KEY]',
    ]);
  });
});
