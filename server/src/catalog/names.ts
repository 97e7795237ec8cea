/** PEP 503: case, `-`, `_` and `.` do not tell PyPI names apart. */
export function normalisePypi(name: string): string {
  // Most names are written so already, and a test is cheaper than a replacement.
  return /[A-Z_.]|--/.test(name) ? name.toLowerCase().replace(/[-_.]+/g, '-') : name;
}

/** The module that a PyPI package is imported as where nothing else is known. */
export function pypiModule(name: string): string {
  return name.toLowerCase().replace(/[-.]/g, '_');
}

/** The module that a Hex package defines where nothing else is known: `stripity_stripe` -> `StripityStripe`. */
export function hexModule(name: string): string {
  return name
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** An npm specifier as package and subpath; local files, aliases and Node's own modules are none. */
export function npmSpecifier(module: string): string | undefined {
  const name = withoutVersion(module);
  if (name.startsWith('node:') || name.startsWith('@/') || !/^(?:@[\w.~-]|[\w])/.test(name)) return undefined;
  return name;
}

/** Deno's forms carry a version: `npm:stripe@12/lib`, `https://esm.sh/stripe@14`. */
function withoutVersion(module: string): string {
  const remote = /^(?:npm:|jsr:|https:\/\/esm\.sh\/|https:\/\/cdn\.skypack\.dev\/)\/?(.*)$/.exec(module);
  if (remote === null) return module;
  return (remote[1] ?? '').replace(/(?!^)@[^/?]*/, '').replace(/\?.*$/, '');
}

const REGISTRIES = [
  'docker.io/',
  'index.docker.io/',
  'registry.hub.docker.com/',
  'mirror.gcr.io/',
  'public.ecr.aws/docker/',
] as const;

/** An image's name without digest, tag, and the registry and namespace that Docker implies. */
export function imageName(image: string): string {
  const fallback = /^\$\{\w+:?-([^${}]+)\}$/.exec(image);
  let name = (fallback?.[1] ?? image).trim().toLowerCase();
  name = before(before(name, '@'), '${');
  const colon = name.lastIndexOf(':');
  if (colon > name.lastIndexOf('/')) name = name.slice(0, colon);
  for (const registry of REGISTRIES) {
    if (name.startsWith(registry)) {
      name = name.slice(registry.length);
      break;
    }
  }
  return name.startsWith('library/') ? name.slice('library/'.length) : name;
}

/** A host as it is compared: lower case, without port, credentials or closing dot. */
export function hostName(host: string): string {
  const name = host.slice(host.lastIndexOf('@') + 1).toLowerCase();
  return before(name, ':').replace(/\.$/, '');
}

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}
