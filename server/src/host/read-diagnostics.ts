import type { Node } from 'jsonc-parser';
import type { ProjectDiagnostics } from '../model/project';
import { type FieldReader, isType, oneOf, readFields, type Tell, text } from './json-fields';

const SEVERITY = oneOf('error', 'warning', 'information', 'hint', 'off');
const SUPPRESS_FIELDS: Readonly<Record<string, FieldReader>> = { code: text, env: text, path: text, reason: text };
const FIELDS: Readonly<Record<string, FieldReader>> = { severity: severities, suppress: suppressed };

/** `diagnostics` of the project file. */
export function readDiagnostics(value: Node, tell: Tell): ProjectDiagnostics {
  return readFields(value, 'diagnostics.', FIELDS, tell) as ProjectDiagnostics;
}

function severities(value: Node, tell: Tell): Readonly<Record<string, string>> | undefined {
  if (!isType(value, 'object', tell)) return undefined;
  const found: Record<string, string> = {};
  for (const property of value.children ?? []) {
    const [key, given] = property.children ?? [];
    const severity = given === undefined ? undefined : SEVERITY(given, tell);
    if (key !== undefined && typeof severity === 'string') found[String(key.value)] = severity;
  }
  return found;
}

function suppressed(value: Node, tell: Tell): ProjectDiagnostics['suppress'] {
  if (!isType(value, 'array', tell)) return undefined;
  return (value.children ?? []).flatMap((item) => {
    const { code, env, path } = readFields(item, 'diagnostics.suppress[].', SUPPRESS_FIELDS, tell) as {
      readonly [K in 'code' | 'env' | 'path']?: string;
    };
    if (code === undefined && env === undefined && path === undefined) {
      if (item.type === 'object') tell(item.offset, 'Say what is silenced: a "code", an "env" or a "path".');
      return [];
    }
    return [
      { ...(code !== undefined && { code }), ...(env !== undefined && { env }), ...(path !== undefined && { path }) },
    ];
  });
}
