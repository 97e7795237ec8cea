import type { Binding, Scope } from './scope-tree';

type Names = ReadonlyMap<string, readonly Binding[]>;

/**
 * The names that a file binds otherwise than before, outside of its functions. `undefined` where its classes are others.
 * Both lists hold the module and its classes.
 */
export function changedNames(before: readonly Scope[], now: readonly Scope[]): ReadonlySet<string> | undefined {
  if (before.length !== now.length) return undefined;
  const changed = new Set<string>();
  const others = new Map<Scope | undefined, Scope | undefined>([[undefined, undefined]]);
  for (const [index, scope] of now.entries()) {
    const other = before[index];
    if (other === undefined || other.name !== scope.name || others.get(scope.parent) !== other.parent) return undefined;
    others.set(scope, other);
    compare(other.names, scope.names, changed);
    compare(other.attributes, scope.attributes, changed);
  }
  return changed;
}

function compare(before: Names, now: Names, changed: Set<string>): void {
  for (const [name, bindings] of now) if (!isSame(before.get(name), bindings)) changed.add(name);
  for (const name of before.keys()) if (!now.has(name)) changed.add(name);
}

function isSame(before: readonly Binding[] | undefined, now: readonly Binding[]): boolean {
  if (before?.length !== now.length) return false;
  for (const [index, binding] of now.entries()) {
    const other = before[index];
    if (other === undefined || !isSameBinding(other, binding)) return false;
  }
  return true;
}

/** What is bound is told by its nodes: they are the same where nothing in them is other. */
function isSameBinding(before: Binding, now: Binding): boolean {
  if (before.kind === 'value' && now.kind === 'value') return before.node === now.node && before.from === now.from;
  if (before.kind === 'import' && now.kind === 'import') {
    return before.path === now.path && before.module === now.module;
  }
  if ('scope' in before && 'scope' in now) return before.scope.node === now.scope.node;
  return before.kind === 'unknown' && now.kind === 'unknown';
}
