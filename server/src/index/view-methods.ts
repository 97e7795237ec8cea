import type { FactOf, FileFacts } from '../model/facts';
import { importsOf } from './imports-of';
import type { Workspace } from './workspace';

/** From the URL file to the view, and once more where a package passes the view on. */
const MAX_HOPS = 2;

/** The methods of a route; where the registration takes all, those that its view serves. */
export function methodsOfView(workspace: Workspace, file: FileFacts, fact: FactOf<'route'>): readonly string[] {
  if (fact.method !== 'ANY' || fact.handler === undefined || !fact.framework.startsWith('django')) return [fact.method];
  const dot = fact.handler.lastIndexOf('.');
  const name = fact.handler.slice(dot + 1);
  const module = fact.handler.slice(0, dot);
  // `.View` is taken from the package itself.
  const path =
    dot < 0 ? file.path : workspace.modules.fileOf(file.path, /^\.*$/.test(module) ? `${module}.` : module, 'python');
  return (path === undefined ? undefined : viewIn(workspace, path, name, MAX_HOPS)) ?? [fact.method];
}

function viewIn(workspace: Workspace, path: string, name: string, hops: number): readonly string[] | undefined {
  const file = workspace.modules.file(path);
  const own = file?.facts.find((fact) => fact.kind === 'binding' && fact.name === name && fact.methods !== undefined);
  if (own?.kind === 'binding') return own.methods;
  if (file === undefined || hops === 0) return undefined;
  for (const fact of importsOf(file)) {
    const imported = fact.names.find(({ local, name: exported }) => local === name || exported === '*');
    const next = imported && workspace.modules.fileOf(path, fact.module, 'python');
    if (imported === undefined || next === undefined || next === path) continue;
    const found = viewIn(workspace, next, imported.name === '*' ? name : imported.name, hops - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
