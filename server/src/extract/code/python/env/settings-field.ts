import type { SyntaxNode } from '../../../../syntax/node';
import { readArguments } from '../arguments';
import type { PythonContext } from '../context';
import { plainString } from '../literals';
import { lastName } from '../name-paths';

/** One field of a pydantic settings class. */
export interface SettingsField {
  readonly type: string;
  readonly required: boolean;
  readonly defaultNode?: SyntaxNode;
  readonly description?: string;
  /** The names that the field states itself, prefix or not; empty where its own name counts. */
  readonly names: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

/** Reads `name: type = default` or `= Field(...)`. Undefined for what is no field. */
export function readField(
  context: PythonContext,
  assignment: SyntaxNode,
  target: string,
  isFirst: boolean,
): SettingsField | undefined {
  const type = assignment.childForFieldName('type')?.text ?? '';
  const right = assignment.childForFieldName('right') ?? undefined;
  if (/^(?:\w+\.)?(?:ClassVar|PrivateAttr)\b/.test(type)) return undefined;
  if (type === '' && !(isFirst && isPlainDefault(target, right))) return undefined;
  const mayLack = isFirst && /\bOptional\[|\|\s*None\b|\bNone\s*\|/.test(type);
  const annotated = /\bAnnotated\[/.test(type) ? fieldCallIn(context, assignment.childForFieldName('type')) : undefined;
  const call = right === undefined ? undefined : fieldCall(context, right);
  const described = call ?? annotated;
  if (described === undefined) return plainField(type, right, mayLack);
  const args = readArguments(described.childForFieldName('arguments'), context.text);
  const written = args.keywords.get('default') ?? args.positional[0] ?? (call === undefined ? right : undefined);
  const given = written?.type === 'ellipsis' ? undefined : written;
  const defaultNode = given ?? madeBy(args.keywords.get('default_factory'));
  const description = plainText(args.keywords.get('description'));
  const isGiven = given !== undefined || args.keywords.has('default_factory');
  return {
    type,
    required: !isGiven && !(mayLack && written === undefined),
    ...(defaultNode && { defaultNode }),
    ...(description !== undefined && { description }),
    names: namesIn(context, args.keywords, isFirst),
  };
}

/** `debug = False`: an assignment without a type that is a field all the same. */
function isPlainDefault(target: string, right: SyntaxNode | undefined): boolean {
  return right !== undefined && right.type !== 'call' && !/^[A-Z]?$/.test(target);
}

function plainField(type: string, right: SyntaxNode | undefined, mayLack: boolean): SettingsField {
  if (right === undefined) return { type, required: !mayLack, names: [] };
  if (right.type === 'ellipsis') return { type, required: true, names: [] };
  return { type, required: false, defaultNode: right, names: [] };
}

/** What `default_factory=lambda: "d"` gives. */
function madeBy(factory: SyntaxNode | undefined): SyntaxNode | undefined {
  return factory?.type === 'lambda' ? (factory.childForFieldName('body') ?? undefined) : undefined;
}

function fieldCall(context: PythonContext, node: SyntaxNode): SyntaxNode | undefined {
  if (node.type !== 'call') return undefined;
  const callee = node.childForFieldName('function');
  const path = context.names.resolveNode(callee)?.path ?? '';
  return /^pydantic\b.*\.Field$/.test(path) ? node : undefined;
}

function fieldCallIn(context: PythonContext, type: SyntaxNode | null): SyntaxNode | undefined {
  for (const call of type?.descendantsOfType('call') ?? []) {
    const found = call === null ? undefined : fieldCall(context, call);
    if (found !== undefined) return found;
  }
  return undefined;
}

function namesIn(
  context: PythonContext,
  keywords: ReadonlyMap<string, SyntaxNode>,
  isFirst: boolean,
): SettingsField['names'] {
  const node = (isFirst ? keywords.get('env') : undefined) ?? keywords.get('validation_alias') ?? keywords.get('alias');
  if (node === undefined) return [];
  const nodes = node.type === 'string' ? [node] : node.type === 'call' ? choicesIn(context, node) : items(node);
  return nodes.flatMap((literal) => {
    const name = plainText(literal);
    const start = literal.startIndex;
    return name === undefined ? [] : [{ name, start: start + 1, end: start + 1 + name.length }];
  });
}

function choicesIn(context: PythonContext, call: SyntaxNode): readonly SyntaxNode[] {
  const path = context.names.resolveNode(call.childForFieldName('function'))?.path ?? '';
  if (lastName(path) !== 'AliasChoices') return [];
  return readArguments(call.childForFieldName('arguments'), context.text).positional;
}

function items(node: SyntaxNode): readonly SyntaxNode[] {
  return /^(list|tuple|set)$/.test(node.type)
    ? node.namedChildren.filter((child): child is SyntaxNode => child !== null)
    : [];
}

/** The text of a string, also of one that is written in several pieces. */
function plainText(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'string') return plainString(node.text);
  if (node.type !== 'concatenated_string' && node.type !== 'parenthesized_expression') return undefined;
  const pieces = node.namedChildren.map((child) => (child === null ? '' : (plainText(child) ?? '')));
  return pieces.join('');
}
