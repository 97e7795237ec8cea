import type { DocumentContext } from './context';
import { fileLink, link, plain, shorten, someLines } from './markdown';

const SHOWN_PROBLEMS = 20;

/** Files that could not be read, or not in full, and why: what they say is missing above. */
export function notReadLines({ snapshot }: DocumentContext): readonly string[] {
  const { problems } = snapshot;
  if (problems.length === 0) return [];
  const lines = problems.map(({ path, line, message }) => {
    const place = path === '' ? '' : `${line === undefined ? fileLink(path) : link({ path, line })}: `;
    return `- ${place}${plain(shorten(message, 160))}`;
  });
  return ['## Not Read', '', ...someLines(lines, SHOWN_PROBLEMS), ''];
}
