import { expect, test } from 'vitest';
import { defaultText, isSecretName, redactText } from '../../server/src/extract/redact';

/** Shaped like the rest of a key, and none. */
const REST = 'q7Zr2Lm9Xc4Vb8Nn1Tk6Wp3';

test.each([
  'SECRET_KEY',
  'EMAIL_HOST_PASSWORD',
  'URL_SIGNING_KEY',
  'SIGN_IN_SECRET',
  'MODEL_API_KEY',
  'databasePassword',
  'NEXT_PUBLIC_STRIPE_SECRET_KEY',
  'SENTRY_DSN',
])('%s is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
  expect(defaultText(name, 'an ordinary word')).toBe('(hidden)');
});

test.each([
  'TOKEN_EXPIRES_IN',
  'PASSWORD_MIN_LENGTH',
  'AUTH_PASSWORD_VALIDATORS',
  'CACHE_KEY_PREFIX',
  'ACCESS_TOKEN_LIFETIME',
  'TOKEN_URL',
  'STRIPE_PUBLISHABLE_KEY',
  'JWT_PUBLIC_KEY_PATH',
  'VITE_PUBLIC_API_KEY',
  'MAX_TOKENS',
  'MAX_TOKEN_COUNT',
  'PAGE_SIZE',
])('%s is none', (name) => {
  expect(isSecretName(name)).toBe(false);
  expect(defaultText(name, 'an ordinary word')).toBe('an ordinary word');
});

test('keys are hidden where they stand alone, behind an authorization word, and in the middle of a text', () => {
  expect(redactText(`sk_live_${REST}`)).toBe('(hidden)');
  expect(redactText(`Bearer ${REST}`)).toBe('Bearer (hidden)');
  expect(redactText('Basic canarybird==')).toBe('Basic (hidden)');
  expect(redactText(`curl -u sk_live_${REST}: https://api.stripe.com`)).toBe(
    'curl -u (hidden): https://api.stripe.com',
  );
  expect(redactText(`https://app:${REST}@db.example.com/x?api_key=${REST}`)).toBe(
    'https://***:***@db.example.com/x?api_key=***',
  );
});

test('what only begins like a key is shown', () => {
  for (const text of [
    'https://example.com/key-management-service/v2',
    'Bearer realm="shop"',
    'token expired',
    'npm_config_registry_of_the_team is set',
    'docker.io/library/postgres:17-alpine',
  ]) {
    expect(redactText(text)).toBe(text);
  }
});
