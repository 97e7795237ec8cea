import { baseName, folderOf } from '../../index/paths';
import type { EnvVariable, Snapshot } from '../../model/workspace';
import { isTemplate } from '../context';
import type { Finding } from '../finding';
import { declareIn, templateFor } from './declare';
import {
  columnsOf,
  type Edit,
  type FileChange,
  type Fix,
  insertAt,
  lineEnd,
  linesOfText,
  type ReadText,
  removeLine,
} from './fix';
import { suppressions } from './suppress';

/** What can be done about a finding, the best first; ways to silence it last. */
export async function fixesOf(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const fixes = await FIXES[finding.code](snapshot, finding, read);
  return [...fixes, ...(await suppressions(finding, read))];
}

/** One change for all findings of a code in a file, where that is meant to be done at once. */
export async function fixAllOf(
  snapshot: Snapshot,
  findings: readonly Finding[],
  read: ReadText,
): Promise<Fix | undefined> {
  const [first] = findings;
  if (first === undefined || findings.length < 2) return undefined;
  const { code, path } = first;
  const lines = linesOfText((await read(path)) ?? '');
  if (code === 'env-unused') {
    const edits = findings.map(({ range }) => insertAt(range.line, 0, '# '));
    return fix(first, `Comment out all ${findings.length} unused variables of this file`, [{ path, edits }]);
  }
  if (code === 'env-duplicate-key') {
    const early = new Set(findings.flatMap(({ related }) => related.map(({ range }) => range.line)));
    const last = new Set(lastOfEach(findings));
    for (const { range } of findings) if (!last.has(range.line)) early.add(range.line);
    const edits = [...early].sort((a, b) => a - b).map((line) => removeLine(lines, line));
    return fix(first, 'Remove all lines of this file that later ones replace', [{ path, edits }]);
  }
  if (code === 'env-undeclared' || code === 'env-required-undeclared') {
    const target = templateFor(snapshot, path, first.application);
    const change = await declareIn(snapshot, [...new Set(findings.map(({ variable }) => variable))], target, read);
    return fix(first, `Declare all ${findings.length} variables of this kind in ${target}`, [change]);
  }
  return undefined;
}

function lastOfEach(findings: readonly Finding[]): readonly number[] {
  return [...new Map(findings.map(({ variable, range }) => [variable, range.line])).values()];
}

type Fixer = (snapshot: Snapshot, finding: Finding, read: ReadText) => Promise<readonly Fix[]>;

const FIXES: Readonly<Record<Finding['code'], Fixer>> = {
  'env-required-undeclared': declare,
  'env-undeclared': declare,
  'env-near-miss': rename,
  'env-unused': removeUnused,
  'env-conflicting-defaults': alignDefault,
  'env-duplicate-key': removeDuplicate,
  'env-secret-value': emptySecret,
  'env-public-secret': withoutPrefix,
  'env-out-of-step': bringIntoStep,
};

async function declare(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const target = templateFor(snapshot, finding.path, finding.application);
  const change = await declareIn(snapshot, [finding.variable], target, read);
  const title =
    change.create === true ? `Create ${target} with ${finding.variable}` : `Add ${finding.variable} to ${target}`;
  return [fix(finding, title, [change], true)];
}

async function rename(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { variable, meant = variable } = finding;
  const found = snapshot.env.find(({ name }) => name === variable);
  const everywhere = found === undefined ? [] : await renamed(found, meant, read);
  const here = everywhere
    .filter(({ path }) => path === finding.path)
    .map((change) => ({
      ...change,
      edits: change.edits.filter(
        ({ range }) => range.line >= finding.range.line && range.line <= finding.range.endLine,
      ),
    }))
    .filter(({ edits }) => edits.length > 0);
  const count = everywhere.reduce((sum, { edits }) => sum + edits.length, 0);
  return [
    ...(here.length > 0 ? [fix(finding, `Change to ${meant}`, here, true)] : []),
    ...(count > 1 ? [fix(finding, `Change all ${count} places to ${meant}`, everywhere)] : []),
    ...(await declare(snapshot, finding, read)).map((one) => ({ ...one, preferred: false })),
  ];
}

/** The places of a variable under another name: each once, and none that cannot be found again in its line. */
async function renamed(variable: EnvVariable, name: string, read: ReadText): Promise<readonly FileChange[]> {
  const byFile = new Map<string, Map<string, Edit>>();
  for (const place of [...variable.reads, ...variable.declarations]) {
    const lines = linesOfText((await read(place.path)) ?? '');
    const edits = byFile.get(place.path) ?? new Map<string, Edit>();
    const endLine = 'endLine' in place && place.endLine !== undefined ? place.endLine : place.line;
    for (let line = place.line; line <= endLine; line += 1) {
      const from = line === place.line ? place.column : 0;
      const to = line === endLine ? place.endColumn : Number.POSITIVE_INFINITY;
      for (const column of columnsOf(lines[line] ?? '', variable.name)) {
        if (column < from || column + variable.name.length > to) continue;
        const range = { line, column, endLine: line, endColumn: column + variable.name.length };
        edits.set(`${line} ${column}`, { range, text: name });
      }
    }
    byFile.set(place.path, edits);
  }
  return [...byFile]
    .filter(([, edits]) => edits.size > 0)
    .map(([path, edits]) => ({ path, edits: [...edits.values()] }));
}

