import type { PythonContext } from '../context';

/** Names that only Django settings have, or that settings of other kinds do not have together with such a path. */
const TELLING =
  /^(INSTALLED_APPS|ROOT_URLCONF|MIDDLEWARE|MIDDLEWARE_CLASSES|DATABASES|WSGI_APPLICATION|ASGI_APPLICATION|TEMPLATES|DJANGO_APPS|REST_FRAMEWORK|AUTH_USER_MODEL|STATIC_URL|STATIC_ROOT|ALLOWED_HOSTS|LANGUAGE_CODE|DEFAULT_AUTO_FIELD|EMAIL_BACKEND|CACHES|STORAGES|AUTH_PASSWORD_VALIDATORS|CSRF_TRUSTED_ORIGINS|SECURE_SSL_REDIRECT|CHANNEL_LAYERS)$/;
const PATH = /(^|\/)(settings\.py|settings\/[^/]+\.py|\w*_settings\.py|settings_\w+\.py|local_settings\.py)$/;

/** Whether a file holds Django settings: by its path and one telling name, or by three of them anywhere. */
export function isSettingsFile(context: PythonContext, assigned: readonly string[]): boolean {
  const telling = new Set(assigned.filter((name) => TELLING.test(name))).size;
  if (telling >= 3 || (telling >= 2 && assigned.includes('INSTALLED_APPS'))) return true;
  if (!PATH.test(context.path) || /(^|\/)tests?\//.test(context.path)) return telling >= 3;
  const inFolder = /(^|\/)settings\/[^/]+\.py$/.test(context.path);
  return telling >= 1 || (inFolder && context.names.stars.length > 0);
}

/** `dev`, `prod` or `test`, from the file's name. */
export function environmentOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, '');
  const word = name === 'settings' ? '' : name.replace(/_?settings_?/, '');
  if (/^(prod|production|live)$/.test(word)) return 'prod';
  if (/^(dev|develop|development|local|debug)$/.test(word)) return 'dev';
  if (/^(test|tests|testing|ci)$/.test(word)) return 'test';
  return /^(staging|stage|docker|heroku|railway|render)$/.test(word) ? word : undefined;
}
