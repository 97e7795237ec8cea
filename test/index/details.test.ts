import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../support/snapshot';

/** The details of one service as `label: text`. */
async function detailsOf(id: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { integrations } = await snapshotOf(files);
  const details = integrations.find((integration) => integration.id === id)?.details ?? [];
  return details.map(({ label, text }) => `${label}: ${text}`);
}

const django = (settings: string): Readonly<Record<string, string>> => ({
  'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")\n',
  'requirements.txt':
    'django==5.0\ndjangorestframework-simplejwt==5.3.0\ndjango-redis==5.4.0\npsycopg2-binary==2.9.9\ndjango-cors-headers==4.3.0\n',
  'app/settings.py': `ROOT_URLCONF = "app.urls"\n${settings}`,
});

describe('durations and sizes in words', () => {
  test('timedelta, with the variable that may change it', async () => {
    const settings = [
      'import os',
      'from datetime import timedelta',
      'SIMPLE_JWT = {',
      '    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=15),',
      '    "REFRESH_TOKEN_LIFETIME": timedelta(days=int(os.environ.get("REFRESH_DAYS", "7"))),',
      '    "ROTATE_REFRESH_TOKENS": True,',
      '}',
    ].join('\n');
    expect(await detailsOf('simplejwt', django(settings))).toEqual([
      'Access token lifetime: 15 minutes',
      'Refresh token lifetime: 7 days ({REFRESH_DAYS})',
      'Rotates refresh tokens: true',
    ]);
  });

  test('seconds of a Django setting', async () => {
    const settings = 'INSTALLED_APPS = ["django.contrib.auth"]\nSESSION_COOKIE_AGE = 1209600\n';
    expect(await detailsOf('django-session-auth', django(settings))).toEqual([
      'Session cookie age: 14 days (1209600 s)',
    ]);
  });

  test('a text such as 7d', async () => {
    const files = {
      'package.json': '{"dependencies":{"jose":"5.0.0"}}',
      'a.ts': [
        'import { SignJWT } from "jose";',
        'export const sign = (key: Uint8Array) =>',
        '  new SignJWT({}).setProtectedHeader({ alg: "HS256" }).setExpirationTime("7d").sign(key);',
      ].join('\n'),
    };
    expect(await detailsOf('jose', files)).toEqual(['Algorithm: HS256', 'Expires in: 7 days (7d)']);
  });

  test('an Elixir tuple, and milliseconds that a key names', async () => {
    const files = {
      'mix.exs':
        'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a, deps: deps()]\n  defp deps, do: [{:guardian, "~> 2.3"}, {:hammer, "~> 6.1"}]\nend\n',
      'config/config.exs': [
        'import Config',
        'config :a, A.Guardian, issuer: "a", ttl: {15, :minutes}',
        'config :hammer, backend: {Hammer.Backend.ETS, [expiry_ms: 7_200_000, cleanup_interval_ms: 600_000]}',
      ].join('\n'),
    };
    expect(
      await detailsOf('guardian', {
        ...files,
        'lib/g.ex': 'defmodule A.Guardian do\n  use Guardian, otp_app: :a\nend\n',
      }),
    ).toEqual(['Issuer: a', 'Token lifetime: 15 minutes']);
    expect(await detailsOf('hammer', files)).toEqual([
      'Backend: Hammer.Backend.ETS (expiry_ms: 2 hours (7200000 ms), cleanup_interval_ms: 10 minutes (600000 ms))',
    ]);
  });
});

describe('limits', () => {
  test('so many in which time, and what they are for', async () => {
    const files = {
      'package.json': '{"dependencies":{"express-rate-limit":"7.0.0"}}',
      'limit.ts':
        'import rateLimit from "express-rate-limit";\nexport const loginLimiter = rateLimit({ windowMs: 15 * 60 * 1000, max: 5 });\n',
    };
    expect(await detailsOf('express-rate-limit', files)).toEqual([
      'Limit: 5 per 15 minutes (900000 ms) - loginLimiter',
    ]);
  });
});

test('what a rule’s star stands for is told', async () => {
  const settings =
    'INSTALLED_APPS = ["social_django"]\nSOCIAL_AUTH_GOOGLE_OAUTH2_SCOPE = ["email"]\n' +
    'REST_FRAMEWORK = {"DEFAULT_THROTTLE_RATES": {"login": "5/minute"}}\nPASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]\n';
  expect(await detailsOf('social-auth', django(settings))).toEqual(['Scope GOOGLE_OAUTH2: email']);
  expect(await detailsOf('drf-throttling', django(settings))).toEqual(['Throttle rate login: 5/minute']);
});

test('a decorator’s detail names what it decorates', async () => {
  const files = {
    'requirements.txt': 'slowapi==0.1.9\n',
    'a.py':
      'from slowapi import Limiter\nlimiter = Limiter(default_limits=["100/hour"])\n\n@limiter.limit("5/minute")\ndef login(request):\n    pass\n',
  };
  expect(await detailsOf('slowapi', files)).toEqual(['Default limits: 100/hour', 'Limit: 5/minute - login']);
});

