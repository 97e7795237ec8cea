import { HIDDEN } from '../model/value';

/**
 * Keeps secrets out of facts. Everything that later reaches a document, a hover, a log or the cache is made of facts, so
 * this is the one place that decides.
 */

/** Names whose values are secret, whatever they look like. */
const SECRET_NAME =
  /(^|_)(SECRET|PASSWORD|PASSWD|PASSPHRASE|PWD|TOKEN|CREDENTIALS?|PRIVATE|SALT|DSN|API_?KEY|ACCESS_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|MASTER_?KEY|LICENSE_?KEY|SECRET_?KEY|KEY)(_|$)/i;

/** All of them have one of these. */
const SECRET_WORD = /secret|passw|passphrase|pwd|token|credential|private|salt|dsn|key/i;

/** Parts of secret-sounding names that make them harmless: `TOKEN_EXPIRES_IN`, `PASSWORD_MIN_LENGTH`, `KEY_PREFIX`. */
const HARMLESS_NAME =
  /(^|_)(EXPIRES?|EXPIRY|EXPIRATION|EXPIRE|TTL|LIFETIME|MINUTES?|HOURS?|DAYS?|SECONDS?|LENGTH|MIN|MAX|LIMIT|COUNT|ROUNDS|PREFIX|PATH|FILE|DIR|URL|URI|HOST|NAME|ALGORITHM|ALG|ISSUER|AUDIENCE|TYPE|HEADER|ENABLED?|REGION|PUBLIC|PUBLISHABLE|TOKENS|MODEL|HASHERS?|VALIDATORS?|IN)(_|$)/i;

/** Prefixes that vendors give to keys, and token shapes. */
const VENDOR_SHAPES: readonly RegExp[] = [
  /^(sk|pk|rk|whsec|xox[abprs]|gh[pousr]|github_pat|glpat|AKIA|ASIA|AIza|SG\.|shpat|dop_v1|npm_|pypi-|hf_|key-|re_)[-_A-Za-z0-9.]{12,}$/,
  /^ey[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./,
];
/** The shortest of all: two letters and twelve more. */
const SHORTEST_SHAPE = 14;
const SECRET_SHAPES: readonly RegExp[] = [...VENDOR_SHAPES, /-----BEGIN [A-Z ]*PRIVATE KEY-----/, /^[0-9a-f]{32,}$/i];

const USER_INFO = /([a-z][a-z0-9+.-]*:\/\/)([^\s/@:]*)(:[^\s/@]*)?@/gi;
const QUERY_SECRET = /([?&](?:[\w-]*(?:token|secret|password|key|signature|sig|auth)[\w-]*)=)[^&\s"'#]+/gi;

/** Whether a text has the shape of a key or token, judged by itself. */
export function looksSecret(text: string): boolean {
  if (text.length < SHORTEST_SHAPE) return false;
  if (SECRET_SHAPES.some((shape) => shape.test(text))) return true;
  return text.length >= 24 && text.length <= 512 && /^[A-Za-z0-9+/=_-]+$/.test(text) && isRandom(text);
}

/** Whether a name says that its value is secret. What makes it harmless stands behind the word: `EMAIL_HOST_PASSWORD` is none. */
export function isSecretName(name: string): boolean {
  if (!SECRET_WORD.test(name)) return false;
  const upper = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[-.]/g, '_');
  if (!SECRET_NAME.test(upper) || OPEN_KEY.test(upper)) return false;
  const words = upper.split('_');
  const last = words.findLastIndex((word) => SECRET_NAME.test(word));
  const behind = words.slice(last + 1).join('_');
  // `MAX_TOKEN` counts; nothing else in front of the word says what the value is.
  return !HARMLESS_NAME.test(behind) && !/^(?:MIN|MAX|NUM)$/i.test(words[last - 1] ?? '');
}

/** Keys that are meant for everyone. */
const OPEN_KEY = /(^|_)(PUBLIC|PUBLISHABLE)_?(API_?)?KEY(_|$)/i;

const SHORTEST_KEY = 15;
const AUTHORIZATION = /^((?:Bearer|Basic|Token|Bot|Api-?Key|Key)\s+)([\w.~+/=-]{8,})$/i;
const PIECE = /(?<![\w-])[\w.-]{15,512}(?![\w-])/g;

/** Keys that stand within a longer text: behind the word of an `Authorization` header, or told by a vendor's prefix. */
function withoutKeys(text: string): string {
  const header = AUTHORIZATION.exec(text);
  if (header !== null) return `${header[1]}${HIDDEN}`;
  return text.replace(PIECE, (piece) => (isVendorKey(piece) ? HIDDEN : piece));
}

/** Within a text, words with such a prefix are words more often than keys: `key-management-service`. */
function isVendorKey(piece: string): boolean {
  if (!/\d\D*\d/.test(piece) || !(/[A-Z]/.test(piece) || /[0-9a-f]{16}/.test(piece))) return false;
  return VENDOR_SHAPES.some((shape) => shape.test(piece));
}

/** A literal as facts may hold it: user names and passwords masked in URLs, keys hidden whole. */
export function redactText(text: string): string {
  if (looksSecret(text)) return HIDDEN;
  const shown = text.length < SHORTEST_KEY ? text : withoutKeys(text);
  if (!shown.includes('://')) return shown;
  return shown
    .replace(USER_INFO, (_all, scheme: string, _user: string, password?: string) =>
      password === undefined ? scheme : `${scheme}***:***@`,
    )
    .replace(QUERY_SECRET, '$1***');
}

/** The default of a variable as facts may hold it: hidden where the name or the text says secret. */
export function defaultText(name: string, value: string): string {
  if (value === '') return value;
  if (isSecretName(name) && !isPlain(value)) return HIDDEN;
  return redactText(value);
}

/** Values that are no secret under any name: numbers, truth values, empty words. */
function isPlain(value: string): boolean {
  return /^(-?\d{1,6}(\.\d+)?|true|false|yes|no|on|off|none|null|undefined|nil)$/i.test(value);
}

/** Mixed letters and digits with high variety and no word-like structure. */
function isRandom(text: string): boolean {
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(text)).length;
  if (classes < 2 || !/[0-9]/.test(text)) return false;
  const parts = text.split(/[-_/+=]/).filter((part) => part !== '');
  const longest = Math.max(...parts.map((part) => part.length));
  if (longest < 16) return false;
  return new Set(text).size >= 12 && !/^[a-z-]+-\d+$/.test(text);
}
