import { HIDDEN, type Value } from '../../../../model/value';
import { defaultText } from '../../../redact';

/** A default as a reader would write it, hidden where it may be a secret; undefined where it cannot be told. */
export function textOfDefault(name: string, value: Value): string | undefined {
  const text = plain(value, 0);
  if (text === undefined || text.includes(HIDDEN)) return text === undefined ? undefined : HIDDEN;
  return defaultText(name, text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

function plain(value: Value, depth: number): string | undefined {
  if (depth > 4) return undefined;
  switch (value.t) {
    case 'string':
      return value.v;
    case 'number':
      return String(value.v);
    case 'bool':
      return value.v ? 'True' : 'False';
    case 'null':
      return 'None';
    case 'ref':
      return asWritten(value.path);
    case 'list': {
      const items = value.items.map((item) => plain(item, depth + 1));
      return items.some((item) => item === undefined) ? undefined : `[${items.join(', ')}]`;
    }
    case 'map':
      return Object.keys(value.entries).length === 0 ? '{}' : undefined;
    case 'template': {
      const parts = value.parts.map((part) => (part.t === 'string' ? part.v : '{}'));
      return parts.join('');
    }
    case 'call': {
      // `SecretStr("x")`, `PostgresDsn("...")`: the text is the default.
      const [first] = value.args;
      return value.args.length === 1 && first?.t === 'string' && /(^|\.)_*[A-Z]\w*$/.test(value.callee)
        ? first.v
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A constant by its own name: the module that it comes from is no part of what the code says here. */
function asWritten(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? name : path;
}
