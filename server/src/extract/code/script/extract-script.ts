import type { Fact } from '../../../model/facts';
import { type CodeFile, saysWhatItCalls } from '../code-file';
import { bindingFacts } from './bindings';
import { callFacts, resolveCalls } from './calls';
import { caseFacts } from './cases';
import { cookieFacts } from './document-cookie';
import { envFacts } from './env/env-facts';
import { importFacts } from './imports';
import { jobFacts } from './jobs';
import { localCallFacts } from './local-calls';
import { modelFacts } from './models';
import { readScript } from './read-script';
import { requestFacts } from './request-facts';
import { Resolver } from './resolve';
import { routeFacts } from './routes/route-facts';
import { settingFacts } from './settings';
import { urlFacts } from './urls';
import { Values } from './values';

/** Everything that a JavaScript or TypeScript file says. */
export function extractScript(file: CodeFile): readonly Fact[] {
  const script = readScript(file);
  const resolver = new Resolver(script);
  const calls = resolveCalls(script, resolver);
  const reads = new Map<number, string>();
  const values = new Values(script, resolver, reads);
  // Environment reads come first: values show them in place.
  const env = envFacts({ script, resolver, values, reads, schemas: new Map() }, calls);
  const facts: Fact[] = [
    ...importFacts(script),
    ...env.facts,
    ...(saysWhatItCalls(file) ? callFacts(script, values, calls) : []),
    ...cookieFacts(script),
    ...(file.role === 'test' ? [] : bindingFacts(script, resolver, values, env.wrappers)),
    ...urlFacts(script, calls),
    ...routeFacts({ script, resolver, values, calls }),
    ...settingFacts(script, values),
    ...requestFacts(script, resolver, calls),
  ];
  if (file.depth !== 'map') {
    facts.push(
      ...modelFacts(script, calls),
      ...jobFacts(script, resolver, values, calls),
      ...caseFacts(script),
      ...localCallFacts(script),
    );
  }
  return facts.sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
}
