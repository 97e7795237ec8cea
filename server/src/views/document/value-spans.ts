import { code, plain, shorten } from './markdown';

const MOST_TEXT = 140;
/** What `valueText` writes for a variable with a default, and what follows a setting that holds in one case alone. */
const CONDITION =
  /^(.+?) \(((?:if|unless|in|except) (?:[^()]|\([^()]*\)){1,120}|dev|prod|production|staging|development)\)$/;
const VARIABLE = /^(.+?) \((\{\w+\})\)( (?:per|every) .+)?$/;

const ON_ROUTE = /^(.+) on (GET|POST|PUT|PATCH|DELETE|ANY|HEAD|OPTIONS) (\/\S*)$/;

/** A value in inline code: a variable and its default are two, and a condition is no part of either. */
export function valueSpans(text: string): string {
  const { value, condition } = spansOf(text);
  return condition === undefined ? value : `${value} (${plain(condition)})`;
}

/** The value in inline code, and the case in which alone it holds. */
export function spansOf(text: string): { readonly value: string; readonly condition?: string } {
  const [, value = text, condition] = CONDITION.exec(text) ?? [];
  const [, limit, method, path] = ON_ROUTE.exec(value) ?? [];
  if (limit !== undefined && path !== undefined) return { value: `${code(limit)} on ${method} ${code(path)}` };
  const held = condition === undefined ? {} : { condition: withoutLookUps(condition) };
  const [, fallback, variable, rest] = VARIABLE.exec(value) ?? [];
  // A variable inside a longer text belongs to its part of it.
  if (fallback === undefined || variable === undefined || /\{\w+\}|, | or /.test(fallback)) {
    return { value: code(shorten(value, MOST_TEXT)), ...held };
  }
  const after = rest === undefined ? '' : `,${plain(shorten(rest, MOST_TEXT))}`;
  return { value: `${code(variable)}, default ${code(shorten(fallback, MOST_TEXT))}${after}`, ...held };
}

/** `os.getenv("DB") == "mysql"` asks for DB. */
function withoutLookUps(condition: string): string {
  return condition.replace(/\bos\.(?:getenv|environ\.get)\(["'](\w+)["'](?:, ?[^()]{0,40})?\)/g, '$1');
}
