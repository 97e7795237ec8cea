import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../model/facts';
import type { Project } from '../model/project';
import { decode } from './decode';
import { type FileSystem, reasonOf } from './file-system';
import { readProject } from './read-project';

export const PROJECT_FILE = '.integration-atlas.json';

export const NO_PROJECT: Project = { include: [], exclude: [], ignore: [], document: {}, services: {} };

export interface ProjectFile {
  readonly project: Project;
  readonly problems: readonly Problem[];
}

/** Reads the folder's project file. What is wrong in it is told by line, and the rest of it holds. */
export async function readProjectFile(fs: FileSystem): Promise<ProjectFile> {
  const failed = (message: string): ProjectFile => ({
    project: NO_PROJECT,
    problems: [{ path: PROJECT_FILE, message }],
  });
  try {
    if ((await fs.stat(PROJECT_FILE)) === undefined) return { project: NO_PROJECT, problems: [] };
    const text = decode(await fs.readFile(PROJECT_FILE));
    return text === undefined ? failed('The file is binary, not text.') : parseProjectFile(text);
  } catch (error) {
    return failed(`The file could not be read: ${reasonOf(error)}.`);
  }
}

/** The same from its text. Comments and trailing commas are fine. */
export function parseProjectFile(text: string): ProjectFile {
  const problems: Problem[] = [];
  const tell = (offset: number, message: string): void => {
    problems.push({ path: PROJECT_FILE, line: text.slice(0, offset).split('\n').length - 1, message });
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors) tell(offset, `This is not valid JSON (${printParseErrorCode(error)}).`);
  const project = root === undefined ? NO_PROJECT : readProject(root, tell);
  return { project, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
