import type { Outline } from './outline';

interface Alias {
  readonly full: string;
  readonly start: number;
  readonly end: number;
}

/** Resolves module names by the `alias` lines and nested modules in sight of a place. */
export class ModuleNames {
  readonly #aliases = new Map<string, Alias[]>();
  readonly #outline: Outline;
  readonly #roots: ReadonlySet<string>;

  constructor(outline: Outline) {
    this.#outline = outline;
    const roots = new Set<string>();
    for (const block of outline.blocks) {
      if (block.kind !== 'module') continue;
      const segments = block.name.split('.');
      const root = segments[0] ?? '';
      // `mix phx.new` names the web half of an application after it: Shop and ShopWeb.
      roots.add(root).add(root.endsWith('Web') ? root.slice(0, -3) : `${root}Web`);
      if (segments.length > 1) this.#addNested(block.name, segments[segments.length - 1] ?? '', block.start);
    }
    this.#roots = roots;
  }

  add(local: string, full: string, start: number, end: number): void {
    const known = this.#aliases.get(local);
    if (known === undefined) this.#aliases.set(local, [{ full, start, end }]);
    else known.push({ full, start, end });
  }

  /** The full name of a module as written at a place. */
  resolve(written: string, index: number): string {
    if (written.startsWith(':')) return written;
    if (written.startsWith('Elixir.')) return written.slice('Elixir.'.length);
    const dot = written.indexOf('.');
    const first = dot < 0 ? written : written.slice(0, dot);
    const rest = dot < 0 ? '' : written.slice(dot);
    if (first === '__MODULE__') return `${this.#outline.moduleAt(index) ?? first}${rest}`;
    const alias = this.#aliases.get(first)?.findLast((entry) => entry.start <= index && index < entry.end);
    return alias === undefined ? written : alias.full + rest;
  }

  /** Whether a module belongs to the project itself, judged by the root of the modules that this file defines. */
  isOwn(full: string): boolean {
    const dot = full.indexOf('.');
    return this.#roots.has(dot < 0 ? full : full.slice(0, dot));
  }

  /** A nested `defmodule B` inside `A` is known as `B` there. */
  #addNested(full: string, local: string, start: number): void {
    const outer = this.#outline.at(start - 1, 'module');
    if (outer !== undefined && full.startsWith(`${outer.name}.`)) this.add(local, full, start, outer.end);
  }
}
