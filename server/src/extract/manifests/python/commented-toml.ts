import type { DependencyFact } from '../../../model/facts';
import { linesOf, rangeInLine } from '../../text-index';
import { parseWhole } from './requirement';

/** Where dependencies may stand in a `pyproject.toml`: tables, and arrays of their own name. */
const TABLE =
  /^(project\.optional-dependencies|dependency-groups|tool\.poetry\.(.+\.)?(dev-)?dependencies|packages|dev-packages)$/;
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
  let table = '';
  let array = '';
  for (const line of linesOf(text)) {
    const header = /^\s*\[\[?([^\]]+)\]\]?\s*(#.*)?$/.exec(line.text);
    if (header !== null && array === '') table = (header[1] ?? '').replace(/\s|"/g, '');
    const trimmed = line.text.trim();
    const opening = /^([A-Za-z0-9_.-]+)\s*=\s*\[/.exec(trimmed);
    if (opening !== null && !/\]\s*(#.*)?$/.test(trimmed))
      array = TABLE.test(table) || ARRAY.test(trimmed) ? 'yes' : 'no';
    else if (/^\](\s*,?\s*#.*)?\s*$/.test(trimmed)) array = '';
    if (!trimmed.startsWith('#')) continue;
    const quoted = array === 'yes' ? QUOTED.exec(line.text) : null;
    const requirement = quoted === null ? undefined : parseWhole(quoted[3] ?? '');
    if (quoted !== null && requirement !== undefined) {
      const start = (quoted[1] ?? '').length + 1 + requirement.start;
      facts.push({
        kind: 'dependency',
        ecosystem: 'pypi',
        name: requirement.name,
        version: requirement.version,
        group: 'runtime',
        commentedOut: true,
        ...(requirement.extras.length > 0 && { extras: requirement.extras }),
        range: rangeInLine(line, start, start + requirement.name.length),
      });
    }
    const poetry = array === '' && /^(tool\.poetry\.|packages$|dev-packages$)/.test(table) && TABLE.test(table);
    const pair = poetry ? PAIR.exec(line.text) : null;
    if (pair === null || pair[2] === 'python') continue;
    const [, marks = '', name = '', plain, inTable] = pair;
    facts.push({
      kind: 'dependency',
      ecosystem: 'pypi',
      name,
      version: plain ?? inTable ?? '',
      group: 'runtime',
      commentedOut: true,
      range: rangeInLine(line, marks.length, marks.length + name.length),
    });
  }
  return facts;
}
