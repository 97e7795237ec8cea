/** A table to be asked with texts of scanned files: it has its own keys alone, and neither `constructor` nor `toString`. */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const bare: Record<string, T> = Object.create(null);
  return Object.assign(bare, entries);
}
