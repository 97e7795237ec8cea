import type { SyntaxNode } from '../../../syntax/node';
import { argumentsOf, namedChildren } from './arguments';
import type { Named } from './captures';
import type { ElixirSource } from './elixir-source';
import type { Block } from './outline';

/** What the names of a file stand for: attributes, variables, functions without arguments. */
export class Definitions {
  readonly #source: ElixirSource;
  readonly #attributes: ReadonlyMap<string, readonly Named[]>;
  readonly #variables: ReadonlyMap<string, readonly Named[]>;
  readonly #functions = new Map<string, Block[]>();
  readonly #results = new Map<number, string>();

  constructor(source: ElixirSource) {
    this.#source = source;
    this.#attributes = byName(source.attributes);
    this.#variables = byName(source.variables);
    for (const one of source.variables) this.#results.set(one.value.id, one.name);
    for (const block of source.outline.blocks) {
      if (block.kind !== 'function') continue;
      const known = this.#functions.get(block.name);
      if (known === undefined) this.#functions.set(block.name, [block]);
      else known.push(block);
    }
  }

  /** The attribute's definition that holds at a place: the last one before it in the same module. */
  attribute(name: string, index: number): Named | undefined {
    const module = this.#source.outline.at(index, 'module')?.start;
    return this.#attributes
      .get(name)
      ?.findLast((one) => one.start < index && this.#source.outline.at(one.start, 'module')?.start === module);
  }

  /** The variable's last binding before a place in the same function (or outside of all). */
  variable(name: string, index: number): Named | undefined {
    const candidates = this.#variables.get(name);
    if (candidates === undefined) return undefined;
    const scope = this.#source.outline.at(index)?.start;
    return candidates.findLast(
      (one) => one.start < index && this.#source.outline.at(one.start)?.start === scope && one.value.endIndex <= index,
    );
  }

  /** The variable that a call's result is bound to, where the call is all that is bound. */
  resultName(call: SyntaxNode): string | undefined {
    return this.#results.get(call.id);
  }

  /** A function of one clause without arguments in the module of this place. */
  plainFunction(name: string, index: number): Block | undefined {
    const clauses = this.#functions.get(name);
    const only = clauses?.[0];
    if (clauses?.length !== 1 || only === undefined) return undefined;
    const { outline, text } = this.#source;
    if (outline.moduleAt(only.start) !== outline.moduleAt(index)) return undefined;
    return TAKES_NOTHING.test(text.slice(only.start, only.start + 200)) ? only : undefined;
  }
}

const TAKES_NOTHING = /^defp?[ \t(]+[a-z_]\w*[?!]?(\(\s*\))?(\s*,\s*do:|\s+do\b)/;

/** The expression that a function gives back. */
export function bodyOf(definition: SyntaxNode): SyntaxNode | undefined {
  const { keywords, block } = argumentsOf(definition);
  const short = keywords.find((pair) => pair.key === 'do');
  if (short !== undefined) return short.value;
  if (block === undefined) return undefined;
  return namedChildren(block)
    .filter((child) => !child.type.endsWith('_block'))
    .at(-1);
}

function byName(all: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const map = new Map<string, Named[]>();
  for (const one of all) {
    const known = map.get(one.name);
    if (known === undefined) map.set(one.name, [one]);
    else known.push(one);
  }
  return map;
}
