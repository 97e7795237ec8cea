import type { Integration } from '../model/integration';
import type { EnvVariable, Snapshot } from '../model/workspace';

export const SCHEMA_VERSION = 1;

/** The published JSON (`schemas/scan.schema.json`): sorted, deterministic, lines from 1. */
export function scanJson(snapshot: Snapshot): unknown {
  return {
    schemaVersion: SCHEMA_VERSION,
    applications: snapshot.applications.map(({ name, path, manifests }) => ({
      name,
      path: path === '' ? '.' : path,
      manifests,
    })),
    integrations: snapshot.integrations.map(integrationJson),
    env: snapshot.env.map(variableJson),
    dynamicReads: snapshot.dynamicReads.map(({ path, line }) => ({ file: path, line: line + 1 })),
    routes: snapshot.routes.map(({ method, path, file, line, framework }) => ({
      method,
      path,
      file,
      line: line + 1,
      kind: framework,
    })),
    notDetected: snapshot.notDetected.map(({ category, title, rules }) => ({ category, title, rules })),
    unrecognised: snapshot.unrecognised.map(({ kind, name, places }) => ({
      kind,
      name,
      places: places.map(({ path, line, scope }) => ({
        file: path,
        line: line + 1,
        ...(scope !== undefined && { scope }),
      })),
    })),
    problems: snapshot.problems.map(({ path, line, message }) => ({
      file: path,
      ...(line !== undefined && { line: line + 1 }),
      message,
    })),
    stats: snapshot.stats,
  };
}

function integrationJson(integration: Integration): unknown {
  return {
    id: integration.id,
    name: integration.name,
    category: integration.category,
    status: integration.status,
    applications: integration.applications,
    packages: integration.packages.map(({ ecosystem, name, version, resolved, path, line }) => ({
      ecosystem,
      name,
      version,
      ...(resolved !== undefined && { resolved }),
      file: path,
      line: line + 1,
    })),
    env: integration.env,
    details: integration.details.map(({ label, text, path, line, scope }) => ({
      label,
      text,
      file: path,
      line: line + 1,
      ...(scope !== undefined && { scope }),
    })),
    evidence: integration.evidence.map(({ kind, path, line, scope }) => ({
      kind,
      file: path,
      line: line + 1,
      ...(scope !== undefined && { scope }),
    })),
  };
}

export function variableJson(variable: EnvVariable): unknown {
  return {
    name: variable.name,
    required: variable.required,
    applications: variable.applications.map(({ name, required }) => ({ name, required })),
    defaults: variable.defaults,
    reads: variable.reads.map(({ path, line, accessor, test }) => ({ file: path, line: line + 1, accessor, test })),
    declarations: variable.declarations.map(({ path, line, commentedOut }) => ({
      file: path,
      line: line + 1,
      commentedOut,
    })),
    integrations: variable.integrations,
  };
}
