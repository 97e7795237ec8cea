import type { Keywords, Value } from '../model/value';

/** Every value inside a value, itself first. */
export function* valuesIn(value: Value): Generator<Value> {
  yield value;
  switch (value.t) {
    case 'env':
      if (value.default !== undefined) yield* valuesIn(value.default);
      break;
    case 'call':
      for (const arg of value.args) yield* valuesIn(arg);
      yield* valuesOf(value.keywords);
      break;
    case 'list':
      for (const item of value.items) yield* valuesIn(item);
      break;
    case 'map':
      yield* valuesOf(value.entries);
      break;
    case 'template':
      for (const part of value.parts) yield* valuesIn(part);
      break;
    case 'either':
      for (const option of value.options) yield* valuesIn(option);
      break;
    default:
  }
}

export function* valuesOf(keywords: Keywords): Generator<Value> {
  for (const value of Object.values(keywords)) yield* valuesIn(value);
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
