import type { ImportFact } from '../../../model/facts';
import type { SyntaxNode } from '../../../syntax/node';
import { headOf, rangeOf } from '../ranges';
import { placesIn } from '../scan';
import { importedNames, patternNames, statementOf } from './import-statement';
import { lengthBefore } from './length-before';
import { type CallSite, type Script, scopeAt } from './script';
import { stringOf } from './unwrap';

/** Everything that a file takes from other modules, in any of the ways there are. */
export function importFacts(script: Script): readonly ImportFact[] {
  const facts: ImportFact[] = [];
  for (const node of script.imports) {
    const fact = statementFact(node);
    if (fact !== undefined) facts.push(fact);
  }
  for (const node of script.exports) {
    if (!/^export\s*(type\s*)?[{*]/.test(script.text.slice(node.startIndex, node.startIndex + 40))) continue;
    const fact = statementFact(node);
    if (fact !== undefined) facts.push(fact);
  }
  for (const site of script.calls) {
    const fact = callFact(script, site);
    if (fact !== undefined) facts.push(fact);
  }
  return [...facts, ...commentedImports(script), ...referencedTypes(script)];
}

function statementFact(node: SyntaxNode): ImportFact | undefined {
  const statement = statementOf(node);
  if (statement === undefined) return undefined;
  return {
    kind: 'import',
    module: statement.module,
    names: statement.names.map(({ name, local }) => ({ name, local })),
    range: headOf(node),
    ...(statement.typeOnly && { typeOnly: true }),
  };
}

/** `require("x")` and `import("x")`. */
function callFact(script: Script, site: CallSite): ImportFact | undefined {
  // Nearly all start otherwise.
  if (site.root !== 'import' && site.root !== 'require') return undefined;
  const written = script.text.slice(site.start.startIndex, site.args.startIndex).trim();
  if (written !== 'import' && written !== 'require' && written !== 'require.resolve') return undefined;
  if (written !== 'import' && script.names.lookup('require', site.node.startIndex) !== undefined) return undefined;
  if (written === 'require.resolve') return undefined;
  const module = stringOf(site.args.namedChild(0));
  if (module === undefined || module === '') return undefined;
  const scope = scopeAt(script, site.node.startIndex);
  return {
    kind: 'import',
    module,
    names: requiredNames(script, site),
    range: rangeOf(site.node),
    ...(scope !== undefined && { scope }),
    ...(written === 'import' && { dynamic: true }),
    ...(isTried(site.node) && { guarded: true }),
  };
}

function requiredNames(script: Script, site: CallSite): ImportFact['names'] {
  const start = site.node.startIndex;
  const assignment = script.byValue.get(start - lengthBefore(script.text, start)) ?? script.byValue.get(start);
  if (assignment === undefined) return [];
  const end = site.node.endIndex;
  const after = script.text.slice(end, end + 80);
  const target = assignment.target.text;
  const property = /^\s*\)?\s*\.\s*([\w$]+)/.exec(after)?.[1];
  if (target.startsWith('{')) return property === undefined ? patternNames(target) : [];
  if (!/^[\w$]+$/.test(target)) return [];
  if (property !== undefined) return [{ name: property, local: target }];
  // `require("debug")("app")`: the name holds what the module's function returns.
  return /^\s*\(/.test(after) ? [] : [{ name: '*', local: target }];
}

/** Whether a failure to load is caught where it happens. */
function isTried(node: SyntaxNode): boolean {
  let around = node.parent;
  for (let steps = 0; around !== null && steps < 10; steps += 1) {
    const { type } = around;
    if (type === 'try_statement') return true;
    if (type === 'program' || type === 'catch_clause' || type === 'finally_clause') return false;
    if (/function|method_definition/.test(type)) return false;
    around = around.parent;
  }
  return false;
}

const COMMENT = /\/\/[ \t]*(?:import|export|const|let|var)\b/g;
const COMMENTED =
  /^[ \t]*\/\/[ \t]*((?:import\b[^;'"\n]{0,300}?|export\b[^;'"\n]{0,300}?from\s*|(?:const|let|var)\s[^;='"\n]{1,200}=\s*(?:await\s+)?(?:require|import)\s*\(\s*)(['"])([\w@./~#-]{1,200})\2[^\n]{0,40})$/;

/** Whole lines of code behind `//`. */
function commentedImports(script: Script): readonly ImportFact[] {
  const facts: ImportFact[] = [];
  for (const { index } of placesIn(COMMENT, script.file)) {
    const start = script.text.lastIndexOf('\n', index) + 1;
    const end = script.text.indexOf('\n', index);
    const line = script.text.slice(start, Math.min(end === -1 ? script.text.length : end, start + 600)).trimEnd();
    const [, code = '', , module = ''] = COMMENTED.exec(line) ?? [];
    if (!/^import\s*['"]|\bfrom\s*['"]|require\s*\(|import\s*\(/.test(code)) continue;
    const node = script.nodeAt(index);
    if (node?.type !== 'comment') continue;
    const names = /^(import|export)/.test(code) ? (importedNames(code)?.names ?? []) : [];
    facts.push({
      kind: 'import',
      module,
      names: names.map(({ name, local }) => ({ name, local })),
      range: rangeOf(node),
      commentedOut: true,
    });
  }
  return facts;
}

const REFERENCE = /^\/\/\/\s*<reference\s+types\s*=\s*(['"])([^'"\n]+)\1\s*\/>/gm;

/** `/// <reference types="x" />`. */
function referencedTypes(script: Script): readonly ImportFact[] {
  const facts: ImportFact[] = [];
  for (const match of placesIn(REFERENCE, script.file)) {
    const node = script.nodeAt(match.index);
    if (node?.type !== 'comment') continue;
    facts.push({ kind: 'import', module: match[2] ?? '', names: [], range: rangeOf(node), typeOnly: true });
  }
  return facts;
}
