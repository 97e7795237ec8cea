import type { EnvReadFact, Presence } from '../../../model/facts';
import { allCaught, caught, type Match, type SyntaxNode } from '../../../syntax/node';
import { defaultText, redactText } from '../../redact';
import { headOf } from '../ranges';
import type { Scopes } from '../scopes';
import { literalText, literalValue } from './captured-values';

const LONGEST_COMMENT = 300;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const PRESENCES: readonly string[] = ['raises', 'bare', 'default', 'guarded', 'compared'] satisfies Presence[];

interface Captured {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly presence: Presence;
  readonly accessor: string;
  readonly default?: string;
  readonly cast?: string;
  /** Among several patterns that catch the same name, the one that says most is right. */
  readonly weight: number;
}

/** The environment reads of a file, gathered match by match. */
export class CapturedReads {
  readonly #reads = new Map<number, Captured>();
  readonly #comments: SyntaxNode[] = [];

  add(match: Match): void {
    this.#comments.push(...allCaught(match, 'comment'));
    const nameNode = caught(match, 'env.name');
    const name = nameNode && literalText(nameNode);
    if (nameNode === undefined || name === undefined || !NAME.test(name)) return;
    const captured = readOf(match, nameNode, name);
    if ((this.#reads.get(nameNode.id)?.weight ?? -1) < captured.weight) this.#reads.set(nameNode.id, captured);
  }

  facts(scopes: Scopes): readonly EnvReadFact[] {
    const comments = new Map(this.#comments.map((node) => [node.endPosition.row, node]));
    return [...this.#reads.values()].map(({ node, weight: _, ...read }) => {
      const scope = scopes.at(node);
      const { row } = node.startPosition;
      const comment = commentText(comments.get(row) ?? aloneOnItsLine(comments.get(row - 1)));
      return {
        kind: 'envRead',
        range: headOf(node),
        ...(scope !== undefined && { scope }),
        ...read,
        ...(comment !== '' && { comment }),
      };
    });
  }
}

function readOf(match: Match, nameNode: SyntaxNode, name: string): Captured {
  const { accessor, cast, presence } = match.properties;
  const defaultNode = caught(match, 'env.default');
  const stated = PRESENCES.includes(presence ?? '') ? (presence as Presence) : undefined;
  const given = defaultNode && defaultOf(name, defaultNode);
  return {
    name,
    node: caught(match, 'env.read') ?? nameNode,
    presence: stated ?? (defaultNode === undefined ? 'bare' : 'default'),
    accessor: accessor ?? '',
    ...(given !== undefined && { default: given }),
    ...(typeof cast === 'string' && { cast }),
    weight: (defaultNode === undefined ? 0 : 2) + (stated === undefined ? 0 : 1),
  };
}

/** A literal default as a reader would write it; what is computed has none to show. */
function defaultOf(name: string, node: SyntaxNode): string | undefined {
  const value = literalValue(node);
  if (value.t === 'string') return defaultText(name, literalText(node) ?? '');
  return value.t === 'number' || value.t === 'bool' ? String(value.v) : undefined;
}

/** A comment above belongs to a read below it, unless it ends a line of other code. */
function aloneOnItsLine(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const before = node?.previousNamedSibling;
  return before && before.endPosition.row === node?.startPosition.row ? undefined : node;
}

/** The words of a comment, none of them a secret. */
function commentText(node: SyntaxNode | undefined): string {
  const line = node?.text.split('\n', 1)[0]?.slice(0, LONGEST_COMMENT) ?? '';
  const text = line.replace(/^(?:\/\/+|\/\*+|#+|--|;+)/, '').replace(/\*\/$/, '');
  return text.trim().split(/\s+/).map(redactText).join(' ');
}