test('an options object is no address', async () => {
  const files = {
    'package.json': '{"dependencies":{"ioredis":"5.0.0"}}',
    'a.ts':
      'import Redis from "ioredis";\nnew Redis({ host: "cache", port: 6380 });\nnew Redis("redis://other:6379");\n',
  };
  expect(await detailsOf('ioredis', files)).toEqual(['URL: redis://other:6379', 'Host: cache', 'Port: 6380']);
});

describe('settings that belong together', () => {
  const databases = [
    'import os',
    'from pathlib import Path',
    'BASE_DIR = Path(__file__).resolve().parent.parent',
    'DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}',
    'if os.environ.get("POSTGRES_DB"):',
    '    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop", "HOST": "db", "CONN_MAX_AGE": 600}}',
  ].join('\n');

  test('a database’s file stands without the folder that it is in, and says when it holds', async () => {
    expect(await detailsOf('sqlite', django(databases))).toEqual(['File: db.sqlite3 (unless POSTGRES_DB is set)']);
    const alone = databases.split('\n').slice(0, 4).join('\n');
    expect(await detailsOf('sqlite', django(alone))).toEqual(['File: db.sqlite3']);
  });

  test('a condition is told', async () => {
    expect(await detailsOf('postgresql', django(databases))).toEqual([
      'Database: shop (if POSTGRES_DB is set)',
      'Host: db (if POSTGRES_DB is set)',
      'Connection age: 10 minutes (600 s) (if POSTGRES_DB is set)',
    ]);
  });

  test('a cache’s prefix is the prefix of its backend alone', async () => {
    const settings =
      'CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": "redis://r:6379/1", "KEY_PREFIX": "shop"},\n' +
      '  "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "KEY_PREFIX": "near"}}\n';
    expect(await detailsOf('django-redis', django(settings))).toEqual([
      'Backend: django_redis.cache.RedisCache',
      'Location: redis://r:6379/1',
      'Key prefix: shop',
    ]);
    expect(await detailsOf('django-cache', django(settings))).toEqual([
      'Backend: django.core.cache.backends.locmem.LocMemCache',
      'Key prefix: near',
    ]);
  });

  test('the schema version of LOGGING is none of a service', async () => {
    const settings =
      'LOGGING = {"version": 1, "handlers": {"file": {"class": "logging.handlers.RotatingFileHandler", "filename": "logs/app.log", "maxBytes": 10485760, "backupCount": 10}},\n' +
      '  "formatters": {"short": {"format": "{levelname} {message}", "style": "{"}}}\n';
    expect(await detailsOf('python-logging', django(settings))).toEqual([
      'Log file: logs/app.log',
      'Handlers: logging.handlers.RotatingFileHandler',
      'Rotation size: 10 MB (10485760 bytes)',
      'Backups: 10',
      'Format: {levelname} {message}',
    ]);
  });
});

describe('names are followed or left out', () => {
  test('a list of origins that is split off a variable', async () => {
    const settings =
      'import os\n_origins = os.environ.get("CORS_ORIGINS", "http://localhost:3000")\nINSTALLED_APPS = ["corsheaders"]\nCORS_ALLOWED_ORIGINS = _origins.split(",")\n';
    expect(await detailsOf('django-cors-headers', django(settings))).toEqual([
      'Allowed origins: http://localhost:3000 ({CORS_ORIGINS})',
    ]);
  });

  test('a parameter says nothing, a constant what it holds', async () => {
    const files = {
      'requirements.txt': 'httpx==0.27.0\n',
      'a.py':
        'import httpx\n\nWAIT = 20\n\ndef get(timeout):\n    httpx.Client(timeout=timeout)\n    httpx.Client(timeout=WAIT)\n',
    };
    expect(await detailsOf('httpx', files)).toEqual(['Timeout: 20 seconds']);
  });

  test('options that are a constant of another file', async () => {
    const files = {
      'package.json': '{"dependencies":{"argon2":"0.40.0"}}',
      'options.ts': 'export const OPTIONS = { memoryCost: 65536, timeCost: 3 };\n',
      'a.ts': 'import argon2 from "argon2";\nimport { OPTIONS } from "./options";\nargon2.hash("x", OPTIONS);\n',
    };
    expect(await detailsOf('argon2', files)).toEqual(['Memory: 65536', 'Iterations: 3']);
  });

  test('what a look-up at run time returns is not guessed', async () => {
    const files = {
      'package.json': '{"dependencies":{"axios":"1.0.0"}}',
      'a.ts':
        'import axios from "axios";\nexport const a = (config: Config) => axios.create({ baseURL: config.get("api.url"), timeout: 5000 });\n',
    };
    expect(await detailsOf('axios', files)).toEqual(['Timeout: 5 seconds (5000 ms)']);
  });
});

test('seeds are left out where the program says it too', async () => {
  const hash = (rounds: number) => `import bcrypt from "bcryptjs";\nbcrypt.hash("x", ${rounds});\n`;
  const package_ = { 'package.json': '{"dependencies":{"bcryptjs":"2.4.3"}}' };
  expect(await detailsOf('bcryptjs', { ...package_, 'prisma/seed.ts': hash(4), 'src/a.ts': hash(12) })).toEqual([
    'Salt rounds: 12',
  ]);
  expect(await detailsOf('bcryptjs', { ...package_, 'prisma/seed.ts': hash(4) })).toEqual(['Salt rounds: 4']);
});
