import type { CallFact, DynamicReadFact, Fact, UrlFact } from '../../../model/facts';
import { allCaught, caught, type Match, type SyntaxNode } from '../../../syntax/node';
import { parseUrl } from '../../urls';
import type { CodeFile } from '../code-file';
import { headOf, rangeOf } from '../ranges';
import { Scopes } from '../scopes';
import { CapturedImports } from './captured-imports';
import { CapturedReads } from './captured-reads';
import { argumentsOf, literalText } from './captured-values';

/** Facts from the documented captures alone (grammars/README.md): what a new language gets without a line of code. */
export function extractByCaptures(file: CodeFile): readonly Fact[] {
  const scopes = new Scopes();
  const imports = new CapturedImports();
  const reads = new CapturedReads();
  for (const match of file.matches) {
    const scope = caught(match, 'scope');
    const name = caught(match, 'scope.name');
    if (scope !== undefined && name !== undefined) scopes.add(scope, name.text);
  }
  for (const match of file.matches) {
    imports.add(match);
    reads.add(match);
  }
  return withoutRepeats([
    ...imports.facts(scopes),
    ...reads.facts(scopes),
    ...file.matches.flatMap((match) => dynamicReads(match, scopes)),
    ...file.matches.flatMap((match) => calls(match, imports, scopes)),
    ...file.matches.flatMap((match) => urls(match, scopes)),
  ]).sort(byPlace);
}

/** The scope of a fact, left out at the top of a file. */
export function scopeAt(scopes: Scopes, node: SyntaxNode): { readonly scope?: string } {
  const scope = scopes.at(node);
  return scope === undefined ? {} : { scope };
}

function dynamicReads(match: Match, scopes: Scopes): readonly DynamicReadFact[] {
  const accessor = match.properties['accessor'] ?? '';
  return allCaught(match, 'env.dynamic').map((node) => ({
    kind: 'dynamicRead',
    range: headOf(node),
    ...scopeAt(scopes, node),
    accessor,
  }));
}

function urls(match: Match, scopes: Scopes): readonly UrlFact[] {
  return allCaught(match, 'string').flatMap((node) => {
    const parsed = parseUrl(literalText(node) ?? '');
    if (parsed === undefined) return [];
    const fetched = match.properties['fetched'] === 'true' ? { fetched: true } : {};
    return [{ kind: 'url' as const, range: rangeOf(node), ...scopeAt(scopes, node), ...parsed, ...fetched }];
  });
}

/** Calls of what was imported; a local helper is no fact. */
function calls(match: Match, imports: CapturedImports, scopes: Scopes): readonly CallFact[] {
  const callee = caught(match, 'call.callee');
  const resolved = callee && imports.resolve(callee.text);
  if (callee === undefined || resolved === undefined) return [];
  const node = caught(match, 'call') ?? callee;
  const construct = match.properties['construct'] === 'true' ? { construct: true } : {};
  return [
    {
      kind: 'call',
      range: headOf(node),
      ...scopeAt(scopes, node),
      ...resolved,
      args: argumentsOf(caught(match, 'call.arguments')),
      keywords: {},
      ...construct,
    },
  ];
}

/** Two patterns may catch the same place; a fact is told once. */
function withoutRepeats(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()];
}

function keyOf(fact: Fact): string {
  const { range } = fact;
  const what = 'name' in fact ? fact.name : 'url' in fact ? fact.url : '';
  return `${fact.kind} ${range.line} ${range.column} ${range.endLine} ${range.endColumn} ${what}`;
}

function byPlace(a: Fact, b: Fact): number {
  return a.range.line - b.range.line || a.range.column - b.range.column;
}
