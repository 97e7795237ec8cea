import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import { placesIn } from '../../scan';
import type { Declaration } from '../declaration';
import type { Resolver } from '../resolve';
import type { Script } from '../script';
import { addAliases } from './env-aliases';
import { type EnvAlias, type EnvAliases, type EnvObject, usesOf } from './env-object';
import { takenFromProcess } from './env-of-process';
import { placesOf, TYPED, wholeCopies } from './whole-copies';

const WRITTEN =
  /\b(?:(?:process|import\.meta|Bun|Deno|Netlify)\s*!?\s*(?:\?\.|\.)\s*env\b|process\s*(?:\?\.)?\[\s*(['"`])env\1\s*\])/g;
/** `require("process").env`, `(import.meta as any).env`, `globalThis["process"].env`. */
const WRAPPED =
  /\brequire\(\s*(['"])(?:node:)?process\1\s*\)\s*(?:\?\.|\.)\s*env\b|\(\s*import\.meta\s+as\s+[^()\n]{1,120}\)\s*(?:\?\.|\.)\s*env\b|\b(?:globalThis|global|window)\s*\[\s*(['"])process\2\s*\]\s*[?!]?\.\s*env\b/g;
/** What dotenv gives back: the variables of the file. */
const PARSED = /^(?:dotenv|require\(\s*['"]dotenv['"]\s*\))\.config\([^;\n]{0,150}\)\s*[?!]?\.parsed\b/;
const PARSED_PATTERN = /\bparsed\b[^{};]{0,80}\}\s*=\s*(?:dotenv|require\(\s*['"]dotenv['"]\s*\))\.config\(/g;
const OWNERS = /^\(?\s*(?:globalThis|global|window|self)(?:\s+as\s+[\w<>., ]{1,60}\))?$/;
/** Imported names that are the environment itself. */
const IMPORTED = table({
  'process.env': 'process.env',
  'node:process.env': 'process.env',
  'react-native-config': 'Config',
  'react-native-config.Config': 'Config',
  'std-env.env': 'process.env',
  'bun.env': 'Bun.env',
  'cloudflare:workers.env': 'env',
  '$env/dynamic/private.env': '$env/dynamic/private',
  '$env/dynamic/public.env': '$env/dynamic/public',
});

/** Everywhere in a file where the environment as a whole is named, found in the text first: such places are rare. */
export function envObjects(script: Script, resolver: Resolver): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  const aliases = new Map<Declaration, EnvAlias>();
  for (const match of placesIn(WRITTEN, script.file)) {
    const object = objectAt(script, match.index);
    if (object !== undefined) objects.push(object);
  }
  for (const match of placesIn(WRAPPED, script.file)) {
    const node = memberAround(script, match.index);
    const accessor = match[0]?.startsWith('(') ? 'import.meta.env' : 'process.env';
    if (node !== undefined) objects.push({ node, accessor });
  }
  for (const match of placesOf(script.file, PARSED_PATTERN, ['parsed'])) {
    const declaration = script.names.lookup('parsed', match.index);
    if (declaration !== undefined) aliases.set(declaration, { accessor: 'dotenv' });
  }
  objects.push(...takenFromProcess(script, aliases));
  for (const declaration of script.names.all()) {
    const accessor = aliasOf(script, declaration, resolver);
    if (accessor !== undefined) aliases.set(declaration, { accessor });
  }
  objects.push(...wholeCopies(script, resolver));
  const fields: EnvObject[] = [];
  for (const object of objects) addAliases(script, object, aliases, fields);
  const used = usesOfAliases(script, aliases, fields);
  return [...objects, ...used, ...fields];
}

const MOST_OBJECTS = 5000;

/** An alias may be given another: `const env = process.env; const { KEY, ...others } = env`. */
function usesOfAliases(script: Script, aliases: EnvAliases, fields: EnvObject[]): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  // A map walks over what is added to it on the way.
  for (const [declaration, { accessor, allows }] of aliases) {
    if (objects.length > MOST_OBJECTS) break;
    for (const { node } of usesOf(script, declaration, accessor)) {
      const object = { node, accessor, ...(allows !== undefined && { allows }) };
      objects.push(object);
      addAliases(script, object, aliases, fields);
    }
  }
  return objects;
}

function objectAt(script: Script, index: number): EnvObject | undefined {
  let node = script.nodeAt(index);
  if (node === null) return undefined;
  const { type } = node;
  if (type === 'property_identifier') {
    node = node.parent;
    if (node === null || !OWNERS.test(node.childForFieldName('object')?.text ?? '')) return undefined;
  } else if (type === 'identifier') {
    const declaration = script.names.lookup(node.text, index);
    if (declaration !== undefined && !/^(node:)?process$/.test(declaration.resolved?.path ?? '')) return undefined;
    if (node.parent?.type === 'non_null_expression') node = node.parent;
  } else if (type !== 'meta_property') {
    return undefined;
  }
  const owner = node.text.replace(/^.*\.|!$/g, '');
  const object = node.parent;
  if (object === null || isInType(object)) return undefined;
  if (!/^(member|subscript)_expression$/.test(object.type)) return undefined;
  return { node: object, accessor: `${owner === 'meta' ? 'import.meta' : owner}.env` };
}

/** `typeof process.env.X` as a type reads nothing. */
function isInType(node: SyntaxNode): boolean {
  let current: SyntaxNode | null = node;
  for (let steps = 0; current !== null && steps < 4; steps += 1) {
    if (current.type === 'type_query') return true;
    current = current.parent;
  }
  return false;
}

/** The expression `x.env` that starts at an index. */
function memberAround(script: Script, index: number): SyntaxNode | undefined {
  let node = script.nodeAt(index);
  for (let steps = 0; node !== null && steps < 6; steps += 1) {
    const isEnv = node.type === 'member_expression' && node.childForFieldName('property')?.text === 'env';
    if (isEnv && node.startIndex === index) return node;
    node = node.parent;
  }
  return undefined;
}

function aliasOf(script: Script, declaration: Declaration, resolver: Resolver): string | undefined {
  if (declaration.kind === 'import') return IMPORTED[declaration.resolved?.path ?? ''];
  if (declaration.type !== undefined && declaration.kind === 'parameter') return TYPED[declaration.type];
  if (declaration.kind !== 'variable') return undefined;
  const value = declaration.values[0];
  if (value === undefined) return undefined;
  const { startIndex } = value;
  if (PARSED.test(script.text.slice(startIndex, startIndex + 300))) return 'dotenv';
  if (!/^[\w$.]*loadEnv\(/.test(script.text.slice(startIndex, startIndex + 40))) return undefined;
  return resolver.declaration(declaration)?.path === 'vite.loadEnv' ? 'loadEnv' : undefined;
}
