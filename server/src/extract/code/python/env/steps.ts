import type { SyntaxNode } from '../../../../syntax/node';
import { plainString } from '../literals';
import { dottedAt } from '../source';
import { isAbsenceTest } from './blocks';
import type { Step } from './climb';
import { stops } from './guards';
import { collected, keep, remember } from './keepers';
import { throughCall, throughConditional, throughMethod, throughOperator } from './through-expressions';

/** A client that is handed none of these works for nobody. */
const CREDENTIAL = /(?:^|_)(?:api_?key|key|token|secret|password|passwd|credentials?|sid)(?:$|_)/i;
const TRUE_WORDS = /["'](?:true|1|yes|on|t|y)["']/i;

/** What a kind of expression makes of the value within it: the next one up, or undefined where the value is used up. */
type Stepper = (step: Step) => SyntaxNode | undefined;

export const STEPS: Readonly<Record<string, Stepper>> = {
  parenthesized_expression: through,
  await: through,
  lambda: through,
  dictionary: through,
  list: throughList,
  tuple: throughList,
  set: throughList,
  expression_list: throughList,
  dictionary_splat: throughList,
  pair: throughPair,
  argument_list: throughCall,
  keyword_argument: throughKeyword,
  attribute: throughMethod,
  boolean_operator: throughOperator,
  not_operator: throughTest,
  comparison_operator: throughComparison,
  conditional_expression: throughConditional,
  if_statement: usedByCondition,
  elif_clause: usedByCondition,
  while_statement: usedByCondition,
  assert_statement: asserted,
  named_expression: throughNamed,
  assignment: keptByAssignment,
  default_parameter: keptByParameter,
  typed_default_parameter: keptByParameter,
  match_statement: matched,
  for_in_clause: throughComprehension,
  list_comprehension: throughComprehension,
  set_comprehension: throughComprehension,
  dictionary_comprehension: throughComprehension,
  generator_expression: throughComprehension,
  call: throughGenerator,
  if_clause: usedByFilter,
};

function through({ parent }: Step): SyntaxNode {
  return parent;
}

function throughList({ state, parent }: Step): SyntaxNode {
  state.plain = false;
  return parent;
}

function throughPair({ state, current, parent }: Step): SyntaxNode {
  const key = parent.childForFieldName('key');
  state.plain = false;
  if (key !== null && key.id !== current.id) state.keys.unshift(plainString(key.text) ?? key.text.slice(0, 60));
  return parent;
}

function throughKeyword({ state, current, parent, text }: Step): SyntaxNode | undefined {
  const keyword = dottedAt(text, parent.startIndex);
  if (keyword === 'default' || keyword === 'default_factory') return parent;
  if (parent.parent?.type === 'argument_list' && state.plain) {
    remember(state, parent.parent, current, keyword);
    state.passed = !CREDENTIAL.test(keyword);
  }
  return undefined;
}

function throughTest({ state, parent }: Step): SyntaxNode {
  state.compared = true;
  return parent;
}

function throughComparison({ state, parent }: Step): SyntaxNode {
  state.compared = true;
  if (TRUE_WORDS.test(parent.text)) state.cast ??= 'bool';
  return parent;
}

function usedByCondition({ state, current, parent, name }: Step): undefined {
  state.compared = true;
  const block = parent.childForFieldName('consequence')?.text ?? '';
  if (!isAbsenceTest(current.text, name)) return;
  if (stops(block)) state.raises = true;
  const list = /(?:^|\s)(\w+)\.(?:append|add)\(/.exec(block)?.[1];
  if (list !== undefined) state.absent = { list, offset: parent.startIndex };
}

function throughNamed({ state, parent }: Step): SyntaxNode {
  const target = parent.childForFieldName('name')?.text;
  if (target !== undefined) state.boundTo ??= target;
  if (target !== undefined && state.plain) state.variable ??= target;
  state.keeper ??= parent;
  return parent;
}

function asserted({ state }: Step): undefined {
  state.raises = true;
}

function matched({ state }: Step): undefined {
  state.compared = true;
}

function keptByAssignment({ state, parent }: Step): undefined {
  keep(state, parent.childForFieldName('left')?.text, parent);
}

function keptByParameter({ state, parent }: Step): undefined {
  keep(state, parent.childForFieldName('name')?.text, undefined);
}

function throughComprehension({ state, current, parent }: Step): SyntaxNode {
  if (isFiltered(parent, current)) state.guarded = true;
  state.plain = false;
  return parent;
}

/** `any(os.getenv(name) for name in NAMES)`. */
function throughGenerator({ state, current, parent }: Step): SyntaxNode | undefined {
  if (current.type !== 'generator_expression') return undefined;
  state.compared ||= /^(any|all)\b/.test(parent.text.slice(0, 4));
  return state.compared ? parent : undefined;
}

function usedByFilter({ state, current, parent, name }: Step): undefined {
  state.compared = true;
  if (isAbsenceTest(current.text, name)) collected(state, parent.parent);
}

/** `[os.environ[name] for name in NAMES if name in os.environ]`. */
function isFiltered(comprehension: SyntaxNode, body: SyntaxNode): boolean {
  if (comprehension.childForFieldName('body')?.id !== body.id) return false;
  const clause = comprehension.namedChildren.find((child) => child?.type === 'if_clause');
  return /^if\s+(?:\w+\s+in\s+(?:os\.)?environ\b|(?:os\.)?(?:environ\.get|getenv)\()/.test(
    clause?.text.slice(0, 80) ?? '',
  );
}
