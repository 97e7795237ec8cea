import type { Steps } from '../../index/steps';
import type { DocumentContext } from './context';
import { environmentLines } from './environment-lines';
import { SECTIONS_AFTER_ENVIRONMENT, SECTIONS_BEFORE_ENVIRONMENT } from './layout';
import { notDetectedLines } from './not-detected-lines';
import { notReadLines } from './not-read-lines';
import { sectionSteps } from './section';

/** A section of the document, with its heading; no lines where it has nothing to say. */
interface WrittenSection {
  readonly heading: string;
  readonly steps: (context: DocumentContext) => Steps<readonly string[]>;
}

const laidOut = (sections: typeof SECTIONS_BEFORE_ENVIRONMENT): readonly WrittenSection[] =>
  sections.map((section) => ({ heading: section.heading, steps: (context) => sectionSteps(context, section) }));

const inOneStep = (heading: string, lines: (context: DocumentContext) => readonly string[]): WrittenSection => ({
  heading,
  // biome-ignore lint/correctness/useYield: there is one step.
  *steps(context) {
    return lines(context);
  },
});

/** All of them, in the document's order. */
export const SECTIONS: readonly WrittenSection[] = [
  ...laidOut(SECTIONS_BEFORE_ENVIRONMENT),
  inOneStep('Environment Configuration', environmentLines),
  ...laidOut(SECTIONS_AFTER_ENVIRONMENT),
  inOneStep('Not Detected', notDetectedLines),
  inOneStep('Not Read', notReadLines),
];

/** The sections with these headings, however they are capitalised; all where none are asked for. */
export function sectionsNamed(names: readonly string[] | undefined): readonly WrittenSection[] {
  if (names === undefined) return SECTIONS;
  const wanted = new Set(names.map(plainName));
  return SECTIONS.filter(({ heading }) => wanted.has(plainName(heading)));
}

/** What is wrong with a list of sections, for the one who wrote it. */
export function sectionsProblem(names: readonly string[] | undefined): string | undefined {
  if (names === undefined) return undefined;
  const known = SECTIONS.map(({ heading }) => heading);
  const unknown = names.find((name) => !known.some((heading) => plainName(heading) === plainName(name)));
  if (unknown !== undefined) return `There is no section "${unknown}". Sections are ${known.join(', ')}.`;
  return names.length === 0 ? 'Name at least one section.' : undefined;
}

function plainName(heading: string): string {
  return heading.trim().toLowerCase().replace(/\s+/g, ' ');
}
