/**
 * Lines name places with marks; the last step writes them as links, for only there it is known where the document will
 * lie and how its reader wants links. The marks are characters that no text has: those of scanned files are taken out.
 */
const OPEN = '\uE0F0';
const LINE = '\uE0F1';
const CLOSE = '\uE0F2';
/** Those of folds as well. */
const MARKS = /[\uE0F0-\uE0F5]/g;
const PLACE = `${OPEN}[^${OPEN}${CLOSE}]*${CLOSE}`;
const MARKED = new RegExp(PLACE, 'g');
/** The rest of a list of places after its first, and how many more there are. */
const MORE_PLACES = new RegExp(
  `(${PLACE})((?: in \`[^\`]*\`)?)((?:, ${PLACE}(?: in \`[^\`]*\`)?)*)( and \\d+ more)?`,
  'g',
);
const IN_BRACKETS = new RegExp(` \\(${PLACE}(?: and \\d+ more)?\\)`, 'g');

export interface Place {
  readonly path: string;
  /** From 0; without it the file, or folder, is meant as a whole. */
  readonly line?: number;
}

export function markPlace({ path, line }: Place): string {
  return `${OPEN}${withoutMarks(path)}${line === undefined ? '' : `${LINE}${line}`}${CLOSE}`;
}

export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

export function writePlaces(text: string, write: (place: Place) => string): string {
  const written = text.replace(MARKED, (mark) => {
    const [path = '', line] = mark.slice(1, -1).split(LINE);
    return write({ path, ...(line !== undefined && { line: Number(line) }) });
  });
  return withoutMarks(written);
}

/** The files, and folders, that lines name. */
export function pathsIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => [...line.matchAll(MARKED)].map(([mark]) => mark.slice(1, -1).split(LINE, 1)[0] ?? ''));
}

/** A line with its first place alone; of a list of places it is told how many more there are. */
export function withFirstPlace(line: string): string {
  const shorter = line.replace(
    MORE_PLACES,
    (_, first: string, scope: string, others: string, rest: string | undefined) => {
      const more = (others.match(MARKED)?.length ?? 0) + Number(/\d+/.exec(rest ?? '')?.[0] ?? 0);
      return `${first}${scope}${more === 0 ? '' : ` and ${more} more`}`;
    },
  );
  const first = shorter.indexOf(OPEN);
  return shorter.replace(IN_BRACKETS, (mark, at: number) => (at < first ? mark : ''));
}
