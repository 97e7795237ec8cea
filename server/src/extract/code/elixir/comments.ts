import type { ElixirSource } from './elixir-source';

const MAX_LINES = 4;

/** Comments of a file by line, for telling what stands above or beside a read. */
export class Comments {
  readonly #lines: readonly string[];
  readonly #rows: ReadonlySet<number>;

  constructor(source: ElixirSource) {
    this.#lines = source.text.split('\n');
    this.#rows = new Set(source.comments.map((comment) => comment.startPosition.row));
  }

  /** A short comment directly above one of these lines, or at the end of the first. */
  near(rows: readonly number[]): string | undefined {
    const first = rows[0] ?? 0;
    if (this.#rows.has(first)) {
      const line = this.#lines[first] ?? '';
      const text = line.slice(line.lastIndexOf('# ') + 1).trim();
      if (line.includes('# ') && isProse(text)) return text;
    }
    for (const row of rows) {
      const text = this.#above(row);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #above(row: number): string | undefined {
    const block: string[] = [];
    for (let at = row - 1; at >= 0 && this.#rows.has(at); at -= 1) {
      const line = (this.#lines[at] ?? '').trim();
      if (!line.startsWith('#')) break;
      block.unshift(line.replace(/^#+\s?/, '').trim());
      if (block.length > MAX_LINES) return undefined;
    }
    const text = block
      .filter((line) => !/^[=\-#*~\s]*$/.test(line))
      .join(' ')
      .trim();
    return isProse(text) ? text : undefined;
  }
}

/** Not empty, no code and not a page long. */
function isProse(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 240 &&
    !/^(config|import|alias|use) |integration-atlas-disable|System\.|=>|\|>|^[{}[\]]/.test(text)
  );
}
