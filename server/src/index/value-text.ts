import type { Value } from '../model/value';

/** A value as a reader would write it, or undefined where it says nothing. Variables stand in braces: `{API_URL}`. */
export function valueText(value: Value): string | undefined {
  switch (value.t) {
    case 'string':
      return value.v;
    case 'number':
    case 'bool':
      return String(value.v);
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
    case 'list': {
      const texts = value.items.map(valueText);
      return texts.every((text) => text !== undefined) && texts.length > 0 ? texts.join(', ') : undefined;
    }
    default:
      return undefined;
  }
}
