import type { SyntaxNode } from '../../../syntax/node';
import { type Asked, Asking } from './asked';
import { changedNames } from './changed-names';
import type { Names } from './names';
import { closingBracket } from './parameters';
import type { Scope } from './scope-tree';
import type { PythonSource } from './source';

/** Something that is told of places in a function, as it was told last. */
interface Told<T> {
  readonly of: number;
  readonly line: number;
  readonly told: readonly T[];
}

/** What one concern told of functions. */
export interface Concern<T> {
  /** Its place among what a function tells. */
  readonly number: number;
  /** The same so many lines further on. */
  readonly moved: (told: T, lines: number) => T;
  /** The same without what would keep the text of now: texts change, and what is told of a function may stay. */
  readonly kept: (told: T) => T;
}

export function concern<T>(moved: Concern<T>['moved'], kept: Concern<T>['kept']): Concern<T> {
  concerns += 1;
  return { number: concerns - 1, moved, kept };
}

let concerns = 0;

/** Places that a concern looks at closer. They know where they are. */
export function places<S extends Site>(): Concern<S> {
  const same = (site: S): S => site;
  return concern(same, same);
}

/** A function as it was read, with all that its reading rests on beside its own code. */
interface Reading {
  readonly asked: Asked;
  /** What it told each concern that asked. */
  readonly told: (Told<unknown> | undefined)[];
  /** The classes around it. */
  readonly around: string;
  round: number;
}

/** What was there when a text was read last. */
interface State {
  readonly round: number;
  readonly outer: readonly Scope[];
  readonly surroundings: string;
  learnt: string;
}

interface Part {
  readonly scope: Scope;
  reading: Reading;
  asking: Asking | undefined;
}

interface Site {
  readonly node: SyntaxNode;
}

const states = new WeakMap<object, State>();
const readings = new WeakMap<SyntaxNode, Reading>();

/**
 * The functions of a text that an editor holds: what was told of one is told again after an edit elsewhere, where nothing
 * that it asked of the rest of the file has changed. Of other texts nothing is kept.
 */
export class Parts {
  readonly #parts: readonly Part[];
  readonly #source: PythonSource;
  readonly #names: Names;
  readonly #state: State | undefined;
  readonly #before: State | undefined;

