import type { Snapshot } from '../../model/workspace';
import type { Code } from '../codes';
import type { Finding } from '../finding';
import { declareIn, templateFor } from './declare';
import { type Fix, fix, insertAt, linesOfText, type ReadText, removeLine } from './fix';

type Together = (snapshot: Snapshot, findings: readonly [Finding, ...Finding[]], read: ReadText) => Promise<Fix>;

const TOGETHER: Readonly<Partial<Record<Code, Together>>> = {
  'env-unused': commentOut,
  'env-duplicate-key': removeReplaced,
  'env-undeclared': declareAll,
  'env-required-undeclared': declareAll,
};

/** One change for all findings of a code in a file, where that is meant to be done at once. */
export async function fixAllOf(
  snapshot: Snapshot,
  findings: readonly Finding[],
  read: ReadText,
): Promise<Fix | undefined> {
  const [first, ...others] = findings;
  if (first === undefined || others.length === 0) return undefined;
  return TOGETHER[first.code]?.(snapshot, [first, ...others], read);
}

async function commentOut(_snapshot: Snapshot, findings: readonly [Finding, ...Finding[]]): Promise<Fix> {
  const [first] = findings;
  const edits = findings.map(({ range }) => insertAt(range.line, 0, '# '));
  return fix(first, `Comment out all ${findings.length} unused variables of this file`, [{ path: first.path, edits }]);
}

async function removeReplaced(
  _snapshot: Snapshot,
  findings: readonly [Finding, ...Finding[]],
  read: ReadText,
): Promise<Fix> {
  const [first] = findings;
  const lines = linesOfText((await read(first.path)) ?? '');
  const early = new Set(findings.flatMap(({ related }) => related.map(({ range }) => range.line)));
  const last = new Set(new Map(findings.map(({ variable, range }) => [variable, range.line])).values());
  for (const { range } of findings) if (!last.has(range.line)) early.add(range.line);
  const edits = [...early].sort((a, b) => a - b).map((line) => removeLine(lines, line));
  return fix(first, 'Remove all lines of this file that later ones replace', [{ path: first.path, edits }]);
}

async function declareAll(
  snapshot: Snapshot,
  findings: readonly [Finding, ...Finding[]],
  read: ReadText,
): Promise<Fix> {
  const [first] = findings;
  const target = templateFor(snapshot, first.path, first.application);
  const names = [...new Set(findings.map(({ variable }) => variable))];
  const change = await declareIn(snapshot, names, target, read);
  return fix(first, `Declare all ${findings.length} variables of this kind in ${target}`, [change]);
}
