import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { linesOf, rangesOf } from '../text-index';
import { type Data, type Entry, MAX_DEPTH, type Parsed, scalar } from './data';

/** The parser stops at its first error; so many lines may be wrong before we give up on the rest. */
const MAX_BAD_LINES = 10;

/** Reads TOML. A line that cannot be parsed is told and left out, the rest is read. */
export function parseToml(name: string, text: string): Parsed {
  const range = rangesOf(text);
  const problems: { message: string; line?: number }[] = [];
  let readable = text;
  for (let attempt = 0; attempt <= MAX_BAD_LINES; attempt++) {
    try {
      return { text, roots: [rootOf(parseTOML(readable, { tomlVersion: 'next' }))], range, problems };
    } catch (error) {
      if (!(error instanceof ParseError)) {
        problems.push({ message: `${name} is not valid TOML: nested too deeply` });
        break;
      }
      const line = range(error.index, error.index).line;
      if (problems.length === 0) {
        const reason = error.message.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
        problems.push({ message: `${name} is not valid TOML: ${reason} at line ${line + 1}`, line });
      }
      const shorter = blankLine(readable, line);
      // An open string or array ends only with the file: what stands before its table is still worth reading.
      readable = shorter === readable ? beforeLastTable(readable) : shorter;
    }
  }
  return { text, roots: [], range, problems };
}

function blankLine(text: string, number: number): string {
  const line = linesOf(text)[number];
  if (line === undefined) return text;
  return text.slice(0, line.offset) + ' '.repeat(line.text.length) + text.slice(line.offset + line.text.length);
}

function beforeLastTable(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf('\n[', text.trimEnd().length - 1)));
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
