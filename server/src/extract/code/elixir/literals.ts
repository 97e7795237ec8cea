import { HIDDEN, type Keywords, type Value } from '../../../model/value';
import { isSecretName, redactText } from '../../redact';

export const OTHER: Value = { t: 'other' };
export const NULL: Value = { t: 'null' };

/** Prompts and templates are long; nobody reads them whole in a fact. */
const MAX_TEXT = 1000;

export function stringValue(text: string): Value {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return { t: 'string', v: redactText(short) };
}

export function keywordsOf(entries: Iterable<readonly [string, Value]>): Keywords {
  const all = [...entries];
  const isCookie = all.some(([key]) => key === 'store') && all.some(([key]) => key === 'signing_salt');
  return Object.fromEntries(
    all.map(([key, value]) => [key, isCookie && isCookieName(key, value) ? value : hideByName(key, value)]),
  );
}

/** The key of a session's store is the name of its cookie, which every browser is told. */
function isCookieName(key: string, value: Value): boolean {
  return key === 'key' && value.t === 'string' && /^_[a-z][a-z0-9_]{2,60}$/.test(value.v);
}

/** Headers and options that carry credentials under names that no variable would have. */
const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|x-api-key|x-auth-token|default_signer|signer)$/i;

/** A literal under a name that says secret is hidden; everything else stays. */
export function hideByName(name: string, value: Value): Value {
  if (!isSecretName(name) && !SECRET_HEADER.test(name)) return value;
  return hideTexts(value, 0);
}

function hideTexts(value: Value, depth: number): Value {
  if (depth > 6) return OTHER;
  const hide = (inner: Value): Value => hideTexts(inner, depth + 1);
  switch (value.t) {
    case 'string':
      return value.v === '' || /^Bearer $/i.test(value.v) ? value : { t: 'string', v: HIDDEN };
    case 'template':
      return { ...value, parts: value.parts.map(hide) };
    case 'either':
      return { ...value, options: value.options.map(hide) };
    case 'list':
      return { ...value, items: value.items.map(hide) };
    case 'env':
      return value.default === undefined ? value : { ...value, default: hide(value.default) };
    case 'call':
      if (!value.callee.startsWith('Application.')) return { ...value, args: value.args.map(hide) };
      return { ...value, keywords: Object.fromEntries(Object.entries(value.keywords).map(([k, v]) => [k, hide(v)])) };
    default:
      return value;
  }
}

/** `4_000`, `0xFF`, `1.5e3`. */
export function numberValue(text: string): Value {
  const number = Number(text.replaceAll('_', ''));
  return Number.isFinite(number) ? { t: 'number', v: number } : OTHER;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', s: ' ', '0': '\0', e: '', a: '', b: '' };

export function unescaped(sequence: string): string {
  const letter = sequence.slice(1);
  if (letter.startsWith('u') || letter.startsWith('x')) {
    const code = Number.parseInt(letter.replace(/[ux{}]/g, ''), 16);
    return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return ESCAPES[letter] ?? (letter === '\n' ? '' : letter);
}

/** A heredoc's text: without its first line break and the indentation of its lines. */
export function dedent(text: string): string {
  const lines = text.replace(/^\r?\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines
    .map((line) => line.slice(common))
    .join('\n')
    .trimEnd();
}

/** Pieces joined: neighbouring texts become one, a single text becomes a string. */
export function joined(parts: readonly Value[]): Value {
  const flat: Value[] = [];
  for (const part of parts) {
    const pieces = part.t === 'template' ? part.parts : [part];
    for (const piece of pieces) {
      const last = flat[flat.length - 1];
      if (piece.t === 'string' && last?.t === 'string') flat[flat.length - 1] = { t: 'string', v: last.v + piece.v };
      else flat.push(piece);
    }
  }
  const only = flat[0];
  if (only === undefined) return { t: 'string', v: '' };
  if (flat.length === 1 && only.t === 'string') return stringValue(only.v);
  return { t: 'template', parts: flat };
}

/** Any of these; nothing known of one leaves the others. */
export function either(options: readonly Value[]): Value {
  const flat = options.flatMap((option) => (option.t === 'either' ? option.options : [option]));
  const known = flat.filter((option) => option.t !== 'other');
  const only = known[0];
  if (only === undefined) return OTHER;
  return known.length === 1 ? only : { t: 'either', options: known };
}

const TO_MILLISECONDS: Readonly<Record<string, number>> = { seconds: 1000, minutes: 60_000, hours: 3_600_000 };

/** `:timer.minutes(5)` in milliseconds. */
export function timerValue(unit: string, amount: Value | undefined): Value {
  const factor = TO_MILLISECONDS[unit];
  return factor === undefined || amount?.t !== 'number' ? OTHER : { t: 'number', v: amount.v * factor };
}

export function arithmetic(operator: string, left: Value, right: Value): Value {
  if (left.t !== 'number' || right.t !== 'number') return OTHER;
  const v = { '+': left.v + right.v, '-': left.v - right.v, '*': left.v * right.v, '/': left.v / right.v }[operator];
  return v === undefined || !Number.isFinite(v) ? OTHER : { t: 'number', v };
}

const TAKES_KEYS = /(^|\.)(Signer|JWK|JWT|MessageVerifier|MessageEncryptor|Fernet|Crypto)\.\w+$/;

/** Keys that are handed over by position: `Joken.Signer.create("HS256", "...")`. Names of algorithms stay. */
export function hideKeys(callee: string, args: readonly Value[]): readonly Value[] {
  if (!TAKES_KEYS.test(callee)) return args;
  return args.map((arg) => (arg.t === 'string' && /^[A-Za-z]{0,8}\d{0,3}$/.test(arg.v) ? arg : hideTexts(arg, 0)));
}
