import { type Language, Query } from 'web-tree-sitter';

const PREDICATES = new Set(['#eq?', '#not-eq?', '#match?', '#not-match?', '#any-of?', '#not-any-of?', '#set!']);

/** What extract-by-captures.ts reads; other names in such a query only serve its own predicates and start with `_`. */
export const VOCABULARY = new Set([
  'import',
  'import.module',
  'import.name',
  'import.alias',
  'env.read',
  'env.name',
  'env.default',
  'env.dynamic',
  'call',
  'call.callee',
  'call.arguments',
  'string',
  'scope',
  'scope.name',
  'comment',
]);

/**
 * What is wrong with one query file. The parser ignores predicates that it does not know, so a typing mistake would
 * silently match everything. A language with an extractor of its own may use more captures, where that extractor's
 * source asks for them or a predicate of the query does.
 */
export function problemsOf(grammar: Language, text: string, extractorSource: string | undefined): readonly string[] {
  const code = withoutStringsAndComments(text);
  const problems: string[] = [];
  for (const [predicate] of code.matchAll(/#[\w-]+[?!]?/g)) {
    if (!PREDICATES.has(predicate)) problems.push(`unknown predicate ${predicate}`);
  }
  if (problems.length > 0) return problems;
  let query: Query;
  try {
    query = new Query(grammar, text);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const inPredicates = new Set([...code.matchAll(/#[\w-]+\?\s+@([\w.]+)/g)].map(([, name]) => name));
  const isAskedFor = (name: string): boolean =>
    extractorSource !== undefined && (inPredicates.has(name) || extractorSource.includes(`'${name}'`));
  for (const name of query.captureNames) {
    if (name.startsWith('_') || isAskedFor(name)) continue;
    if (extractorSource === undefined && VOCABULARY.has(name)) continue;
    problems.push(`unknown capture @${name}`);
  }
  query.delete();
  return problems;
}

function withoutStringsAndComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/;.*$/gm, '');
}
