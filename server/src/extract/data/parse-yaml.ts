import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
} from 'yaml';
import { rangesOf } from '../text-index';
import { type Data, type Entry, MAX_DEPTH, type Parsed, scalar } from './data';
import { isTooDeep } from './is-too-deep';
import { readPlainYaml } from './plain-yaml';

/** Aliases may repeat a tree without end; a file that unfolds to more nodes than this is cut there. */
const MAX_NODES = 100_000;
/** Parsing is slow on YAML: no configuration that a person wrote is longer. */
const MAX_LENGTH = 1_500_000;

/** Reads YAML of any number of documents; anchors, aliases and merge keys are followed. */
export function parseYaml(name: string, text: string): Parsed {
  const range = rangesOf(text);
  if (text.length > MAX_LENGTH)
    return { text, roots: [], range, problems: [{ message: `${name} is too long to read` }] };
  const plain = readPlainYaml(text);
  return plain === undefined ? parseAnyYaml(name, text) : { text, roots: plain, range, problems: [] };
}

/** With the parser of the whole language. */
export function parseAnyYaml(name: string, text: string): Parsed {
  const range = rangesOf(text);
  if (isTooDeep(text)) {
    return { text, roots: [], range, problems: [{ message: `${name} is not read: it nests too deeply` }] };
  }
  try {
    const documents = parseAllDocuments<ParsedNode>(text, { uniqueKeys: false, strict: false, logLevel: 'silent' });
    const list = Array.isArray(documents) ? documents : [];
    const error = list.flatMap((document) => document.errors)[0];
    const line = error && range(error.pos[0], error.pos[0]).line;
    const reason = error?.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
    return {
      text,
      range,
      roots: list.flatMap((document) =>
        document.contents === null ? [] : [new Converter().data(document.contents, 0)],
      ),
      problems:
        line === undefined ? [] : [{ message: `${name} is not valid YAML: ${reason} at line ${line + 1}`, line }],
    };
  } catch {
    return { text, roots: [], range, problems: [{ message: `${name} is not valid YAML` }] };
  }
}

/** One document on its way from the parser's nodes to ours. An alias shares the tree that its anchor gave. */
class Converter {
  readonly #anchors = new Map<string, Data>();
  #nodes = 0;
  /** Where the last value ended. A block ends there as well, not with the comments and empty lines behind it. */
  #end = 0;

  data(node: Node, depth: number): Data {
    const [start, end] = placeOf(node);
    this.#end = end;
    this.#nodes += 1;
    if (depth > MAX_DEPTH || this.#nodes > MAX_NODES) return scalar(null, start, end);
    if (isAlias(node)) return this.#anchors.get(node.source) ?? scalar(null, start, end);
    const data = this.#convert(node, depth, start, end);
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
      this.#anchors.set(node.anchor, data);
    return data;
  }

  #convert(node: Node, depth: number, start: number, end: number): Data {
    if (isSeq(node)) {
      const items = node.items.map((item) => this.data(item as Node, depth + 1));
      if (node.flow === true || items.length === 0) this.#end = end;
      return { t: 'list', items, start, end: this.#end };
    }
    if (isMap(node)) {
      const own: Entry[] = [];
      const merged: Entry[] = [];
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const [keyStart, keyEnd] = placeOf(pair.key);
        const key = String(pair.key.value);
        this.#end = keyEnd;
        const value = pair.value === null ? scalar(null, keyEnd, keyEnd) : this.data(pair.value as Node, depth + 1);
        if (key === '<<') merged.push(...this.#mergedEntries(value));
        else own.push({ key, keyStart, keyEnd, value });
      }
      const names = new Set(own.map((entry) => entry.key));
      if (node.flow === true) this.#end = end;
      const entries = [...own, ...merged.filter((entry) => !names.has(entry.key))];
      return { t: 'map', entries, start, end: this.#end };
    }
    if (isScalar(node)) return scalarOf(node, start, end);
    return scalar(null, start, end);
  }

  #mergedEntries(value: Data): readonly Entry[] {
    const maps = value.t === 'list' ? value.items : [value];
    const entries = maps.flatMap((map) => (map.t === 'map' ? map.entries : []));
    this.#nodes += entries.length;
    return this.#nodes > MAX_NODES ? [] : entries;
  }
}

function scalarOf(node: Scalar, start: number, end: number): Data {
  const value: unknown = node.value;
  if (value === null || value === undefined) return scalar(null, start, end);
  if (typeof value === 'boolean') return scalar(value, start, end);
  // The text as written: `1.10` is a version and `0755` a mode, and as numbers they would be others.
  if (typeof value === 'number' || typeof value === 'bigint') return scalar(node.source ?? String(value), start, end);
  return scalar(String(value), start, end);
}

/** Where a node stands, inside its quotes. */
function placeOf(node: Node): readonly [number, number] {
  const [start, end] = node.range ?? [0, 0];
  const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
  return quoted ? [start + 1, Math.max(start + 1, end - 1)] : [start, end];
}
