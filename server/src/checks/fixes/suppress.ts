import { applyEdits, modify } from 'jsonc-parser';
import { baseName } from '../../index/paths';
import type { Finding } from '../finding';
import { type Fix, insertAt, lineEnd, linesOfText, type ReadText } from './fix';

const PROJECT_FILE = '.integration-atlas.json';
const SLASHES = /\.(?:[cm]?[jt]sx?|jsonc|vue|svelte|astro|prisma|groovy)$/;
const HASHES = /\.(?:pyi?|exs?|ya?ml|toml|sh|bash|zsh|conf|tf|cfg|env)$/;

/** The ways to say that a finding is fine: for this line, this file, or wherever it comes up in this workspace. */
export async function suppressions(finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { code, path, range, variable } = finding;
  const text = await read(path);
  const sign = signOf(path);
  const fixes: Fix[] = [];
  if (text !== undefined && sign !== undefined) {
    const lines = linesOfText(text);
    const end = lineEnd(text);
    const line = lines[range.line] ?? '';
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const comment = (reach: string): string => `${sign} integration-atlas-disable-${reach} ${code}${end}`;
    // Within markup a comment of the script would be text.
    if (!/^\s*[<{]/.test(line)) {
      const edits = [insertAt(range.line, 0, indent + comment('next-line'))];
      fixes.push({ title: `Silence ${code} for this line`, code, preferred: false, changes: [{ path, edits }] });
    }
    if (!/\.(?:vue|svelte|astro)$/.test(path)) {
      const top = lines[0]?.startsWith('#!') === true ? 1 : 0;
      const edits = [insertAt(top, 0, comment('file'))];
      fixes.push({ title: `Silence ${code} for this file`, code, preferred: false, changes: [{ path, edits }] });
    }
  }
  fixes.push({
    title: `Silence ${code} for ${variable} in this workspace`,
    code,
    preferred: false,
    changes: [await inProject(finding, read)],
  });
  return fixes;
}

async function inProject({ code, variable }: Finding, read: ReadText): Promise<Fix['changes'][number]> {
  const text = await read(PROJECT_FILE);
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const entry = { code, env: variable };
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: lineEnd(before) } };
  const after = applyEdits(
    before,
    modify(before, ['diagnostics', 'suppress', -1], entry, { ...options, isArrayInsertion: true }),
  );
  const lines = linesOfText(text ?? '');
  const last = lines.length - 1;
  const range = { line: 0, column: 0, endLine: last, endColumn: lines[last]?.length ?? 0 };
  return { path: PROJECT_FILE, ...(text === undefined && { create: true }), edits: [{ range, text: after }] };
}

/** How a comment starts; undefined where the format has none. */
function signOf(path: string): string | undefined {
  const name = baseName(path);
  if (SLASHES.test(name)) return '//';
  if (HASHES.test(name) || /^\.env|^(?:Dockerfile|Containerfile|Makefile|Procfile)|env$|^\.dev\.vars/.test(name))
    return '#';
  return undefined;
}
