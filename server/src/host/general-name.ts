/** Words that any program may use for anything. */
const GENERAL = new Set(
  (
    'API_KEY API_URL API_TOKEN API_SECRET SECRET SECRET_KEY TOKEN ACCESS_TOKEN AUTH_TOKEN JWT_SECRET PASSWORD USERNAME USER ' +
    'HOST PORT URL BASE_URL APP_URL DOMAIN DEBUG ENV ENVIRONMENT NODE_ENV LOG_LEVEL DATABASE_URL REDIS_URL REGION TIMEOUT ' +
    'DB_HOST DB_PORT DB_NAME DB_USER DB_PASSWORD PATH HOME'
  ).split(' '),
);

const PUBLIC_SUFFIX =
  /^(?:(?:co|com|org|net|gov|ac)\.)?[a-z]{2,6}$|^(?:github|gitlab|vercel|netlify|herokuapp|onrender|pages|web)\.(?:io|app|com|dev)$/;

export type Kind = 'package' | 'id' | 'variable' | 'hint' | 'host' | 'scheme' | 'pattern';

/** Why a name would match what it does not mean, or nothing at all; undefined where it is fine. */
export function generalName(kind: Kind, name: string): string | undefined {
  switch (kind) {
    case 'package':
      return name.includes('*') || /\s/.test(name) ? 'packages and modules are named exactly' : undefined;
    case 'variable':
      return variable(name);
    case 'host':
      return host(name);
    case 'scheme':
      return /^(?:https?|wss?|file)$/i.test(name) || !/^[a-z][a-z0-9+.-]*$/i.test(name)
        ? 'it must be the scheme of a connection string, such as "amqp"'
        : undefined;
    case 'pattern':
      return name.replace(/[^\p{L}\p{N}]/gu, '').length < 3 ? 'it would match almost anything' : undefined;
    default:
      return undefined;
  }
}

function variable(name: string): string | undefined {
  if (!/^(?:\*_)?[A-Za-z0-9]+(?:_(?:\*|[A-Za-z0-9]+))*$/.test(name)) {
    return 'a variable has letters, digits and _, and * stands alone between _, as in "BILLING_*"';
  }
  if (GENERAL.has(name) || GENERAL.has(name.replace(/^\*_|_\*$/g, '')) || name.replace(/[*_]/g, '').length < 3) {
    return 'the name is too general to prove anything; "envHints" takes it';
  }
  return undefined;
}

function host(name: string): string | undefined {
  if (!/^[a-z0-9*_-]+(?:\.[a-z0-9*_-]+)*$/.test(name))
    return 'it must be a host alone, in lower case: "billing.example.com"';
  const literal = name.slice(name.lastIndexOf('*') + 1).replace(/^\./, '');
  const single = !name.includes('.');
  if (
    name === 'localhost' ||
    (single && name.length < 4) ||
    (!single && PUBLIC_SUFFIX.test(literal)) ||
    literal === ''
  ) {
    return 'it would match hosts of everybody';
  }
  return undefined;
}
