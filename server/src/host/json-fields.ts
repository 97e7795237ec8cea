import type { Node } from 'jsonc-parser';

/** Says what is wrong at an offset of the file. */
export type Tell = (offset: number, message: string) => void;
export type FieldReader = (value: Node, tell: Tell) => unknown;

/** The fields of an object: every one for itself, so that a mistake in one costs no other. */
export function readFields(
  node: Node,
  prefix: string,
  readers: Readonly<Record<string, FieldReader>>,
  tell: Tell,
): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  if (!isType(node, 'object', tell)) return fields;
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (read === undefined) {
      tell(key.offset, `There is no field "${prefix}${name}"; known are ${Object.keys(readers).join(', ')}.`);
      continue;
    }
    const result = read(value, tell);
    if (result !== undefined) fields[name] = result;
  }
  return fields;
}

export function strings(value: Node, tell: Tell): readonly string[] | undefined {
  if (!isType(value, 'array', tell)) return undefined;
  return (value.children ?? []).filter((item) => isType(item, 'string', tell)).map((item) => String(item.value));
}

export function text(value: Node, tell: Tell): string | undefined {
  return isType(value, 'string', tell) ? String(value.value) : undefined;
}

export function oneOf(...options: readonly string[]): FieldReader {
  return (value, tell) => {
    const option = text(value, tell);
    if (option === undefined || options.includes(option)) return option;
    tell(value.offset, `"${option}" is not known here; it can be ${options.join(', ')}.`);
    return undefined;
  };
}

export function isType(node: Node, type: Wanted, tell: Tell): boolean {
  if (node.type === type) return true;
  tell(node.offset, `This must be ${WANTED[type]}, not ${node.type}.`);
  return false;
}

const WANTED = { object: 'an object', array: 'a list', string: 'a text', number: 'a number', boolean: 'true or false' };
type Wanted = keyof typeof WANTED;
