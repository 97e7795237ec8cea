import type { Value } from '../model/value';

const DEPTH = 12;

/** The texts that a value may stand for: a string, a name, a default, any side of an `or`. */
export function textsOf(value: Value, depth = 0): readonly string[] {
  if (depth > DEPTH) return [];
  switch (value.t) {
    case 'string':
      return [value.v];
    case 'number':
    case 'bool':
      return [String(value.v)];
    case 'ref':
      return [value.path];
    case 'call':
      return [value.callee];
    case 'env':
      return value.default === undefined ? [] : textsOf(value.default, depth + 1);
    case 'either':
      return value.options.flatMap((option) => textsOf(option, depth + 1));
    case 'list':
      return value.items.flatMap((item) => textsOf(item, depth + 1));
    default:
      return [];
  }
}

export interface SettingText {
  readonly path: string;
  readonly text: string;
}

/** A setting taken apart: keys of a map go to the path, items of a list share it. */
export function settingTexts(path: string, value: Value, depth = 0): readonly SettingText[] {
  if (depth > DEPTH) return [];
  switch (value.t) {
    case 'map':
      return Object.entries(value.entries).flatMap(([key, entry]) => settingTexts(`${path}.${key}`, entry, depth + 1));
    case 'list':
      return value.items.flatMap((item) => settingTexts(path, item, depth + 1));
    case 'either':
      return value.options.flatMap((option) => settingTexts(path, option, depth + 1));
    default: {
      const texts = textsOf(value, depth + 1);
      return texts.length === 0 ? [{ path, text: '' }] : texts.map((text) => ({ path, text }));
    }
  }
}
