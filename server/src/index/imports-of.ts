import type { FileFacts, ImportFact } from '../model/facts';
import { readImports, takesInOne } from '../model/import-lines';
import { factsOfKind } from './facts-of-kind';

const known = new WeakMap<FileFacts, readonly ImportFact[]>();

/** The imports of a file. Those of most files nobody ever asks for: what is asked of all of them has a question of its own. */
export function importsOf(file: FileFacts): readonly ImportFact[] {
  const stated = factsOfKind(file, 'import');
  if (file.imports === undefined) return stated;
  const before = known.get(file);
  if (before !== undefined) return before;
  const imports = [...readImports(file.imports), ...stated];
  known.set(file, imports);
  return imports;
}

/** Those of modules that pass, where few do. */
export function importsFrom(file: FileFacts, passes: (module: string) => boolean): readonly ImportFact[] {
  const stated = factsOfKind(file, 'import').filter(({ module }) => passes(module));
  return file.imports === undefined ? stated : [...readImports(file.imports, passes), ...stated];
}

/** Those that take in one of some names, asked of many files of which few do. */
export function importsNaming(file: FileFacts, wanted: ReadonlySet<string>): readonly ImportFact[] {
  const mayName = file.imports === undefined || file.facts.length > 0 || takesInOne(file.imports, wanted);
  return mayName ? importsOf(file).filter(({ names }) => names.some(({ name }) => wanted.has(name))) : [];
}
