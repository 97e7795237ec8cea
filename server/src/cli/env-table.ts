import type { Finding } from '../checks/finding';
import type { Unjudged } from '../checks/unused';
import type { EnvVariable, Snapshot } from '../model/workspace';
import { declarationsGivenTo } from '../views/env-scope';

const HEADINGS = ['NAME', 'APPLICATION', 'NEEDED', 'SERVICE', 'DECLARED', 'READ'] as const;
const WIDEST = 48;

/** One row a variable and application, aligned. */
export function envTable(snapshot: Snapshot): string {
  const rows = rowsOf(snapshot);
  if (rows.length === 0) return 'No environment variables\n';
  const all = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((row) => shortened(row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => shortened(cell).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
}

export function envMarkdown(name: string, snapshot: Snapshot, findings: readonly Finding[]): string {
  const rows = [
    ['Name', 'Application', 'Needed', 'Service', 'Declared', 'Read'],
    HEADINGS.map(() => '---'),
    ...rowsOf(snapshot).map(([variable = '', ...rest]) => [`\`${variable}\``, ...rest.map(escaped)]),
  ];
  const found = findings.map(
    ({ severity, code, message, path, range }) =>
      `- ${severity} \`${code}\` ${escaped(`${path}:${range.line + 1}`)}: ${escaped(message)}`,
  );
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  const section = found.length === 0 ? '' : `\n## Findings\n\n${found.join('\n')}\n`;
  return `# Environment variables of ${escaped(name)}\n\n${table}\n${section}`;
}

/** What is wrong, one line each, the way compilers tell places. */
export function findingLines(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const lines = findings.map(
    ({ path, range, severity, code, message }) =>
      `${path}:${range.line + 1}:${range.column + 1}: ${severity} ${code}: ${message}`,
  );
  return `\n${lines.join('\n')}\n`;
}

/** The files whose unread names may well be read by something else, and by what. */
export function unjudgedLines(unjudged: readonly Unjudged[]): string {
  if (unjudged.length === 0) return '';
  const lines = unjudged.map(
    ({ path, names, reason }) =>
      `${path}: ${names.length} ${names.length === 1 ? 'name is' : 'names are'} read by nothing here; not told as unused: ${reason}.`,
  );
  return `\n${lines.join('\n')}\n`;
}

function rowsOf(snapshot: Snapshot): readonly (readonly string[])[] {
  return snapshot.env.flatMap((variable) =>
    variable.applications.map(({ name, required }) => {
      const own = (place: { readonly application: string }): boolean => place.application === name;
      return [
        variable.name,
        name,
        neededWords(variable, name, required),
        servicesOf(snapshot, variable),
        places(declarationsGivenTo(snapshot, variable, name)),
        places(variable.reads.filter(own)),
      ];
    }),
  );
}

function neededWords(variable: EnvVariable, application: string, required: EnvVariable['required']): string {
  if (required === true) return 'required';
  if (required === 'production') return 'in production';
  const reads = variable.reads.filter((read) => read.application === application);
  if (reads.length === 0) return 'not read';
  if (reads.every(({ test }) => test)) return 'tests only';
  // Defaults were made safe to show where they were read.
  const given = reads.find((read) => read.default !== undefined && !read.test)?.default;
  return given === undefined || given === '' ? 'optional' : `default ${given.replace(/\s+/g, ' ').slice(0, 40)}`;
}

function servicesOf({ integrations }: Snapshot, variable: EnvVariable): string {
  const names = variable.integrations.flatMap((id) => integrations.find((one) => one.id === id)?.name ?? []);
  return names.join(', ') || '-';
}

function places(found: readonly { readonly path: string; readonly line: number }[]): string {
  const [first] = found;
  if (first === undefined) return '-';
  const rest = found.length - 1;
  return `${first.path}:${first.line + 1}${rest > 0 ? ` +${rest}` : ''}`;
}

function shortened(text: string): string {
  return text.length <= WIDEST ? text : `…${text.slice(1 - WIDEST)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}
