import type { DependencyFact } from '../../../model/facts';
import { type Line, linesOf, rangeInLine } from '../../text-index';
import { parseWhole, type Requirement } from './requirement';

/** Tables whose arrays, and tables whose pairs, are dependencies. */
const ARRAYS = /^(project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)$/;
const PAIRS = /^(tool\.poetry\.(.+\.)?(dev-)?dependencies|packages|dev-packages)$/;
const ARRAY = /^(dependencies|dev-dependencies|requires)\s*=/;
const QUOTED = /^(\s*#+\s*)(["'])([^"']+)\2\s*,?\s*(#.*)?$/;
const PAIR =
  /^(\s*#+\s*)([A-Za-z0-9][A-Za-z0-9._-]*)\s*=\s*(?:"([^"]*)"|\{[^}]*?\bversion\s*=\s*"([^"]*)"[^}]*\})\s*(#.*)?$/;

/**
 * Requirements that somebody took out by a `#`, in arrays (`# "redis>=5",`) and in Poetry's tables (`# redis = "^5"`).
 * The parser drops comments, so this goes by lines; it accepts no prose, only what would be a requirement without `#`.
 */
export function commentedRequirements(text: string): readonly DependencyFact[] {
  const facts: DependencyFact[] = [];
  let place: Place = { table: '', array: 'none' };
  for (const line of linesOf(text)) {
    const trimmed = line.text.trim();
    if (!trimmed.startsWith('#')) place = step(place, trimmed);
    else if (place.array === 'dependencies') facts.push(...quoted(line));
    else if (place.array === 'none' && PAIRS.test(place.table)) facts.push(...pair(line));
  }
  return facts;
}

interface Place {
  readonly table: string;
  /** The array that stands open, if one does. */
  readonly array: 'none' | 'dependencies' | 'other';
}

function step(place: Place, line: string): Place {
  const header = place.array === 'none' ? /^\[\[?([^\]]+)\]\]?\s*(#.*)?$/.exec(line) : null;
  if (header !== null) return { table: (header[1] ?? '').replace(/\s|"/g, ''), array: 'none' };
  if (/^["A-Za-z0-9_.-]+\s*=\s*\[/.test(line) && !/\]\s*(#.*)?$/.test(line)) {
    return { ...place, array: ARRAYS.test(place.table) || ARRAY.test(line) ? 'dependencies' : 'other' };
  }
  return line.startsWith(']') ? { ...place, array: 'none' } : place;
}

function quoted(line: Line): readonly DependencyFact[] {
  const match = QUOTED.exec(line.text);
  const requirement = match === null ? undefined : parseWhole(match[3] ?? '');
  if (match === null || requirement === undefined) return [];
  return [commentedOut(line, requirement, (match[1] ?? '').length + 1 + requirement.start)];
}

function pair(line: Line): readonly DependencyFact[] {
  const [, marks = '', name, plain, inTable] = PAIR.exec(line.text) ?? [];
  if (name === undefined || name === 'python') return [];
  return [commentedOut(line, { name, version: plain ?? inTable ?? '', extras: [] }, marks.length)];
}

function commentedOut(
  line: Line,
  requirement: Pick<Requirement, 'name' | 'version' | 'extras'>,
  start: number,
): DependencyFact {
  return {
    kind: 'dependency',
    ecosystem: 'pypi',
    name: requirement.name,
    version: requirement.version,
    group: 'runtime',
    commentedOut: true,
    ...(requirement.extras.length > 0 && { extras: requirement.extras }),
    range: rangeInLine(line, start, start + requirement.name.length),
  };
}
