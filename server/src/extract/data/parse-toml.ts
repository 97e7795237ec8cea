import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { linesOf, rangesOf } from '../text-index';
import { type Data, type Entry, MAX_DEPTH, type Parsed, scalar } from './data';
import { isTooDeep } from './is-too-deep';

/** The parser stops at its first error; so many lines may be wrong before the rest is cut off. */
const MAX_BAD_LINES = 5;

/** Reads TOML. A line that cannot be parsed is told and left out, the rest is read. */
export function parseToml(name: string, text: string): Parsed {
  const range = rangesOf(text);
  const problems: { message: string; line?: number }[] = [];
  if (isTooDeep(text)) {
    return { text, roots: [], range, problems: [{ message: `${name} is not read: it nests too deeply` }] };
  }
  let readable = text;
  let first = text.length;
  for (let attempt = 0; attempt <= MAX_BAD_LINES + 1; attempt++) {
    try {
      return { text, roots: [rootOf(parseTOML(readable, { tomlVersion: 'next' }))], range, problems };
    } catch (error) {
      if (!(error instanceof ParseError)) {
        problems.push({ message: `${name} is not valid TOML` });
        break;
      }
      const line = faultyLine(readable, range(error.index, error.index));
      if (problems.length === 0) {
        const reason = error.message.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
        problems.push({ message: `${name} is not valid TOML: ${reason} at line ${line + 1}`, line });
        first = error.index;
      }
      const shorter = attempt < MAX_BAD_LINES ? blankLine(readable, line) : readable;
      // An open string or array ends only with the file: what stands before its table is still worth reading.
      readable = shorter === readable ? text.slice(0, Math.max(0, text.lastIndexOf('\n[', first - 2))) : shorter;
    }
  }
  return { text, roots: [], range, problems };
}

/** Of a line that breaks off, the parser tells the start of the next one. */
function faultyLine(text: string, place: { readonly line: number; readonly column: number }): number {
  if (place.column > 0 || place.line === 0) return place.line;
  const before = (linesOf(text)[place.line - 1]?.text ?? '').replace(/\s#.*$/, '').trim();
  const whole = before === '' || before.startsWith('#') || /^\[.*\]$/.test(before) || /^[^=]+=\s*\S/.test(before);
  return whole ? place.line : place.line - 1;
}

function blankLine(text: string, number: number): string {
  const line = linesOf(text)[number];
  if (line === undefined) return text;
  return text.slice(0, line.offset) + ' '.repeat(line.text.length) + text.slice(line.offset + line.text.length);
}

interface Table {
  entries: Entry[];
  /** Tables below this one by key; an array of tables stands under its key as a list. */
  readonly tables: Map<string, { readonly table: Table; readonly entry: { value: Data } }>;
}

function rootOf(program: AST.TOMLProgram): Data {
  const top = program.body[0];
  const root: Table = { entries: [], tables: new Map() };
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') {
      put(root, item.key.keys, item.value, 0);
      continue;
    }
    const table = open(root, item.key.keys, item.kind === 'array', item);
    for (const pair of item.body) put(table, pair.key.keys, pair.value, 0);
  }
  return { t: 'map', entries: root.entries, start: top.range[0], end: top.range[1] };
}

type Key = AST.TOMLBare | AST.TOMLQuoted;

/** Finds or makes the table that a header names. */
function open(root: Table, keys: readonly Key[], array: boolean, header: AST.TOMLTable): Table {
  let here = root;
  keys.forEach((key, index) => {
    here = child(here, key, array && index === keys.length - 1, header.range);
  });
  return here;
}

function child(parent: Table, key: Key, append: boolean, range: readonly [number, number]): Table {
  const name = nameOf(key);
  const known = parent.tables.get(name);
  if (known !== undefined && !append) return known.table;
  const table: Table = { entries: [], tables: new Map() };
  const map: Data = { t: 'map', entries: table.entries, start: range[0], end: range[1] };
  if (known !== undefined) {
    const list = known.entry.value;
    known.entry.value = {
      t: 'list',
      items: [...(list.t === 'list' ? list.items : []), map],
      start: list.start,
      end: range[1],
    };
    parent.tables.set(name, { table, entry: known.entry });
    return table;
  }
  const value: Data = append ? { t: 'list', items: [map], start: range[0], end: range[1] } : map;
  const entry = { ...keyOf(key), value };
  parent.entries.push(entry);
  parent.tables.set(name, { table, entry });
  return table;
}

/** Puts a value under a key that may be dotted. */
function put(parent: Table, keys: readonly Key[], value: AST.TOMLContentNode, depth: number): void {
  let here = parent;
  for (const key of keys.slice(0, -1)) here = child(here, key, false, value.range);
  const last = keys.at(-1);
  if (last !== undefined) here.entries.push({ ...keyOf(last), value: dataOf(value, depth + 1) });
}

function dataOf(node: AST.TOMLContentNode, depth: number): Data {
  const [start, end] = node.range;
  if (depth > MAX_DEPTH) return scalar(null, start, end);
  if (node.type === 'TOMLArray') {
    return { t: 'list', items: node.elements.map((element) => dataOf(element, depth + 1)), start, end };
  }
  if (node.type === 'TOMLInlineTable') {
    const table: Table = { entries: [], tables: new Map() };
    for (const pair of node.body) put(table, pair.key.keys, pair.value, depth);
    return { t: 'map', entries: table.entries, start, end };
  }
  if (node.kind === 'string') {
    const quotes = node.multiline ? 3 : 1;
    return scalar(node.value, start + quotes, Math.max(start + quotes, end - quotes));
  }
  if (node.kind === 'boolean') return scalar(node.value, start, end);
  if (node.kind === 'integer' || node.kind === 'float') return scalar(node.number, start, end);
  return scalar(node.datetime, start, end);
}

function nameOf(key: Key): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function keyOf(key: Key): { readonly key: string; readonly keyStart: number; readonly keyEnd: number } {
  const quotes = key.type === 'TOMLQuoted' ? 1 : 0;
  return { key: nameOf(key), keyStart: key.range[0] + quotes, keyEnd: key.range[1] - quotes };
}
