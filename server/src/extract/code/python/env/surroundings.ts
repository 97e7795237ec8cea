import type { SyntaxNode } from '../../../../syntax/node';
import { plainString } from '../literals';
import { dottedAt } from '../source';
import { climbBlocks, isAbsenceTest, mentions } from './blocks';
import { castName } from './casts';
import { stops } from './guards';

/** What the code around a read does with it. */
export interface Surroundings {
  /** The literal or expression that stands in when there is nothing. */
  readonly fallback?: SyntaxNode;
  readonly compared: boolean;
  readonly raises: boolean;
  readonly guarded: boolean;
  /** A keyword argument gets it as it is, and none that says who someone is. */
  readonly passed: boolean;
  readonly production: boolean;
  readonly cast?: string;
  /** The name or dictionary path that the value is kept in. */
  readonly boundTo?: string;
  /** The name alone, where later lines can be searched for a guard. */
  readonly variable?: string;
  /** The statement that keeps the value. */
  readonly keeper?: SyntaxNode;
  /** The list that the names of absent variables are put in, and where that happens. */
  readonly absent?: { readonly list: string; readonly offset: number };
  /** The function that is handed the value, where it is called by a plain name. */
  readonly passedTo?: {
    readonly callee: string;
    readonly offset: number;
    readonly index: number;
    readonly keyword: string | undefined;
  };
}

interface State {
  fallback?: SyntaxNode;
  compared: boolean;
  raises: boolean;
  guarded: boolean;
  passed: boolean;
  production: boolean;
  cast?: string;
  keys: string[];
  boundTo?: string;
  variable?: string;
  keeper?: SyntaxNode;
  absent?: NonNullable<Surroundings['absent']>;
  passedTo?: NonNullable<Surroundings['passedTo']>;
  /** The value itself is kept, not a list or text that holds it. */
  plain: boolean;
}

