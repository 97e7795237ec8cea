import type { Finding } from '../checks/finding';
import type { Unjudged } from '../checks/unused';
import type { Snapshot } from '../model/workspace';
import { variableJson } from '../views/scan-json';

/** The published JSON (`schemas/env.schema.json`): sorted, deterministic, lines and columns from 1. */
export function envJson(snapshot: Snapshot, findings: readonly Finding[], unjudged: readonly Unjudged[]): unknown {
  return {
    schemaVersion: 1,
    env: snapshot.env.map(variableJson),
    findings: findings.map(({ code, severity, message, variable, application, path, range, related }) => ({
      code,
      severity,
      message,
      variable,
      application,
      file: path,
      line: range.line + 1,
      column: range.column + 1,
      related: related.map((place) => ({
        file: place.path,
        line: place.range.line + 1,
        message: place.message,
      })),
    })),
    unjudged: unjudged.map(({ path, names, reason }) => ({ code: 'env-unused', file: path, names, reason })),
  };
}
