import { applyEdits, findNodeAtLocation, getNodeValue, modify, parseTree } from 'jsonc-parser';

export interface DefinedService {
  /** The project file with the entry. */
  readonly text: string;
  /** Where the entry stands in it. */
  readonly line: number;
}

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/** A project file with the start of a service in it: what is known of it already, and what its writer fills in. */
export function defineService(before: string | undefined, kind: 'host' | 'package', name: string): DefinedService {
  const text = before === undefined || before.trim() === '' ? '{}\n' : before;
  const services = parseTree(text)?.children?.find(({ children }) => children?.[0]?.value === 'services')
    ?.children?.[1];
  const known = new Set(Object.keys(services?.type === 'object' ? getNodeValue(services) : {}));
  const id = freeId(idOf(kind, name), known);
  const signal = kind === 'host' ? { hosts: [name] } : { packages: { [ecosystemOf(name)]: [name] } };
  const entry = { name: id, purpose: 'What it does for the program', category: 'internal', ...signal };
  const after = applyEdits(text, modify(text, ['services', id], entry, FORMAT));
  const root = parseTree(after);
  const offset = (root && findNodeAtLocation(root, ['services', id])?.offset) ?? 0;
  return { text: after.endsWith('\n') ? after : `${after}\n`, line: after.slice(0, offset).split('\n').length - 1 };
}

/** `api.acme-shipping.io` is called `acme-shipping`, `@acme/api-client` is called `acme-api-client`. */
function idOf(kind: 'host' | 'package', name: string): string {
  const labels = name.split('.');
  const telling = kind === 'host' ? (labels.at(-2) ?? name) : name;
  const id = telling
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'my-service' : id.slice(0, 50).replace(/-+$/, '');
}

function freeId(id: string, known: ReadonlySet<string>): string {
  if (!known.has(id)) return id;
  let number = 2;
  while (known.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** PyPI's modules are written with `_`, which npm packages seldom are. */
function ecosystemOf(name: string): 'npm' | 'pypi' {
  return /^[a-z0-9]+(?:_[a-z0-9]+)+$/i.test(name) ? 'pypi' : 'npm';
}
