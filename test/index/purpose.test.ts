import { expect, test } from 'vitest';
import { isSaidOptional, purposeOf } from '../../server/src/index/purpose';

test.each([
  ['Fast model for simple tasks', 'Fast model for simple tasks'],
  ['Check which API keys are available', undefined],
  ['Configure alert channels based on environment variables', undefined],
  ['In production, send the invitation by mail', undefined],
  ['Cache settings:', undefined],
  ['or gpt-3.5-turbo for lower cost', undefined],
  ['(optional)', undefined],
])('a comment beside a read: %s', (comment, purpose) => {
  expect(purposeOf([comment], [])).toBe(purpose);
});

test('templates are meant for readers, and come first', () => {
  const declared = (path: string, comment: string) => ({
    path,
    line: 0,
    column: 0,
    endColumn: 1,
    source: 'dotenv' as const,
    application: '.',
    commentedOut: false,
    hasValue: true,
    comment,
  });
  expect(purposeOf(['Address of the shop'], [declared('.env', 'mine'), declared('.env.example', 'Check it')])).toBe(
    'Check it',
  );
});

test.each([
  ['Voyage AI (for embeddings - optional but recommended)', true],
  ['Optional. Key of the shop', true],
  ['Key of the shop', false],
  ['Required; the other one is optional', false],
])('%s: said to be optional is %s', (comment, isOptional) => {
  expect(isSaidOptional([comment], [])).toBe(isOptional);
});
