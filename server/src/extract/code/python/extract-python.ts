import type { Fact } from '../../../model/facts';
import { type CodeFile, saysWhatItCalls } from '../code-file';
import { bindingFacts } from './bindings';
import { callFacts, isMigration } from './calls';
import { caseFacts } from './cases';
import { commentedFacts } from './comments/commented-facts';
import { assignsByScope, type PythonContext } from './context';
import { djangoSettingFacts } from './django/django-settings';
import { Accesses } from './env/accesses';
import { clickPrefixFacts } from './env/click-prefix';
import { configurationsFacts } from './env/django-configurations';
import { dynaconfFacts } from './env/dynaconf';
import { envReadFacts } from './env/env-reads';
import { Notes } from './env/notes';
import { settingsClassFacts } from './env/settings-classes';
import { dynamicImportFacts, findImports, type ImportFound, importFacts } from './imports';
import { jobFacts } from './jobs/job-facts';
import { localCallFacts } from './local-calls';
import { modelFacts } from './models/model-facts';
import { Names } from './names';
import { Parts } from './parts';
import { routeFacts } from './routes/route-facts';
import { type PythonSource, readSource } from './source';
import { urlFacts } from './urls-in-code';

/** Everything that one Python file says, in document order. */
export function extractPython(file: CodeFile): readonly Fact[] {
  const source = readSource(file);
  const imports = findImports(source);
  const names = new Names(source, imports);
  const { keeper } = file;
  const wasEntangled = keeper !== undefined && entangled.has(keeper);
  const facts = factsOf(source, imports, names, new Parts(source, names, !wasEntangled && !isMigration(file.path)));
  if (keeper === undefined) return facts;
  if (!names.isEntangled) {
    entangled.delete(keeper);
    return facts;
  }
  entangled.add(keeper);
  if (wasEntangled) return facts;
  // What is told rests on the order in which it is asked for: that is the one of a text that is read as a whole.
  const anew = new Names(source, imports);
  return factsOf(source, imports, anew, new Parts(source, anew, false));
}

/** Texts that editors hold whose names lead in circles. */
const entangled = new WeakSet<object>();

function factsOf(source: PythonSource, imports: readonly ImportFound[], names: Names, parts: Parts): readonly Fact[] {
  const { file } = source;
  const accesses = new Accesses(source, names, parts);
  const { values } = accesses;
  const context: PythonContext = {
    source,
    text: file.text,
    path: file.path,
    imports,
    names,
    values,
    parts,
    bases: new Map(),
    assignsIn: assignsByScope(source, names, parts),
  };
  const notes = new Notes(source);
  const facts: Fact[] = [
    ...importFacts(source, imports, (offset) => names.scopes.pathAt(offset)),
    ...dynamicImportFacts(context),
    ...envReadFacts(context, accesses, notes),
    ...settingsClassFacts(context, notes),
    ...dynaconfFacts(context),
    ...clickPrefixFacts(context),
    ...configurationsFacts(context),
    ...(saysWhatItCalls(file) ? callFacts(context) : []),
    ...bindingFacts(context),
    ...urlFacts(context),
    ...routeFacts(context),
    ...djangoSettingFacts(context),
    ...commentedFacts(context),
  ];
  if (file.depth !== 'map') {
    facts.push(...modelFacts(context), ...jobFacts(context), ...caseFacts(context), ...localCallFacts(context));
  }
  return facts.sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
}
