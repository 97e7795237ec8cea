import { createHash } from 'node:crypto';
import { ALL_CODES, CODES, type Severity } from '../checks/codes';
import type { Finding } from '../checks/finding';
import type { Range } from '../model/text';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, as code scanning services take it: paths relative to the folder, the same input the same bytes. */
export function envSarif(findings: readonly Finding[], version: string): unknown {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Integration Atlas', version, rules: ALL_CODES.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { FOLDER: { description: { text: 'The folder that was read.' } } },
        results: findings.map((finding, at) => resultOf(finding, ordinalOf(findings, at))),
      },
    ],
  };
}

function ruleOf(code: (typeof ALL_CODES)[number]): unknown {
  const { summary, severity } = CODES[code];
  return {
    id: code,
    shortDescription: { text: summary },
    help: { text: `${summary}. docs/diagnostics.md of Integration Atlas tells more.` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** How many findings of the same kind about the same variable the file has before this one. */
function ordinalOf(findings: readonly Finding[], at: number): number {
  const own = findings[at];
  let before = 0;
  for (let other = at - 1; other >= 0 && findings[other]?.path === own?.path; other -= 1) {
    if (findings[other]?.code === own?.code && findings[other]?.variable === own?.variable) before += 1;
  }
  return before;
}

function resultOf({ code, severity, message, path, range, related, variable }: Finding, ordinal: number): unknown {
  return {
    ruleId: code,
    ruleIndex: ALL_CODES.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(path, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...locationOf(place.path, place.range),
        message: { text: place.message },
      })),
    }),
    // Lines move; what a finding is about does not.
    partialFingerprints: {
      'variable/v1': `${createHash('sha256').update(`${code}\n${path}\n${variable}`).digest('hex').slice(0, 32)}:${ordinal + 1}`,
    },
  };
}

function locationOf(path: string, { line, column, endLine, endColumn }: Range) {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'FOLDER' },
      region: { startLine: line + 1, startColumn: column + 1, endLine: endLine + 1, endColumn: endColumn + 1 },
    },
  };
}
