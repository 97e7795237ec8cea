/** Modules of this repository, by the ways to write them that are never a package. */
export function isLocalModule(module: string): boolean {
  return /^(\.|\/|[@~#$]?\/|~|#|\$(?:lib|app|env)\b|src\/)/.test(module);
}

/** What an imported name means. A package's default export counts as the package itself. */
export function importPath(module: string, name: string): string {
  if (name === '*') return module;
  if (name === 'default' && !isLocalModule(module)) return module;
  return `${module}.${name}`;
}
