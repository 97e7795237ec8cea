/** Made when it is first asked for, and kept: most runs ask for few of the catalog's indexes. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
