import type { SyntaxNode } from '../../../syntax/node';
import { isIn } from '../scan';
import { argumentsOf, namedChildren } from './arguments';
import type { ElixirSource } from './elixir-source';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

const ASKS = /(?:config_env\(\)|Mix\.env\(\)|Mix\.env\b|\benv)/;
const EQUALS = new RegExp(`${ASKS.source}\\s*(==|!=|in|not in)\\s*(\\[[^\\]]*\\]|:\\w+)`);
const NEGATED: Readonly<Record<string, string>> = { dev: 'unless dev', test: 'unless test', prod: 'unless prod' };

/** In which environment a place of a file holds: by the file's name and by `if config_env() == :prod`. */
export class Environments {
  readonly #file: string | undefined;
  readonly #spans: readonly Span[];

  constructor(source: ElixirSource) {
    this.#file = environmentOf(source.path);
    this.#spans = isIn(ASKS, source.file) ? readSpans(source) : [];
  }

  at(index: number): string | undefined {
    return this.#spans.findLast((span) => span.start <= index && index < span.end)?.label ?? this.#file;
  }

  isProduction(index: number): boolean {
    return this.at(index) === 'prod';
  }
}

function environmentOf(path: string): string | undefined {
  const match = /(?:^|\/)config\/(?:[^/]+\/)*([a-z]+)(?:\.[a-z.]+)?\.exs$/.exec(path);
  const stem = match?.[1];
  if (stem === 'dev' || stem === 'test' || stem === 'prod' || stem === 'staging') return stem;
  return stem === 'releases' ? 'prod' : undefined;
}

function readSpans(source: ElixirSource): readonly Span[] {
  const spans: Span[] = [];
  for (const call of source.locals) {
    if (call.name !== 'if' && call.name !== 'unless' && call.name !== 'case') continue;
    if (!ASKS.test(source.text.slice(call.start, call.start + 200))) continue;
    const { positional, block } = argumentsOf(call.node);
    const condition = positional[0];
    if (condition === undefined || block === undefined) continue;
    if (call.name === 'case') spans.push(...clauseSpans(condition, block));
    else spans.push(...branchSpans(condition.text, block, call.name === 'unless'));
  }
  return spans;
}

function branchSpans(condition: string, block: SyntaxNode, isUnless: boolean): readonly Span[] {
  const [, operator = '', operand = ''] = EQUALS.exec(condition) ?? [];
  const names = operand.match(/\w+/g) ?? [];
  if (names.length === 0) return [];
  const isNegative = (operator === '!=' || operator === 'not in') !== isUnless;
  // `a == :prod or x` holds elsewhere as well.
  if (/\bor\b|\|\|/.test(condition)) return [];
  const positive = names.join(', ');
  const negative = complement(names);
  const otherwise = namedChildren(block).find((child) => child.type === 'else_block');
  const start = block.startIndex;
  const middle = otherwise?.startIndex ?? block.endIndex;
  const spans: Span[] = [{ start, end: middle, label: isNegative ? negative : positive }];
  // `else` of `a == :prod and x` holds in production too.
  if (otherwise !== undefined && !/\band\b|&&/.test(condition)) {
    spans.push({ start: middle, end: otherwise.endIndex, label: isNegative ? positive : negative });
  }
  return spans;
}

/** What is left of the three environments that every project has. */
function complement(names: readonly string[]): string {
  const left = ['dev', 'test', 'prod'].filter((name) => !names.includes(name));
  return left.length === 1 ? (left[0] ?? '') : (NEGATED[names[0] ?? ''] ?? left.join(', '));
}

function clauseSpans(condition: SyntaxNode, block: SyntaxNode): readonly Span[] {
  if (!/^(config_env\(\)|Mix\.env(\(\))?|env)$/.test(condition.text)) return [];
  return namedChildren(block).flatMap((clause) => {
    if (clause.type !== 'stab_clause') return [];
    const label = /^:(\w+)$/.exec(clause.childForFieldName('left')?.text ?? '')?.[1];
    return label === undefined ? [] : [{ start: clause.startIndex, end: clause.endIndex, label }];
  });
}
