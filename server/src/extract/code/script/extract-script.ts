import type { Fact } from '../../../model/facts';
import type { CodeFile } from '../code-file';
import { callFacts, resolveCalls } from './calls';
import { envFacts } from './env/env-facts';
import { importFacts } from './imports';
import { readScript } from './read-script';
import { Resolver } from './resolve';
import { Values } from './values';

/** Everything that a JavaScript or TypeScript file says. */
export function extractScript(file: CodeFile): readonly Fact[] {
  const script = readScript(file);
  const resolver = new Resolver(script);
  const calls = resolveCalls(script, resolver);
  const reads = new Map<number, string>();
  const values = new Values(script, resolver, reads);
  const env = envFacts({ script, resolver, values, reads, schemas: new Map() }, calls);
  const facts: Fact[] = [...importFacts(script), ...env.facts, ...callFacts(script, values, calls)];
  return facts.sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
}
