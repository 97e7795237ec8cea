import { PROJECT_FILE } from '../host/project-file';
import type { DocumentSettings } from '../model/project';
import { SECTIONS, sectionsProblem } from '../views/document/sections';
import { UsageError } from './environment';
import { nearest } from './nearest';

const LINKS = ['relative', 'github', 'plain'] as const;
const LENGTHS = ['full', 'normal', 'compact'] as const;

/** What the options ask for, before anything is read. */
export function settingsOf(values: ReadonlyMap<string, string>): DocumentSettings {
  const links = oneOf('links', values.get('links'), LINKS);
  const length = oneOf('length', values.get('length'), LENGTHS);
  const sections = values
    .get('sections')
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  checkSections('--sections', sections);
  return { ...(links && { links }), ...(length && { length }), ...(sections && { sections }) };
}

/** The project file's settings, and above them those of the options. */
export function withProject(settings: DocumentSettings, project: DocumentSettings): DocumentSettings {
  if (settings.sections === undefined) checkSections(`${PROJECT_FILE}, document.sections`, project.sections);
  return { ...project, ...settings };
}

function checkSections(where: string, sections: readonly string[] | undefined): void {
  const problem = sectionsProblem(sections);
  if (problem === undefined) return;
  const headings = SECTIONS.map(({ heading }) => heading);
  const meant = sections
    ?.filter((name) => sectionsProblem([name]) !== undefined)
    .flatMap((name) => headings.find((heading) => nearest(name, [heading.toLowerCase()]) !== undefined) ?? [])[0];
  throw new UsageError(`${where}: ${problem}${meant === undefined ? '' : ` Did you mean "${meant}"?`}`);
}

function oneOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((candidate) => candidate === value);
  if (value !== undefined && found === undefined) {
    throw new UsageError(`--${name} is one of ${known.join(', ')}, not "${value}".`);
  }
  return found;
}