/** A client that is handed none of these works for nobody. */
const CREDENTIAL = /(?:^|_)(?:api_?key|key|token|secret|password|passwd|credentials?|sid)(?:$|_)/i;
/** A call in place of a value that ends the program: `or sys.exit("...")`. */
const STOPS = /^(?:(?:sys|os)\._?exit|exit|quit|_?raise\w*|_?fail\w*|_?die)\(/;
const TRUE_WORDS = /["'](?:true|1|yes|on|t|y)["']/i;

/** Climbs from a read to the statement that holds it, then to the function around that. */
export function surroundingsOf(node: SyntaxNode, name: string, text: string): Surroundings {
  const state: State = {
    compared: false,
    raises: false,
    guarded: false,
    passed: false,
    production: false,
    keys: [],
    plain: true,
  };
  let current = node;
  for (let i = 0; i < 40; i++) {
    const parent: SyntaxNode | null = current.parent;
    if (parent === null) break;
    const next = step(state, current, parent, name, text);
    if (next === undefined) break;
    current = next;
  }
  climbBlocks(state, current, name);
  const { keys, plain: _plain, boundTo, ...rest } = state;
  const path = boundTo === undefined ? undefined : [boundTo, ...keys].join('.');
  return { ...rest, ...(path !== undefined && { boundTo: path }) };
}

/** Takes one step up; undefined where the value is used up. */
function step(
  state: State,
  current: SyntaxNode,
  parent: SyntaxNode,
  name: string,
  text: string,
): SyntaxNode | undefined {
  switch (parent.type) {
    case 'parenthesized_expression':
    case 'await':
    case 'lambda':
    case 'dictionary':
      return parent;
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'dictionary_splat':
      state.plain = false;
      return parent;
    case 'pair': {
      const key = parent.childForFieldName('key');
      state.plain = false;
      if (key !== null && key.id !== current.id) state.keys.unshift(plainString(key.text) ?? key.text.slice(0, 60));
      return parent;
    }
    case 'argument_list':
      return throughCall(state, parent, current, undefined);
    case 'keyword_argument': {
      const keyword = dottedAt(text, parent.startIndex);
      if (keyword === 'default' || keyword === 'default_factory') return parent;
      if (parent.parent?.type === 'argument_list' && state.plain) {
        remember(state, parent.parent, current, keyword);
        state.passed = !CREDENTIAL.test(keyword);
      }
      return undefined;
    }
    case 'attribute':
      return throughMethod(state, parent);
    case 'boolean_operator':
      return throughOperator(state, current, parent, name, text);
    case 'not_operator':
      state.compared = true;
      return parent;
    case 'comparison_operator': {
      state.compared = true;
      if (TRUE_WORDS.test(parent.text)) state.cast ??= 'bool';
      return parent;
    }
    case 'conditional_expression':
      return throughConditional(state, current, parent, name);
    case 'if_statement':
    case 'elif_clause':
    case 'while_statement': {
      state.compared = true;
      const block = parent.childForFieldName('consequence')?.text ?? '';
      if (!isAbsenceTest(current.text, name)) return undefined;
      if (stops(block)) state.raises = true;
      const list = /(?:^|\s)(\w+)\.(?:append|add)\(/.exec(block)?.[1];
      if (list !== undefined) state.absent = { list, offset: parent.startIndex };
      return undefined;
    }
    case 'assert_statement':
      state.raises = true;
      return undefined;
    case 'named_expression': {
      const target = parent.childForFieldName('name')?.text;
      if (target !== undefined) state.boundTo ??= target;
      if (target !== undefined && state.plain) state.variable ??= target;
      state.keeper ??= parent;
      return parent;
    }
    case 'assignment':
      keep(state, parent.childForFieldName('left')?.text, parent);
      return undefined;
    case 'default_parameter':
    case 'typed_default_parameter':
      keep(state, parent.childForFieldName('name')?.text, undefined);
      return undefined;
    case 'match_statement':
      state.compared = true;
      return undefined;
    case 'for_in_clause':
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      if (isFiltered(parent, current)) state.guarded = true;
      state.plain = false;
      return parent;
    // `any(os.getenv(name) for name in NAMES)`
    case 'call':
      if (current.type !== 'generator_expression') return undefined;
      state.compared ||= /^(any|all)\b/.test(parent.text.slice(0, 4));
      return state.compared ? parent : undefined;
    case 'if_clause':
      state.compared = true;
      if (isAbsenceTest(current.text, name)) collected(state, parent.parent);
      return undefined;
    default:
      return undefined;
  }
}

/** `[os.environ[name] for name in NAMES if name in os.environ]`. */
function isFiltered(comprehension: SyntaxNode, body: SyntaxNode): boolean {
  if (comprehension.childForFieldName('body')?.id !== body.id) return false;
  const clause = comprehension.namedChildren.find((child) => child?.type === 'if_clause');
  return /^if\s+(?:\w+\s+in\s+(?:os\.)?environ\b|(?:os\.)?(?:environ\.get|getenv)\()/.test(
    clause?.text.slice(0, 80) ?? '',
  );
}

/** `missing = [v for v in NAMES if not os.getenv(v)]`: what happens to the list decides. */
function collected(state: State, comprehension: SyntaxNode | null): void {
  const statement = comprehension?.parent;
  if (statement?.type !== 'assignment') return;
  const list = statement.childForFieldName('left')?.text ?? '';
  if (/^\w+$/.test(list)) state.absent = { list, offset: statement.startIndex };
}

function keep(state: State, target: string | undefined, keeper: SyntaxNode | undefined): void {
  if (target === undefined || target.length > 200) return;
  const key = /^([\w.]+)((?:\[["'][\w.-]+["']\])+)$/.exec(target);
  const name = key === null ? target : `${key[1]}${(key[2] ?? '').replace(/\[["']/g, '.').replace(/["']\]/g, '')}`;
  if (!/^[\w.-]+$/.test(name)) return;
  state.boundTo ??= name;
  if (keeper === undefined) return;
  state.keeper ??= keeper;
  if (state.plain && /^[\w.]+$/.test(target)) state.variable ??= target;
}

/** The read is an argument: of a cast, of `any`/`all`, of `field(default=...)`, or of something that uses it up. */
function throughCall(
  state: State,
  list: SyntaxNode,
  current: SyntaxNode,
  keyword: string | undefined,
): SyntaxNode | undefined {
  const call = list.parent;
  const callee = call?.childForFieldName('function')?.text ?? '';
  if (call === null || callee.length > 120) return undefined;
  if (/^(any|all|bool|len|isinstance)$/.test(callee)) {
    state.compared = true;
    if (callee === 'bool') state.cast ??= 'bool';
    return call;
  }
  const cast = castName(callee);
  if (cast !== undefined) {
    state.cast ??= cast;
    return call;
  }
  if (/(^|\.)(field|Field|Secret|cast|unquote|dict)$/.test(callee)) return call;
  if (/(^|\.)(dj_database_url|dj_email_url|django_cache_url)\.(parse|config)$/.test(callee)) {
    state.cast ??= 'url';
    return call;
  }
  if (state.plain) remember(state, list, current, keyword);
  return undefined;
}

/** Notes the call of a plain name that uses the value up. */
function remember(state: State, list: SyntaxNode, current: SyntaxNode, keyword: string | undefined): void {
  const callee = list.parent?.childForFieldName('function');
  if (callee?.type !== 'identifier') return;
  const index = keyword === undefined ? list.namedChildren.findIndex((child) => child?.id === current.id) : -1;
  state.passedTo = { callee: callee.text, offset: callee.startIndex, index, keyword };
}

/** A method of the text: still the variable, maybe as another type. */
function throughMethod(state: State, attribute: SyntaxNode): SyntaxNode | undefined {
  const method = attribute.childForFieldName('attribute')?.text ?? '';
  const call = attribute.parent;
  if (call?.type !== 'call') return undefined;
  if (/^(r?split|splitlines)$/.test(method)) state.cast ??= 'list';
  else if (/^(isdigit|isnumeric|startswith|endswith)$/.test(method)) state.compared = true;
  else if (
    !/^(l?strip|rstrip|lower|upper|casefold|replace|encode|decode|title|capitalize|removeprefix|removesuffix|get_secret_value)$/.test(
      method,
    )
  )
    return undefined;
  return call;
}

function throughOperator(
  state: State,
  current: SyntaxNode,
  parent: SyntaxNode,
  name: string,
  text: string,
): SyntaxNode | undefined {
  const left = parent.childForFieldName('left');
  const right = parent.childForFieldName('right');
  if (left === null || right === null) return undefined;
  const isLeft = left.id === current.id;
  const isOr = /\bor\b/.test(text.slice(left.endIndex, right.startIndex));
  // Of `a or b or "d"` the outermost right side is what is left in the end.
  if (isOr && isLeft && !state.compared && STOPS.test(right.text.slice(0, 40))) state.raises = true;
  else if (isOr && isLeft && !state.compared) state.fallback = right;
  else if (!isOr && isLeft) state.compared = true;
  else if (!isOr && mentions(left.text, name)) state.guarded = true;
  return parent;
}

function throughConditional(
  state: State,
  current: SyntaxNode,
  parent: SyntaxNode,
  name: string,
): SyntaxNode | undefined {
  const [body, condition, other] = parent.namedChildren;
  if (condition?.id === current.id) {
    state.compared = true;
    return undefined;
  }
  const text = condition?.text ?? '';
  if (mentions(text, name)) {
    state.guarded = true;
    const stand = body?.id === current.id ? other : body;
    if (stand !== null && stand !== undefined) state.fallback ??= stand;
  }
  return parent;
}
