import type { LocalModules } from './local-modules';

/** The same modules, each file that is asked for noted by its path. */
export function noting(modules: LocalModules, note: (path: string) => void): LocalModules {
  return {
    fileOf: modules.fileOf,
    file: (path) => {
      note(path);
      return modules.file(path);
    },
    bindingOf: (path, name) => {
      note(path);
      return modules.bindingOf(path, name);
    },
  };
}
