import type { Node } from 'jsonc-parser';
import type { OwnService } from '../catalog/own-service';
import type { DocumentSettings, IgnoredFinding, Project, ProjectDiagnostics } from '../model/project';
import { type FieldReader, isType, oneOf, readFields, strings, type Tell, text } from './json-fields';
import { readPatterns } from './patterns';
import { readDiagnostics } from './read-diagnostics';
import { readServices } from './read-services';

export interface ReadProject {
  readonly project: Project;
  readonly services: readonly OwnService[];
}

/** The project from the file's syntax tree: every field for itself, so that a mistake in one costs no other. */
export function readProject(root: Node, tell: Tell): ReadProject {
  const fields = readFields(root, '', PROJECT_FIELDS, tell);
  const project = {
    include: (fields['include'] ?? []) as readonly string[],
    exclude: (fields['exclude'] ?? []) as readonly string[],
    ignore: (fields['ignore'] ?? []) as readonly IgnoredFinding[],
    document: (fields['document'] ?? {}) as DocumentSettings,
    ...(fields['diagnostics'] !== undefined && { diagnostics: fields['diagnostics'] as ProjectDiagnostics }),
  };
  return { project, services: (fields['services'] ?? []) as readonly OwnService[] };
}

const DOCUMENT_FIELDS: Readonly<Record<string, FieldReader>> = {
  path: relativePath,
  sections: strings,
  links: oneOf('relative', 'github', 'plain'),
  length: oneOf('full', 'normal', 'compact'),
};

const IGNORE_FIELDS: Readonly<Record<string, FieldReader>> = { integration: text, env: text, reason: text };

const PROJECT_FIELDS: Readonly<Record<string, FieldReader>> = {
  $schema: text,
  include: patterns,
  exclude: patterns,
  ignore: ignoredFindings,
  document: (value, tell) => readFields(value, 'document.', DOCUMENT_FIELDS, tell),
  diagnostics: readDiagnostics,
  services: readServices,
};

function ignoredFindings(value: Node, tell: Tell): readonly IgnoredFinding[] | undefined {
  if (!isType(value, 'array', tell)) return undefined;
  const findings: IgnoredFinding[] = [];
  for (const item of value.children ?? []) {
    const finding = readFields(item, 'ignore[].', IGNORE_FIELDS, tell) as Partial<IgnoredFinding>;
    if (item.type !== 'object') continue;
    const { reason } = finding;
    if ((finding.integration === undefined) === (finding.env === undefined)) {
      tell(item.offset, 'Name either an "integration" or an "env" to ignore.');
    } else if (reason === undefined || reason.trim() === '') {
      tell(item.offset, 'Say why this is ignored: "reason" is missing.');
    } else {
      findings.push({ ...finding, reason });
    }
  }
  return findings;
}

function patterns(value: Node, tell: Tell): readonly string[] | undefined {
  const lines = strings(value, tell);
  const refused = lines && readPatterns(lines).refused;
  for (const { pattern } of refused ?? []) tell(value.offset, `"${pattern}" has too many wildcards; it is left out.`);
  return lines;
}

/** A place inside the folder: nothing that a project file says may write elsewhere. */
function relativePath(value: Node, tell: Tell): string | undefined {
  const path = text(value, tell);
  if (path === undefined) return undefined;
  const isInside = path !== '' && !/^[\\/]|^[a-z]:|\\/i.test(path) && !path.split('/').includes('..');
  if (!isInside) tell(value.offset, 'The path must be relative, with "/", and stay inside the folder.');
  return isInside ? path : undefined;
}