  constructor(source: PythonSource, names: Names, isKept: boolean) {
    this.#source = source;
    this.#names = names;
    const { keeper } = source.file;
    if (keeper === undefined || !isKept) {
      this.#parts = [];
      if (keeper !== undefined) states.delete(keeper);
      return;
    }
    const { outer, functions } = outermost(names.scopes.all);
    const before = states.get(keeper);
    this.#before = before;
    const { path, role } = source.file;
    const surroundings = JSON.stringify([path, role, names.surroundings]);
    this.#state = { round: (before?.round ?? 0) + 1, outer, surroundings, learnt: '' };
    states.set(keeper, this.#state);
    const changed = before?.surroundings === surroundings ? changedNames(before.outer, outer) : undefined;
    this.#parts = partsOf(functions, source.text, this.#state.round, changed);
  }

  /** What the rest of the file was found to say that any function may rest on. Where it is other, all are read again. */
  learn(learnt: string): void {
    if (this.#state === undefined) return;
    this.#state.learnt = learnt;
    if (this.#before === undefined || this.#before.learnt === learnt) return;
    for (const part of this.#parts) {
      part.reading = fresh(part.reading.around, part.reading.round);
      part.asking = undefined;
      if (part.scope.node !== undefined) readings.set(part.scope.node, part.reading);
    }
  }

  /** All that is told of places, in their order. */
  each<S extends Site, T>(
    sites: readonly S[],
    { number, moved, kept }: Concern<T>,
    read: (site: S) => readonly T[],
  ): readonly T[] {
    const all: T[] = [];
    let next = 0;
    const readTo = (offset: number, into: T[]): void => {
      for (let site = sites[next]; site !== undefined && site.node.startIndex < offset; site = sites[next]) {
        into.push(...read(site));
        next += 1;
      }
    };
    for (const part of this.#parts) {
      const { scope } = part;
      readTo(scope.start, all);
      const told = part.reading.told[number] as Told<T> | undefined;
      if (told === undefined) {
        const [from, anew]: [number, T[]] = [next, []];
        part.asking ??= new Asking(scope, part.reading.asked);
        this.#names.asking(part.asking, () => readTo(scope.end, anew));
        tell(part.reading, number, { of: next - from, line: this.#lineOf(scope, anew), told: anew.map(kept) });
        append(all, anew);
        continue;
      }
      next += told.of;
      if (told.told.length === 0) continue;
      const line = this.#lineOf(scope, told.told);
      if (line === told.line) append(all, told.told);
      else {
        const further = told.told.map((one) => moved(one, line - told.line));
        tell(part.reading, number, { of: told.of, line, told: further });
        append(all, further);
      }
    }
    readTo(Number.POSITIVE_INFINITY, all);
    return all;
  }

  /** The places that pass a test, in their order. */
  only<S extends Site>(sites: readonly S[], places: Concern<S>, test: (site: S) => boolean): readonly S[] {
    return this.each(sites, places, (site) => (test(site) ? [site] : []));
  }

  #lineOf({ start }: Scope, told: readonly unknown[]): number {
    return told.length === 0 ? 0 : this.#source.positions.lineAt(start);
  }
}

function tell({ told }: Reading, number: number, now: Told<unknown>): void {
  while (told.length < number) told.push(undefined);
  told[number] = now;
}

/** There may be more than a call takes arguments. */
function append<T>(into: T[], from: readonly T[]): void {
  for (const one of from) into.push(one);
}

function outermost(all: readonly Scope[]): { readonly outer: readonly Scope[]; readonly functions: readonly Scope[] } {
  const outer: Scope[] = [];
  const functions: Scope[] = [];
  let end = -1;
  for (const scope of all) {
    if (scope.start < end) continue;
    if (scope.kind !== 'function') outer.push(scope);
    else {
      functions.push(scope);
      end = scope.end;
    }
  }
  return { outer, functions };
}

function partsOf(
  functions: readonly Scope[],
  text: string,
  round: number,
  changed: ReadonlySet<string> | undefined,
): readonly Part[] {
  const here = new Set(functions.map(({ node }) => node));
  const classes = new Map<Scope | undefined, string>();
  return functions.map((scope): Part => {
    const around = classesAround(scope.parent, text, classes);
    const known = scope.node && readings.get(scope.node);
    if (known?.round === round - 1 && known.around === around && changed !== undefined) {
      if (isTrue(known.asked, changed, here)) {
        known.round = round;
        return { scope, reading: known, asking: undefined };
      }
    }
    const reading = fresh(around, round);
    if (scope.node !== undefined) readings.set(scope.node, reading);
    return { scope, reading, asking: undefined };
  });
}

/** Whether all that was asked is answered as it was. */
function isTrue(
  { names, functions, isMore }: Asked,
  changed: ReadonlySet<string>,
  here: ReadonlySet<SyntaxNode | undefined>,
): boolean {
  if (isMore) return false;
  for (const name of changed) if (names.has(name)) return false;
  for (const node of functions) if (!here.has(node)) return false;
  return true;
}

function fresh(around: string, round: number): Reading {
  return { asked: { names: new Set(), functions: new Set(), isMore: false }, told: [], around, round };
}

const MOST_BASES = 20_000;

/** The names of classes and what they are derived from. */
function classesAround(scope: Scope | undefined, text: string, known: Map<Scope | undefined, string>): string {
  if (scope?.parent === undefined) return '';
  let written = known.get(scope);
  if (written === undefined) {
    const { name, bases, parent } = scope;
    const end = bases === undefined ? -1 : closingBracket(text, bases);
    const derived = bases === undefined ? '' : text.slice(bases, end === -1 ? bases + MOST_BASES : end);
    written = `${classesAround(parent, text, known)}${name}${derived}\n`;
    known.set(scope, written);
  }
  return written;
}
