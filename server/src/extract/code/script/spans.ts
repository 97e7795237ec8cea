/** A stretch of text that holds others. */
export interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly data: T;
  /** The next larger span around it. */
  parent?: Span<T>;
}

/** Properly nested stretches of text, for asking which ones hold an index in logarithmic time. */
export class Spans<T> {
  readonly #spans: Span<T>[] = [];
  #ready = true;
  /** The one that starts before the last index that was asked for. */
  #last = 0;

  add(start: number, end: number, data: T): void {
    this.#spans.push({ start, end, data });
    this.#ready = false;
  }

  /** The smallest span that holds the index. */
  at(index: number): Span<T> | undefined {
    this.#prepare();
    let span = this.#spans[this.#last];
    // Who reads a file from its start asks about one span again and again.
    if (span === undefined || span.start > index || (this.#spans[this.#last + 1]?.start ?? Infinity) <= index) {
      this.#last = this.#startingBefore(index);
      span = this.#spans[this.#last];
    }
    while (span !== undefined && span.end <= index) span = span.parent;
    return span;
  }

  #startingBefore(index: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.start ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #prepare(): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#last = 0;
    this.#spans.sort((a, b) => a.start - b.start || b.end - a.end);
    let around: Span<T> | undefined;
    for (const span of this.#spans) {
      while (around !== undefined && around.end <= span.start) around = around.parent;
      if (around !== undefined) span.parent = around;
      around = span;
    }
  }
}
