import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { rangesOf } from '../text-index';
import { type Data, type Entry, MAX_DEPTH, type Parsed, scalar } from './data';
import { isTooDeep } from './is-too-deep';

/** Reads JSON as far as it goes. Comments and trailing commas are errors unless `comments` allows them. */
export function parseJson(name: string, text: string, comments = false): Parsed {
  const range = rangesOf(text);
  if (isTooDeep(text)) {
    return { text, roots: [], range, problems: [{ message: `${name} is not read: it nests too deeply` }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: comments, disallowComments: !comments });
  const first = errors[0];
  const line = first && range(first.offset, first.offset).line;
  return {
    text,
    roots: root === undefined ? [] : [dataOf(root, 0)],
    range,
    problems:
      first === undefined || line === undefined
        ? []
        : [
            {
              message: `${name} is not valid JSON: ${words(printParseErrorCode(first.error))} at line ${line + 1}`,
              line,
            },
          ],
  };
}

/** `CloseBraceExpected` -> `close brace expected`. */
function words(code: string): string {
  return code.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

function dataOf(node: Node, depth: number): Data {
  const start = node.offset;
  const end = node.offset + node.length;
  if (depth > MAX_DEPTH) return scalar(null, start, end);
  if (node.type === 'array') {
    return { t: 'list', items: (node.children ?? []).map((child) => dataOf(child, depth + 1)), start, end };
  }
  if (node.type === 'object') {
    return { t: 'map', entries: (node.children ?? []).flatMap((child) => entryOf(child, depth)), start, end };
  }
  const value: unknown = node.value;
  if (typeof value === 'string') return scalar(value, start + 1, Math.max(start + 1, end - 1));
  if (typeof value === 'number' || typeof value === 'boolean') return scalar(value, start, end);
  return scalar(null, start, end);
}

function entryOf(property: Node, depth: number): readonly Entry[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined || typeof key.value !== 'string') return [];
  return [
    {
      key: key.value,
      keyStart: key.offset + 1,
      keyEnd: key.offset + key.length - 1,
      value: dataOf(value, depth + 1),
    },
  ];
}
