import type { Value } from '../model/value';

/** A value as a reader would write it, or undefined where it says nothing. Variables stand in braces: `{API_URL}`. */
export function valueText(value: Value): string | undefined {
  switch (value.t) {
    case 'string':
      return value.v;
    case 'number':
    case 'bool':
      return String(value.v);
    case 'ref':
      // Atoms and constants name themselves; paths of code say nothing to a reader.
      return /^:?\w+$/.test(value.path) || /^[A-Z]\w*(\.[A-Z]\w*)+$/.test(value.path) ? value.path : undefined;
    case 'call': {
      const texts = [...value.args.map(valueText), valueText({ t: 'map', entries: value.keywords })].filter(
        (text) => text !== undefined,
      );
      return `${value.callee.slice(value.callee.lastIndexOf('.') + 1)}(${texts.join(', ')})`;
    }
    case 'env': {
      const fallback = value.default === undefined ? undefined : valueText(value.default);
      return fallback === undefined ? `{${value.name}}` : `${fallback} ({${value.name}})`;
    }
    case 'either': {
      const texts = value.options.map(valueText).filter((text) => text !== undefined);
      return texts.length === 0 ? undefined : [...new Set(texts)].join(' or ');
    }
    case 'template':
      return value.parts
        .map((part) => (part.t === 'string' ? part.v : part.t === 'env' ? `{${part.name}}` : '{}'))
        .join('');
    case 'map': {
      const texts = Object.entries(value.entries).map(([key, entry]) => {
        const text = valueText(entry);
        return text === undefined ? undefined : `${key}: ${text}`;
      });
      const known = texts.filter((text) => text !== undefined);
      return known.length === 0 ? undefined : known.join(', ');
    }
    case 'list': {
      const texts = value.items.map(valueText).filter((text) => text !== undefined);
      return texts.length === 0 ? undefined : texts.join(', ');
    }
    default:
      return undefined;
  }
}
