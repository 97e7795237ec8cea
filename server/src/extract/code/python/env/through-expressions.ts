import type { SyntaxNode } from '../../../../syntax/node';
import { mentions } from './blocks';
import { castName } from './casts';
import type { Step } from './climb';
import { remember } from './keepers';

/** A call in place of a value that ends the program: `or sys.exit("...")`. */
const STOPS = /^(?:(?:sys|os)\._?exit|exit|quit|_?raise\w*|_?fail\w*|_?die)\(/;

/** The read is an argument: of a cast, of `any`/`all`, of `field(default=...)`, or of something that uses it up. */
export function throughCall({ state, current, parent: list }: Step): SyntaxNode | undefined {
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
  if (state.plain) remember(state, list, current, undefined);
  return undefined;
}

/** A method of the text: still the variable, maybe as another type. */
export function throughMethod({ state, parent: attribute }: Step): SyntaxNode | undefined {
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

/** `read or "d"`, `read and other`. */
export function throughOperator({ state, current, parent, name, text }: Step): SyntaxNode | undefined {
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

/** `read if condition else "d"`. */
export function throughConditional({ state, current, parent, name }: Step): SyntaxNode | undefined {
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
