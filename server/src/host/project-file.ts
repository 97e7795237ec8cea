import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { catalogOf } from '../catalog/catalog';
import { checkOwn } from '../catalog/check-own';
import type { OwnService } from '../catalog/own-service';
import type { CatalogData } from '../catalog/service';
import type { Problem } from '../model/facts';
import type { Project } from '../model/project';
import { decode } from './decode';
import { type FileSystem, reasonOf } from './file-system';
import { readProject } from './read-project';
import { readServices } from './read-services';

export const PROJECT_FILE = '.integration-atlas.json';

export const NO_PROJECT: Project = { include: [], exclude: [], ignore: [], document: {} };

export interface ProjectFile {
  readonly project: Project;
  /** Services of the project's own, in the order in which they stand. */
  readonly services: readonly OwnService[];
  readonly problems: readonly Problem[];
}

const NOTHING: ProjectFile = { project: NO_PROJECT, services: [], problems: [] };

/** Reads the folder's project file. What is wrong in it is told by line, and the rest of it holds. */
export async function readProjectFile(fs: FileSystem, catalog: CatalogData): Promise<ProjectFile> {
  const failed = (message: string): ProjectFile => ({ ...NOTHING, problems: [{ path: PROJECT_FILE, message }] });
  try {
    const stat = await fs.stat(PROJECT_FILE);
    if (stat === undefined) return NOTHING;
    if (stat.size > LARGEST) return failed('The file is left out: it has more than 1 MB.');
    const text = decode(await fs.readFile(PROJECT_FILE));
    return text === undefined ? failed('The file is binary, not text.') : parseProjectFile(text, catalog);
  } catch (error) {
    return failed(`The file could not be read: ${reasonOf(error)}.`);
  }
}

const LARGEST = 1024 * 1024;

/** The same from its text. Comments and trailing commas are fine. */
export function parseProjectFile(text: string, catalog: CatalogData): ProjectFile {
  const problems: Problem[] = [];
  const tell = (offset: number, message: string): void => {
    const before = text.slice(0, offset);
    const line = before.split('\n').length - 1;
    problems.push({ path: PROJECT_FILE, line, column: offset - (before.lastIndexOf('\n') + 1), message });
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors) tell(offset, `This is not valid JSON (${printParseErrorCode(error)}).`);
  if (root === undefined) return { ...NOTHING, problems };
  const { project, services } = readProject(root, tell);
  const checked = checkOwn(catalogOf(catalog), services);
  for (const { offset, message } of checked.problems) tell(offset, message);
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { project, services: checked.services, problems };
}

/** The services of a setting, which has no lines: what is wrong is told by name. */
export function servicesOfSetting(value: unknown, catalog: CatalogData): Omit<ProjectFile, 'project'> {
  const problems: Problem[] = [];
  const tell = (_: number, message: string): void => {
    problems.push({ path: '', message: `The setting integrationAtlas.services: ${message}` });
  };
  const root = parseTree(JSON.stringify(value ?? {}) ?? '{}');
  const checked = checkOwn(catalogOf(catalog), (root && readServices(root, tell)) ?? []);
  for (const { offset, message } of checked.problems) tell(offset, message);
  return { services: checked.services, problems };
}
