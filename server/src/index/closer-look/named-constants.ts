import type { EnvReadFact, FileFacts } from '../../model/facts';
import type { Value } from '../../model/value';
import { importsOf } from '../imports-of';
import { valuesIn, valuesOf } from '../value-walk';

/** A name of a module that a file asks for. */
export interface Named {
  readonly module: string;
  readonly name: string;
  /** It is called, or something on it is: of interest where it may hold the client of a package. */
  readonly called?: 'itself' | 'member';
}

const known = new WeakMap<FileFacts, readonly Named[]>();

/** The constants that stand for defaults of variables, and what is called of other files. */
export function constantsOf(file: FileFacts): readonly Named[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const names = namedIn(file);
  known.set(file, names);
  return names;
}

/** The constant of another file that a read's default is named after. */
export function importedDefault(file: FileFacts, { default: text = '' }: EnvReadFact): Named | undefined {
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(text)) return undefined;
  for (const { module, names } of importsOf(file)) {
    const found = names.find(({ local }) => local === text);
    if (found !== undefined) return { module, name: found.name };
  }
  return undefined;
}

function namedIn(file: FileFacts): readonly Named[] {
  const called = new Set<string>();
  const see = (values: readonly Value[]): void => {
    for (const value of values) if (value.t === 'call') called.add(value.callee);
  };
  for (const fact of file.facts) {
    if (fact.kind === 'binding' || fact.kind === 'setting') see(valuesIn(fact.value));
    else if (fact.kind === 'call') {
      for (const arg of fact.args) see(valuesIn(arg));
      see(valuesOf(fact.keywords));
      called.add(fact.callee);
    }
  }
  const defaults = file.facts.flatMap((fact) => (fact.kind === 'envRead' ? (importedDefault(file, fact) ?? []) : []));
  const owners = new Set([...called].map(ownerOf));
  return [
    ...defaults,
    ...[...owners].flatMap((path) => namedBy(path, 'member')),
    ...[...called].flatMap((path) => (owners.has(path) ? [] : namedBy(path, 'itself'))),
  ];
}

function namedBy(path: string, called: 'itself' | 'member'): readonly Named[] {
  const dot = path.lastIndexOf('.');
  return dot <= 0 ? [] : [{ module: path.slice(0, dot), name: path.slice(dot + 1), called }];
}

/** `mail.client` of `mail.client.send`. */
function ownerOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}
