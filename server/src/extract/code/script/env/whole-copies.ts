import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import { hasWord, type Scanned } from '../../scan';
import type { Resolver } from '../resolve';
import type { Script } from '../script';
import type { EnvObject } from './env-object';

/** Calls that hand out the environment as a whole. */
const COPIED = /\bDeno\.env\.toObject\(\s*\)/g;
const LOADED = /(?<![\w$.])loadEnv\(/g;
/** A pattern whose type says that it takes the environment apart: `({ A, B }: NodeJS.ProcessEnv)`. */
const TYPED_PATTERN = /\}\s*(?=:\s*(NodeJS\.ProcessEnv|ImportMetaEnv)\b)/g;
/** Types of what is the environment as a whole. */
export const TYPED = table({
  'NodeJS.ProcessEnv': 'process.env',
  ProcessEnv: 'process.env',
  ImportMetaEnv: 'import.meta.env',
});

/** `Deno.env.toObject()`, `loadEnv(mode, root)`, and patterns of the environment's type. */
export function wholeCopies(script: Script, resolver: Resolver): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  for (const match of placesOf(script.file, COPIED, ['toObject'])) {
    const node = callAround(script, match.index, match.index + match[0].length);
    if (node !== undefined) objects.push({ node, accessor: 'Deno.env.toObject' });
  }
  for (const match of placesOf(script.file, LOADED, ['loadEnv('])) {
    if (resolver.name('loadEnv', match.index)?.path !== 'vite.loadEnv') continue;
    const call = script.nodeAt(match.index)?.parent;
    if (call?.type === 'call_expression') objects.push({ node: call, accessor: 'loadEnv' });
  }
  for (const match of placesOf(script.file, TYPED_PATTERN, ['ProcessEnv', 'ImportMetaEnv'])) {
    const accessor = TYPED[match[1] ?? ''];
    const parameter = script.nodeAt(match.index)?.parent;
    const type = parameter?.type === 'required_parameter' ? parameter.childForFieldName('type') : null;
    if (accessor !== undefined && type !== null) objects.push({ node: type, accessor });
  }
  return objects;
}

/** Where a pattern is found, which holds one of these words: to look for a word takes far less. */
export function placesOf(file: Scanned, pattern: RegExp, words: readonly string[]): Iterable<RegExpExecArray> {
  return words.some((word) => hasWord(word, file)) ? file.text.matchAll(pattern) : [];
}

function callAround(script: Script, start: number, end: number): SyntaxNode | undefined {
  let node = script.nodeAt(start);
  for (let steps = 0; node !== null && steps < 6; steps += 1) {
    if (node.type === 'call_expression' && node.startIndex === start && node.endIndex === end) return node;
    node = node.parent;
  }
  return undefined;
}
