import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderDocument } from '../server/src/views/document/render-document';
import { snapshotOf } from './support/snapshot';

/** A change in one file shows in just the lines of the document that it is about. */
type Files = Readonly<Record<string, string>>;

/** What the reader of code takes; configuration beside it stays the same on both sides. */
const READ = /\.(py|ts|tsx|js|jsx|ex|exs|prisma)$|(^|\/)(requirements\.txt|package\.json|mix\.exs)$/;

function workspace(name: string): Files {
  const root = join(import.meta.dirname, 'fixtures', name, 'workspace');
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
  return Object.fromEntries(
    paths.filter((path) => READ.test(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

/** The lines that the change takes out of the document and puts into it, links left out: places move with lines. */
async function changed(name: string, path: string, change: (text: string) => string): Promise<readonly string[]> {
  const files = workspace(name);
  const before = files[path] ?? '';
  const after = change(before);
  expect(after).not.toBe(before);
  const [old, now] = await Promise.all(
    [files, { ...files, [path]: after }].map(async (given) =>
      renderDocument(await snapshotOf(given), { date: '2026-01-30' })
        .replace(/ ?\(?\[[^\]]*\]\([^)]*\)\)?/g, '')
        .split('\n'),
    ),
  );
  const without = (lines: readonly string[] = [], others: readonly string[] = []): readonly string[] =>
    lines.filter((line) => line !== '' && !others.includes(line));
  return [...without(old, now).map((line) => `-${line.trim()}`), ...without(now, old).map((line) => `+${line.trim()}`)];
}

describe('a change that is planted', () => {
  test('a default: the variable’s line, and what is built from it', async () => {
    const lines = await changed('fastapi-react', 'backend/larder/settings.py', (text) =>
      text.replace('"PAGE_MAX_RETRIES", "3"', '"PAGE_MAX_RETRIES", "7"'),
    );
    expect(lines).toEqual(['-- `PAGE_MAX_RETRIES` (default: `3`)', '+- `PAGE_MAX_RETRIES` (default: `7`)']);
  });

  test('a model: the provider’s line and the variable’s', async () => {
    const lines = await changed('fastapi-react', 'backend/larder/llm/writers.py', (text) =>
      text.replace('"ANTHROPIC_MODEL", "claude-3-opus-20240229"', '"ANTHROPIC_MODEL", "claude-4-opus"'),
    );
    expect(lines.length).toBe(4);
    expect(lines.every((line) => line.includes('ANTHROPIC_MODEL'))).toBe(true);
    expect(lines.filter((line) => line.startsWith('+')).every((line) => line.includes('claude-4-opus'))).toBe(true);
  });

  test('a removed SDK: nothing but its own lines and the counts', async () => {
    const lines = await changed('fastapi-react', 'backend/requirements.txt', (text) =>
      text.replace(/^supabase==.*\n/m, ''),
    );
    expect(lines.every((line) => /supabase/i.test(line))).toBe(true);
    expect(lines.some((line) => line.startsWith('-'))).toBe(true);
  });

  test('a second reader with another default: the variable’s line alone', async () => {
    const lines = await changed(
      'fastapi-react',
      'backend/larder/services/season_service.py',
      (text) => `import os\n\nMODE = os.environ.get("API_ENV", "staging")\n${text}`,
    );
    expect(lines.map((line) => line.slice(0, 12))).toEqual(['-- `API_ENV`', '+- `API_ENV`']);
    expect(lines[1]).toContain('`staging`');
  });
});
