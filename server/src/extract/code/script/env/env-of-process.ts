import type { SyntaxNode } from '../../../../syntax/node';
import type { Script } from '../script';
import { codeChildren } from '../unwrap';
import { type EnvAliases, type EnvObject, usesOf } from './env-object';
import { envTakenFromProcess } from './taken-env';

/** `const { env } = process`, `const { env: { X } } = require("process")`, `import * as proc from "node:process"`. */
export function takenFromProcess(script: Script, aliases: EnvAliases): readonly EnvObject[] {
  return [...takenByPatterns(script, aliases), ...takenFromModule(script, aliases)];
}

function takenByPatterns(script: Script, aliases: EnvAliases): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  for (const { name, value } of envTakenFromProcess(script.file)) {
    const isOwn = /^\s*(?:global(?:This)?\s*\.\s*)?process/.test(script.text.slice(value, value + 40));
    if (isOwn && script.names.lookup('process', name)?.kind === 'parameter') continue;
    const node = script.nodeAt(name);
    if (node === null) continue;
    const inner = node.parent?.type === 'pair_pattern' ? node.parent.childForFieldName('value') : node;
    if (inner?.type === 'object_pattern') objects.push({ node, accessor: 'process.env' });
    else addName(script, inner, aliases);
  }
  return objects;
}

function takenFromModule(script: Script, aliases: EnvAliases): readonly EnvObject[] {
  const objects: EnvObject[] = [];
  for (const declaration of script.names.imports()) {
    const isModule = /^(?:node:)?process$/.test(declaration.resolved?.path ?? '');
    if (!isModule || declaration.name === 'process') continue;
    for (const { node } of usesOf(script, declaration, 'process.env')) {
      const member = node.parent;
      if (member?.type === 'variable_declarator') objects.push(...envOfPattern(script, member, aliases));
      if (member?.type !== 'member_expression' || member.childForFieldName('property')?.text !== 'env') continue;
      objects.push({ node: member, accessor: 'process.env' });
    }
  }
  return objects;
}

/** `const { env } = proc`, where `proc` is the module. */
function envOfPattern(script: Script, declarator: SyntaxNode, aliases: EnvAliases): readonly EnvObject[] {
  const pattern = declarator.childForFieldName('name');
  if (pattern?.type !== 'object_pattern') return [];
  for (const child of codeChildren(pattern)) {
    const isPair = child.type === 'pair_pattern';
    if ((isPair ? child.childForFieldName('key')?.text : child.text) !== 'env') continue;
    const inner = isPair ? child.childForFieldName('value') : child;
    const key = isPair ? child.childForFieldName('key') : null;
    if (inner?.type === 'object_pattern' && key !== null) return [{ node: key, accessor: 'process.env' }];
    addName(script, inner, aliases);
  }
  return [];
}

function addName(script: Script, node: SyntaxNode | null, aliases: EnvAliases): void {
  const declaration = node === null ? undefined : script.names.lookup(node.text, node.startIndex);
  if (declaration !== undefined) aliases.set(declaration, { accessor: 'process.env' });
}
