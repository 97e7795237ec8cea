/** Shapes that vendors give to keys that must stay secret. Publishable keys (`pk_`, site keys) are none. */
const VENDOR_SHAPES: readonly RegExp[] = [
  /^(?:sk|rk)[-_](?:live|test|proj|ant|or|svcacct|admin)?[-_]?[A-Za-z0-9_-]{20,}$/,
  /^whsec_[A-Za-z0-9+/=]{20,}$/,
  /^(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{18,}|xox[abprs]-[\w-]{20,}|xapp-[\w-]{20,})$/,
  /^(?:AKIA|ASIA)[A-Z0-9]{16}$/,
  /^SG\.[\w-]{16,}\.[\w-]{16,}$/,
  /^(?:shpat|shpss)_[0-9a-f]{32}$/,
  /^(?:dop_v1_[0-9a-f]{40,}|npm_[A-Za-z0-9]{30,}|pypi-[\w-]{40,}|hf_[A-Za-z0-9]{30,}|re_[A-Za-z0-9]{6,}_[A-Za-z0-9]{16,})$/,
  /^\d{8,10}:[A-Za-z0-9_-]{35}$/,
];
const PRIVATE_KEY = /^-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----\s*(?:\\n)?\s*[A-Za-z0-9+/=\\]{20,}/;
const SECRET_WORD =
  /(?:^|_)(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|PASS|TOKEN|CREDENTIALS?|PRIVATE|SALT|API_?KEY|ACCESS_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|MASTER_?KEY|SECRET_?KEY|KEY_BASE|KEY)(?:_|$)/;
/** Names of this kind hold what everyone may see, or what is about a secret and none itself. */
const HARMLESS_WORD =
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON|SITE_?KEY|EXPIRES?|EXPIRY|EXPIRATION|TTL|LENGTH|PREFIX|PATH|FILE|DIR|URL|URI|HOST|NAME|ALGORITHM|ISSUER|AUDIENCE|ID|HEADER|REGION|MODEL|FINGERPRINT|CHECKSUM|HASH|VERSION|SHA)(?:_|$)/;
const SHIPPED_TO_BROWSERS =
  /^(?:NEXT_PUBLIC_|NUXT_PUBLIC_|EXPO_PUBLIC_|REACT_APP_|VUE_APP_|GATSBY_|VITE_|PUBLIC_|STORYBOOK_)/;
/** Words that people write where a value belongs. */
const PLACEHOLDER =
  /example|placeholder|change[-_ ]?me|change[-_ ]?this|replace|your[-_ ]|[-_]your|insert|dummy|fake|sample|todo|fixme|redacted|hidden|secret[-_ ]?(?:key|here|value)|not[-_ ]?(?:a|so|for)[-_ ]|insecure|unsafe|super[-_ ]?secret|development|(?:^|[-_])(?:dev|local|test|testing|demo|default|here|goes|key|token|password)(?:[-_]|$)|x{4,}|\*{3,}|\.{3}|0{8,}|1234567|abcdef|^<.*>$|^\[.*\]$|^\{.*\}$|\$\{|\$\(|\{\{|%\(/i;
const USER_INFO = /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:([^\s/@]+)@([^\s/:@?]+)/i;
/** Passwords that everyone's database has on their own machine. */
const EVERYONES =
  /^(?:postgres|password|passwd|pass|root|admin|user|guest|mysql|mariadb|mongo|mongodb|redis|rabbit|rabbitmq|minio|minioadmin|secret|test|dev|local|docker|example|changeme|app|db|api)[\d!]*$/i;

/**
 * Whether a value has the shape of a secret. Asked while a file is read; the answer alone goes on, never the value.
 * Placeholders, words and what everyone has on their own machine are no secrets.
 */
export function isSecretValue(name: string, value: string): boolean {
  if (value.length < 8 || value.length > 8192) return false;
  if (PRIVATE_KEY.test(value)) return true;
  if (value.length > 1024 || PLACEHOLDER.test(value.slice(0, 1024))) return false;
  if (SHIPPED_TO_BROWSERS.test(name)) return false;
  const address = USER_INFO.exec(value);
  if (address !== null) return isRealPassword(address[1] ?? '', address[2] ?? '');
  if (VENDOR_SHAPES.some((shape) => shape.test(value)) && isVaried(value)) return true;
  if (/^ey[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/.test(value)) return isPrivateToken(value);
  const upper = name.toUpperCase();
  return SECRET_WORD.test(upper) && !HARMLESS_WORD.test(upper) && isRandom(value);
}

/** In an address of a machine of one's own (no dot in its name) weak passwords are usual. */
function isRealPassword(password: string, host: string): boolean {
  const isOwn = !host.includes('.') || /^(?:127\.|10\.|192\.168\.|0\.0\.0\.0)/.test(host);
  if (EVERYONES.test(password) || password.length < 8) return false;
  return isOwn ? isRandom(password) : /\d/.test(password) && isVaried(password);
}

/** A signed token that says of itself that everyone may have it (or that it is a demo's) is no secret. */
function isPrivateToken(token: string): boolean {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    return !/"role"\s*:\s*"anon"|demo|example|"sub"\s*:\s*"1234567890"/i.test(payload);
  } catch {
    return false;
  }
}

/** Many different signs, letters and digits mixed, and no words. */
function isRandom(value: string): boolean {
  if (!/^[A-Za-z0-9+/=_.~!@#$%^&*()-]{20,}$/.test(value) || !isVaried(value)) return false;
  const digits = value.replace(/\D/g, '').length;
  if (digits < 3 || !/[A-Za-z]/.test(value)) return false;
  // Words that are joined by signs leave long runs of small letters; keys do not.
  const words = value.match(/[a-z]{5,}/g)?.join('').length ?? 0;
  return words < value.length / 3;
}

function isVaried(value: string): boolean {
  return new Set(value).size >= 10;
}
