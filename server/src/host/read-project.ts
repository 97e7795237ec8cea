import { getNodeValue, type Node } from 'jsonc-parser';
import type { DocumentSettings, IgnoredFinding, Project } from '../model/project';
import { readPatterns } from './patterns';

/** Says what is wrong at an offset of the file. */
type Tell = (offset: number, message: string) => void;
type FieldReader = (value: Node, tell: Tell) => unknown;

/** The project from the file's syntax tree: every field for itself, so that a mistake in one costs no other. */
export function readProject(root: Node, tell: Tell): Project {
  const fields = readFields(root, '', PROJECT_FIELDS, tell);
  return {
    include: (fields['include'] ?? []) as readonly string[],
    exclude: (fields['exclude'] ?? []) as readonly string[],
    ignore: (fields['ignore'] ?? []) as readonly IgnoredFinding[],
    document: (fields['document'] ?? {}) as DocumentSettings,
    services: (fields['services'] ?? {}) as Readonly<Record<string, unknown>>,
  };
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
  services: (value, tell) => (isType(value, 'object', tell) ? getNodeValue(value) : undefined),
};

function readFields(
  node: Node,
  prefix: string,
  readers: Readonly<Record<string, FieldReader>>,
  tell: Tell,
): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  if (!isType(node, 'object', tell)) return fields;
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (read === undefined) {
      tell(key.offset, `There is no field "${prefix}${name}"; known are ${Object.keys(readers).join(', ')}.`);
      continue;
    }
    const result = read(value, tell);
    if (result !== undefined) fields[name] = result;
  }
  return fields;
}

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

function strings(value: Node, tell: Tell): readonly string[] | undefined {
  if (!isType(value, 'array', tell)) return undefined;
  return (value.children ?? []).filter((item) => isType(item, 'string', tell)).map((item) => String(item.value));
}

function text(value: Node, tell: Tell): string | undefined {
  return isType(value, 'string', tell) ? String(value.value) : undefined;
}

/** A place inside the folder: nothing that a project file says may write elsewhere. */
function relativePath(value: Node, tell: Tell): string | undefined {
  const path = text(value, tell);
  if (path === undefined) return undefined;
  const isInside = path !== '' && !/^[\\/]|^[a-z]:|\\/i.test(path) && !path.split('/').includes('..');
  if (!isInside) tell(value.offset, 'The path must be relative, with "/", and stay inside the folder.');
  return isInside ? path : undefined;
}

function oneOf(...options: readonly string[]): FieldReader {
  return (value, tell) => {
    const option = text(value, tell);
    if (option === undefined || options.includes(option)) return option;
    tell(value.offset, `"${option}" is not known here; it can be ${options.join(', ')}.`);
    return undefined;
  };
}

function isType(node: Node, type: 'object' | 'array' | 'string', tell: Tell): boolean {
  if (node.type === type) return true;
  const wanted = type === 'string' ? 'a text' : type === 'array' ? 'a list' : 'an object';
  tell(node.offset, `This must be ${wanted}, not ${node.type}.`);
  return false;
}
