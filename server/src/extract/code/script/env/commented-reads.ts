import type { EnvReadFact } from '../../../../model/facts';
import { hasWord, placesIn } from '../../scan';
import type { Script } from '../script';

const LINE = /^[ \t]*\/\/[ \t]*(.{0,300}?\b(process\.env|import\.meta\.env|Bun\.env)\.([A-Z_][A-Z0-9_]*)\b.*)$/gm;
/** What a line of code starts with, and prose does not. */
const CODE =
  /^(?:(?:export\s+)?(?:const|let|var)\s|(?:return|if|await)\b[\s(]|[\w$.'"]+\s*(?::|=(?!=)|\()|[.}\])|&?]|process\.env\.\w+\s*[,;|?=)])/;

/** Reads in lines of code that were put behind `//`. */
export function commentedReads(script: Script): readonly EnvReadFact[] {
  if (!hasWord('.env.', script.file)) return [];
  const facts: EnvReadFact[] = [];
  for (const match of placesIn(LINE, script.file)) {
    const { 0: line = '', 1: code = '', 2: accessor = '', 3: name = '' } = match;
    if (!CODE.test(code)) continue;
    const inLine = line.indexOf(`${accessor}.${name}`);
    const node = script.nodeAt(match.index + line.indexOf('//'));
    if (node?.type !== 'comment' || inLine === -1) continue;
    const { row } = node.startPosition;
    // A `\r` or the like is no part of the line, so columns count from the line's first character.
    const range = { line: row, column: inLine, endLine: row, endColumn: inLine + accessor.length + 1 + name.length };
    facts.push({ kind: 'envRead', name, accessor, presence: 'bare', range, commentedOut: true });
  }
  return facts;
}
