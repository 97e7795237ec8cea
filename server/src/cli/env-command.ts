import { CODES, isAtLeast, SEVERITIES, type Severity } from '../checks/codes';
import { contextOf } from '../checks/context';
import type { Finding } from '../checks/finding';
import { findingsOf } from '../checks/run-checks';
import { settingsFrom } from '../checks/settings';
import { type Unjudged, unjudgedFiles } from '../checks/unused';
import type { Arguments } from './arguments';
import { envJson } from './env-json';
import { envSarif } from './env-sarif';
import { envMarkdown, envTable, findingLines, unjudgedLines } from './env-table';
import { type CliEnvironment, type ExitCode, UsageError } from './environment';
import { problemLines } from './problem-lines';
import { readFolder } from './read-folder';

const FORMATS = ['table', 'json', 'markdown', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

/** The variables of a folder and what is wrong with them. With `--check`, what is grave enough makes it fail. */
export async function envCommand({ dir, flags, values }: Arguments, environment: CliEnvironment): Promise<ExitCode> {
  const format = formatOf(values.get('format'));
  const least = severityOf(values.get('severity'));
  const { name, project, snapshot } = await readFolder(dir, environment, 'map');
  const all = findingsOf(snapshot, settingsFrom(project.diagnostics));
  const findings = all.filter(({ severity }) => isAtLeast(severity, least));
  // Told with the findings that it stands in for.
  const unjudged = isAtLeast(CODES['env-unused'].severity, least) ? unjudgedFiles(contextOf(snapshot)) : [];
  environment.out(textOf(format, { name, snapshot, findings, unjudged, version: environment.version }));
  if (format === 'table' || format === 'markdown') environment.err(problemLines(snapshot.problems));
  if (!flags.has('check')) return 0;
  if (findings.length > 0) environment.err(`${count(findings)} of severity ${least} or above.\n`);
  return findings.length > 0 ? 1 : 0;
}

interface Told {
  readonly name: string;
  readonly snapshot: Awaited<ReturnType<typeof readFolder>>['snapshot'];
  readonly findings: readonly Finding[];
  readonly unjudged: readonly Unjudged[];
  readonly version: string;
}

function textOf(format: Format, { name, snapshot, findings, unjudged, version }: Told): string {
  if (format === 'json') return `${JSON.stringify(envJson(snapshot, findings, unjudged), undefined, 2)}\n`;
  if (format === 'sarif') return `${JSON.stringify(envSarif(findings, version), undefined, 2)}\n`;
  if (format === 'markdown') return envMarkdown(name, snapshot, findings);
  return `${envTable(snapshot)}${findingLines(findings)}${unjudgedLines(unjudged)}`;
}

function formatOf(given: string | undefined): Format {
  const format = FORMATS.find((one) => one === (given ?? 'table'));
  if (format === undefined) throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not "${given}".`);
  return format;
}

function severityOf(given: string | undefined): Severity {
  const severity = SEVERITIES.find((one) => one === (given ?? 'warning'));
  if (severity === undefined) throw new UsageError(`--severity is one of ${SEVERITIES.join(', ')}, not "${given}".`);
  return severity;
}

function count({ length }: readonly Finding[]): string {
  return `${length} finding${length === 1 ? '' : 's'}`;
}
