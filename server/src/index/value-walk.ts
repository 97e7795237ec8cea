import type { Keywords, Value } from '../model/value';

/** Every value inside a value, itself first. */
export function valuesIn(value: Value): readonly Value[] {
  const found: Value[] = [];
  addValues(value, found);
  return found;
}

export function valuesOf(keywords: Keywords): readonly Value[] {
  const found: Value[] = [];
  for (const value of Object.values(keywords)) addValues(value, found);
  return found;
}

function addValues(value: Value, found: Value[]): void {
  found.push(value);
  switch (value.t) {
    case 'env':
      if (value.default !== undefined) addValues(value.default, found);
      break;
    case 'call':
      for (const arg of value.args) addValues(arg, found);
      for (const one of Object.values(value.keywords)) addValues(one, found);
      break;
    case 'list':
      for (const item of value.items) addValues(item, found);
      break;
    case 'map':
      for (const entry of Object.values(value.entries)) addValues(entry, found);
      break;
    case 'template':
      for (const part of value.parts) addValues(part, found);
      break;
    case 'either':
      for (const option of value.options) addValues(option, found);
      break;
    default:
  }
}

/** The value with every value directly inside it replaced. */
export function mapValues(value: Value, change: (inner: Value) => Value): Value {
  const all = (entries: Keywords): Keywords =>
    Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, change(entry)]));
  switch (value.t) {
    case 'env':
      return value.default === undefined ? value : { ...value, default: change(value.default) };
    case 'call':
      return { ...value, args: value.args.map(change), keywords: all(value.keywords) };
    case 'list':
      return { ...value, items: value.items.map(change) };
    case 'map':
      return { ...value, entries: all(value.entries) };
    case 'template':
      return { ...value, parts: value.parts.map(change) };
    case 'either':
      return { ...value, options: value.options.map(change) };
    default:
      return value;
  }
}

/** The environment variables that a value reads in place. */
export function envNamesIn(values: Iterable<Value>): readonly string[] {
  const names: string[] = [];
  for (const value of values) if (value.t === 'env') names.push(value.name);
  return names;
}

/** The texts that a value may be: literals and names, through alternatives and lists. */
export function textsOf(value: Value): readonly string[] {
  switch (value.t) {
    case 'string':
      return [value.v];
    case 'ref':
      return [value.path];
    case 'number':
    case 'bool':
      return [String(value.v)];
    case 'call':
      return [value.callee];
    case 'env':
      return value.default === undefined ? [] : textsOf(value.default);
    case 'either':
      return value.options.flatMap(textsOf);
    case 'list':
      return value.items.flatMap(textsOf);
    default:
      return [];
  }
}