async function removeUnused(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, variable } = finding;
  const lines = linesOfText((await read(path)) ?? '');
  if (!isOneLine(lines[range.line])) return [];
  return [
    fix(finding, `Remove ${variable}`, [{ path, edits: [removeLine(lines, range.line)] }], true),
    fix(finding, `Comment ${variable} out`, [{ path, edits: [insertAt(range.line, 0, '# ')] }]),
  ];
}

async function removeDuplicate(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, related } = finding;
  const lines = linesOfText((await read(path)) ?? '');
  const before = related[0]?.range.line;
  const fixes: Fix[] = [];
  if (before !== undefined && isOneLine(lines[before])) {
    fixes.push(
      fix(
        finding,
        `Remove line ${before + 1}, which this one replaces`,
        [{ path, edits: [removeLine(lines, before)] }],
        true,
      ),
    );
  }
  if (isOneLine(lines[range.line])) {
    fixes.push(fix(finding, 'Remove this line', [{ path, edits: [removeLine(lines, range.line)] }]));
  }
  return fixes;
}

/** A quoted value may go on below; such a line is left to the user. */
function isOneLine(line: string | undefined): boolean {
  const value = line === undefined ? '' : line.slice(line.indexOf('=') + 1).trim();
  const quote = /^["'`]/.exec(value)?.[0];
  return line !== undefined && (quote === undefined || value.indexOf(quote, 1) > 0);
}

async function emptySecret(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, variable } = finding;
  const line = linesOfText((await read(path)) ?? '')[range.line] ?? '';
  const value = valueIn(line, range.endColumn);
  const fixes: Fix[] = [];
  if (value !== undefined && isOneLine(line)) {
    const at = { line: range.line, column: value.start, endLine: range.line, endColumn: value.end };
    const isDotenv = line[range.endColumn] === '=';
    const change = (text: string) => [{ path, edits: [{ range: at, text }] }];
    if (isDotenv) fixes.push(fix(finding, `Empty the value of ${variable}`, change(''), isTemplate(path)));
    fixes.push(fix(finding, 'Put a placeholder in its place', change('replace-me'), !isDotenv));
  }
  if (/^\.env(?:\.|$)/.test(baseName(path)) && !isTemplate(path)) fixes.push(await ignore(finding, read));
  return fixes;
}

/** What stands behind `NAME=` or `NAME:`, without quotes and the comment at the end. */
function valueIn(line: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const sign = /^["']?\s*[=:]\s*/.exec(line.slice(from));
  if (sign === null) return undefined;
  const start = from + sign[0].length;
  const rest = line.slice(start);
  const quoted = /^(["'])(?:\\.|(?!\1).)*\1/.exec(rest);
  if (quoted !== null) return { start: start + 1, end: start + quoted[0].length - 1 };
  const bare = rest.replace(/\s+#.*$/, '').trimEnd();
  return bare === '' ? undefined : { start, end: start + bare.length };
}

async function ignore(finding: Finding, read: ReadText): Promise<Fix> {
  const folder = folderOf(finding.path);
  const path = '.gitignore';
  const text = await read(path);
  const lines = linesOfText(text ?? '');
  const end = lineEnd(text ?? '');
  const last = lines.length - 1;
  const column = lines[last]?.length ?? 0;
  const pattern = folder === '' ? `/${finding.path}` : `/${finding.path}`;
  const edits = [insertAt(last, column, `${column === 0 ? '' : end}${pattern}${end}`)];
  return fix(
    finding,
    `Let git ignore ${finding.path}`,
    [{ path, ...(text === undefined && { create: true }), edits }],
    true,
  );
}

async function withoutPrefix(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const variable = snapshot.env.find(({ name }) => name === finding.variable);
  if (variable?.publicPrefix === undefined) return [];
  const name = variable.name.slice(variable.publicPrefix.length);
  if (snapshot.env.some((other) => other.name === name)) return [];
  return [fix(finding, `Rename to ${name} everywhere`, await renamed(variable, name, read))];
}

/** The default is looked for in its line: only where it stands there once can it be told apart. */
async function alignDefault(_snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  const { path, range, other, message, related } = finding;
  const own = / has the default (.*) here and /.exec(message)?.[1];
  if (own === undefined || other === undefined) return [];
  const lines = linesOfText((await read(path)) ?? '');
  for (let line = range.line; line <= range.endLine + 1; line += 1) {
    const text = lines[line] ?? '';
    const from = line === range.line ? range.column : 0;
    const column = text.indexOf(own, from);
    if (column < 0 || text.indexOf(own, column + 1) >= 0) continue;
    const edits = [{ range: { line, column, endLine: line, endColumn: column + own.length }, text: other }];
    const place = related[0] === undefined ? '' : ` as in ${related[0].path}`;
    return [fix(finding, `Use the default ${other}${place}`, [{ path, edits }])];
  }
  return [];
}

async function bringIntoStep(snapshot: Snapshot, finding: Finding, read: ReadText): Promise<readonly Fix[]> {
  if (finding.lacking === undefined) return [];
  const change = await declareIn(snapshot, [finding.variable], finding.lacking, read);
  return [fix(finding, `Add ${finding.variable} to ${finding.lacking}`, [change], true)];
}

function fix({ code }: Finding, title: string, changes: readonly FileChange[], preferred = false): Fix {
  return { title, code, preferred, changes };
}
