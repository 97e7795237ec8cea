import { importsOf } from '../../index/imports-of';
import { localModules } from '../../index/local-modules';
import type { Snapshot } from '../../model/workspace';
import { type EnvPlace, envIndexOf } from '../env-index';
import { linesOf } from './name-place';

const SCHEMAS = new Set(['BaseSettings', 'createEnv', 'cleanEnv', 'parseEnv', 'ConfigModule']);

/** The files where a member of a schema or of a settings class has the variable's very name: code uses it by that. */
export function schemasOf(
  places: readonly EnvPlace[],
  texts: ReadonlyMap<string, string>,
  name: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { path, range, fact } of places) {
    if (fact.kind !== 'envRead') continue;
    const text = (linesOf(texts.get(path) ?? '')[range.line] ?? '').slice(range.column);
    if (SCHEMAS.has(fact.accessor) || (text.startsWith(name) && /^["']?\s*:/.test(text.slice(name.length)))) {
      found.add(path);
    }
  }
  return found;
}

/** Of a file: the names that it has taken in from those files. */
export type SettingsNames = (path: string) => ReadonlySet<string>;

const NONE: ReadonlySet<string> = new Set();
export const NO_NAMES: SettingsNames = () => NONE;

export function settingsNames(snapshot: Snapshot, schemas: ReadonlySet<string>): SettingsNames {
  const modules = localModules(snapshot.files);
  const index = envIndexOf(snapshot);
  return (path) => {
    const file = index.file(path);
    const names = (file === undefined ? [] : importsOf(file)).flatMap((fact) => {
      const target = modules.fileOf(path, fact.module, file?.language);
      return target !== undefined && schemas.has(target) ? fact.names.map(({ local }) => local) : [];
    });
    return new Set(names);
  };
}
