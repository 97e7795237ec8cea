/**
 * What is made of an item below a parent is made once: a snapshot shares what did not change with those before it, and so
 * after an edit only what changed is made again.
 */
export function madeOnce<T extends object, R>(make: (parent: string, item: T) => R): (parent: string, item: T) => R {
  const byParent = new Map<string, WeakMap<T, R>>();
  return (parent, item) => {
    const known = byParent.get(parent) ?? new WeakMap<T, R>();
    byParent.set(parent, known);
    const before = known.get(item);
    if (before !== undefined) return before;
    const made = make(parent, item);
    known.set(item, made);
    return made;
  };
}
