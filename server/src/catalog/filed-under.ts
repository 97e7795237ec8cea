/** The key that a name is filed under. A name that is asked for gets to the same key by the same rule. */
export type FiledUnder = (name: string) => string;

/** Where patterns stand that may begin with anything. */
export const ANYWHERE = '*';

export const itself: FiledUnder = (name) => name;

/** Patterns and names side by side, by what stands before a mark: `STRIPE_*` and `STRIPE_KEY` under `STRIPE`. */
export function startBefore(...marks: readonly string[]): FiledUnder {
  return (name) => {
    let start = name;
    for (const mark of marks) {
      const at = start.indexOf(mark);
      if (at >= 0) start = start.slice(0, at);
    }
    return start.includes('*') ? ANYWHERE : start;
  };
}

/** Specifiers of npm by their package. */
export const npmPackage: FiledUnder = (specifier) => {
  const scope = specifier.startsWith('@') ? specifier.indexOf('/') + 1 : 0;
  const slash = specifier.indexOf('/', scope);
  return slash < 0 ? specifier : specifier.slice(0, slash);
};

/** Hosts by the labels behind their last `*`. */
export const hostEnd: FiledUnder = (host) => {
  const star = host.lastIndexOf('*');
  return star < 0 ? host : host.slice(star + 2) || ANYWHERE;
};

/** Settings by the last part of their path, which is seldom `*`. */
export const lastPart: FiledUnder = (path) => {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return last.includes('*') ? ANYWHERE : last;
};
