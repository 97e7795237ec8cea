import { describe, expect, it } from 'vitest';
import type { Value } from '../../../server/src/model/value';
import { extract, ofKind } from '../../support/extract';

async function settings(text: string, path = 'config/settings.py'): Promise<readonly string[]> {
  const { facts } = await extract(path, text);
  return ofKind(facts, 'setting').map((fact) =>
    [
      `${fact.range.line + 1}`,
      fact.path,
      shown(fact.value),
      fact.when === undefined ? '' : `(${fact.when})`,
      fact.commentedOut === true ? 'commented out' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

function shown(value: Value): string {
  switch (value.t) {
    case 'string':
      return `"${value.v}"`;
    case 'number':
    case 'bool':
      return String(value.v);
    case 'env':
      return `$${value.name}`;
    case 'call':
      return `${value.callee}()`;
    case 'list':
      return `[${value.items.map(shown).join(',')}]`;
    default:
      return value.t;
  }
}

describe('Django settings', () => {
  it('reads assignments, nested paths, conditions, entries and what is commented out', async () => {
    const text = `import os
import dj_database_url
DEBUG = os.environ.get("DEBUG") == "True"
SECRET_KEY = "not-a-real-key"
INSTALLED_APPS = [
    "django.contrib.admin",
    # "storages",
    # apps of our own
]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["a.B"]
if os.environ.get("POSTGRES_DB"):
    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": "word"}}
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3"}}
CACHES = {"default": dj_database_url.config(default="x")}
if DEBUG:
    INSTALLED_APPS += ["debug_toolbar"]
    MIDDLEWARE.insert(0, "c.D")
DATABASES["default"]["CONN_MAX_AGE"] = 60
REST = dict(RATE="5/hour")
# EMAIL_HOST = "smtp.example.org"
# NOTE = see the manual
local_name = 1
def f():
    INNER = 1
`;
    expect(await settings(text)).toEqual([
      '3 DEBUG $DEBUG',
      '4 SECRET_KEY "(hidden)"',
      '5 INSTALLED_APPS ["django.contrib.admin"]',
      '6 INSTALLED_APPS[] "django.contrib.admin"',
      '7 INSTALLED_APPS[] "storages" commented out',
      '10 ROOT_URLCONF "config.urls"',
      '11 MIDDLEWARE ["a.B"]',
      '11 MIDDLEWARE[] "a.B"',
      '13 DATABASES.default.ENGINE "django.db.backends.postgresql" (if POSTGRES_DB is set)',
      '13 DATABASES.default.PASSWORD "(hidden)" (if POSTGRES_DB is set)',
      '15 DATABASES.default.ENGINE "django.db.backends.sqlite3" (unless POSTGRES_DB is set)',
      '16 CACHES.default dj_database_url.config()',
      '18 INSTALLED_APPS ["debug_toolbar"] (if DEBUG)',
      '18 INSTALLED_APPS[] "debug_toolbar" (if DEBUG)',
      '19 MIDDLEWARE[] "c.D" (if DEBUG)',
      '20 DATABASES.default.CONN_MAX_AGE 60',
      '21 REST.RATE "5/hour"',
      '22 EMAIL_HOST "smtp.example.org" commented out',
    ]);
  });

  it('tells the environment from the name of the file', async () => {
    expect(
      await settings('from .base import *\nDEBUG = False\nif not DEBUG:\n    X = 1\n', 'config/settings/production.py'),
    ).toEqual(['2 DEBUG false (prod)', '4 X 1 (prod, unless DEBUG)']);
    expect(await settings('from .base import *\nDEBUG = True\n', 'config/settings/local.py')).toEqual([
      '2 DEBUG true (dev)',
    ]);
  });

  it.each([
    [
      'app/settings.py',
      'from pydantic_settings import BaseSettings\nDEFAULT = 1\nclass S(BaseSettings):\n    a: int\n',
    ],
    ['app/constants.py', 'DEBUG = True\nTIMEOUT = 5\n'],
    ['scraper/settings.py', 'BOT_NAME = "x"\nSPIDER_MODULES = []\n'],
  ])('finds none in %s', async (path, text) => {
    expect(await settings(text, path)).toEqual([]);
  });

  it('tells a condition on a name by the read that the name holds', async () => {
    const text = `import os
_origins = os.environ.get("ORIGINS", "")
_own = compute()
if _origins:
    CORS_ALLOWED_ORIGINS = _origins.split(",")
else:
    CORS_ALLOWED_ORIGINS = ["http://localhost"]
if not _own:
    DEBUG = True
INSTALLED_APPS = ["django.contrib.auth"]
ROOT_URLCONF = "config.urls"
`;
    const told = await settings(text);
    expect(told).toContain('7 CORS_ALLOWED_ORIGINS ["http://localhost"] (unless ORIGINS is set)');
    expect(told).toContain('9 DEBUG true (unless _own)');
  });

  it('follows a name to the dictionary that it stands for', async () => {
    const text =
      'INSTALLED_APPS = []\nLOCAL = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}\nCACHES = LOCAL\n';
    expect(await settings(text)).toContain('2 CACHES.default.BACKEND "django.core.cache.backends.locmem.LocMemCache"');
  });
});
