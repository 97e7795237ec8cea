import type { SyntaxNode } from '../../../syntax/node';
import { wordsAt } from './text-at';

/** A module or function of the file and the text that it spans. */
export interface Block {
  readonly kind: 'module' | 'function';
  /** Full name of a module, plain name of a function. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly node: SyntaxNode;
}

const DEFINES = /(defmodule|defprotocol|defp?|defmacrop?)[ \t(]+(?:([A-Z][\w.]*|__MODULE__[\w.]*)|([a-z_]\w*[?!]?))/y;
export const DEFINERS = new Set(['defmodule', 'defprotocol', 'def', 'defp', 'defmacro', 'defmacrop']);

/** The modules and functions of a file in document order; modules by their full names. */
export class Outline {
  readonly blocks: readonly Block[];

  /** Definitions in document order. */
  constructor(text: string, definitions: readonly SyntaxNode[]) {
    const blocks: Block[] = [];
    const open: Block[] = [];
    for (const node of definitions) {
      const start = node.startIndex;
      while (open.length > 0 && (open[open.length - 1]?.end ?? 0) <= start) open.pop();
      const [, keyword, module, name] = wordsAt(DEFINES, text, start) ?? [];
      const isModule = keyword === 'defmodule' || keyword === 'defprotocol';
      const written = isModule ? module : name;
      if (written === undefined) continue;
      const outer = isModule ? open.findLast((block) => block.kind === 'module')?.name : undefined;
      const block: Block = {
        kind: isModule ? 'module' : 'function',
        name: isModule ? nested(outer, written) : written,
        start,
        end: node.endIndex,
        node,
      };
      blocks.push(block);
      open.push(block);
    }
    this.blocks = blocks;
  }

  /** The innermost block of a kind, or of any, that holds this place. */
  at(index: number, kind?: Block['kind']): Block | undefined {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.blocks[middle]?.start ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0; at -= 1) {
      const block = this.blocks[at];
      if (block !== undefined && index < block.end && (kind === undefined || block.kind === kind)) return block;
    }
    return undefined;
  }

  moduleAt(index: number): string | undefined {
    return this.at(index, 'module')?.name;
  }

  /** `Backend.AI.OpenRouter.chat`: the enclosing module and function. */
  scopeAt(index: number): string | undefined {
    const inner = this.at(index);
    if (inner === undefined || inner.kind === 'module') return inner?.name;
    const module = this.moduleAt(index);
    return module === undefined ? inner.name : `${module}.${inner.name}`;
  }
}

function nested(outer: string | undefined, written: string): string {
  if (outer === undefined) return written;
  if (written.startsWith('Elixir.')) return written.slice('Elixir.'.length);
  return `${outer}.${written.replace(/^__MODULE__\./, '')}`;
}
