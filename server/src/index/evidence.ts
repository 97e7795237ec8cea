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
    status: 'commentedOut' in fact && fact.commentedOut === true ? 'commented-out' : statusIn(file, fact, status),
  };
}

/** A pipeline's service containers are there for its tests. */
function statusIn(file: FileFacts, fact: Fact, status: Status): Status {
  const isOfPipeline = fact.kind === 'image' && fact.source === 'workflow';
  return file.role === 'source' && !isOfPipeline ? status : 'test-only';
}
