import type { Fact, FileFacts } from '../model/facts';
import type { Evidence, EvidenceKind, Status } from '../model/integration';

/** What a fact of a file would prove, were the file source code: tests and examples prove less. */
export function evidenceOf(file: FileFacts, fact: Fact, kind: EvidenceKind, text: string, status: Status): Evidence {
  return {
    kind,
    path: file.path,
    line: fact.range.line,
    column: fact.range.column,
    endColumn: fact.range.endLine === fact.range.line ? fact.range.endColumn : fact.range.column,
    ...(fact.scope !== undefined && { scope: fact.scope }),
    text,
    status: 'commentedOut' in fact && fact.commentedOut === true ? 'commented-out' : statusIn(file, status),
  };
}

function statusIn(file: FileFacts, status: Status): Status {
  return file.role === 'source' ? status : 'test-only';
}
