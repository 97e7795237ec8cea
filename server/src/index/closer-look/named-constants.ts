import type { EnvReadFact, FileFacts } from '../../model/facts';
import type { Value } from '../../model/value';
import { valuesIn, valuesOf } from '../value-walk';

/** A name of a module that a file's values mention. */
export interface Named {
  readonly module: string;
  readonly name: string;
  /** It is called, or something on it: of interest where it may hold the client of a package. */
  readonly called?: boolean;
}

/** Calls on a text that say as much as the text: `ORIGINS.split(",")`. */
const TEXT_METHOD = /\.(?:split|strip|rstrip|lstrip|trim|lower|toLowerCase)$/;

const known = new WeakMap<FileFacts, readonly Named[]>();

/** The names of modules that may stand for constants in a file's values. */
export function constantsOf(file: FileFacts): readonly Named[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const names = namedIn(file);
  known.set(file, names);
  return names;
}

/** The constant of another file that a read's default is named after. */
export function importedDefault({ facts }: FileFacts, { default: text = '' }: EnvReadFact): Named | undefined {
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(text)) return undefined;
  for (const fact of facts) {
    const found = fact.kind === 'import' ? fact.names.find(({ local }) => local === text) : undefined;
    if (fact.kind === 'import' && found !== undefined) return { module: fact.module, name: found.name };
  }
  return undefined;
}

function namedIn(file: FileFacts): readonly Named[] {
  const { facts } = file;
  const held = new Set<string>();
  const called = new Set<string>();
  const call = (callee: string): void => {
    called.add(callee);
    (TEXT_METHOD.test(callee) ? held : called).add(ownerOf(callee));
  };
  const see = (values: readonly Value[]): void => {
    for (const value of values) {
      if (value.t === 'ref') held.add(value.path);
      else if (value.t === 'call') call(value.callee);
    }
  };
  for (const fact of facts) {
    if (fact.kind === 'binding' || fact.kind === 'setting') see(valuesIn(fact.value));
    else if (fact.kind === 'call') {
      for (const arg of fact.args) see(valuesIn(arg));
      see(valuesOf(fact.keywords));
      call(fact.callee);
    }
  }
  const split = (paths: ReadonlySet<string>): readonly Named[] =>
    [...paths].flatMap((path) => {
      const dot = path.lastIndexOf('.');
      return dot <= 0 ? [] : [{ module: path.slice(0, dot), name: path.slice(dot + 1) }];
    });
  const defaults = facts.flatMap((fact) => (fact.kind === 'envRead' ? (importedDefault(file, fact) ?? []) : []));
  return [...split(held), ...defaults, ...split(called).map((named) => ({ ...named, called: true }))];
}

/** `settings.ORIGINS` of `settings.ORIGINS.split`. */
function ownerOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}
