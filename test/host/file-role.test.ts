import { expect, test } from 'vitest';
import { fileRole } from '../../server/src/extract/file-role';

test.each([
  'tests/test_pay.py',
  'app/test_pay.py',
  'app/pay_test.py',
  'app/conftest.py',
  'app/tests.py',
  'test/shop_web/live_test.exs',
  'lib/pay_test.exs',
  'src/pay.test.ts',
  'src/pay.spec.tsx',
  'src/app.e2e-spec.ts',
  'src/Button.stories.tsx',
  'src/__tests__/pay.ts',
  'apps/web-e2e/src/a.ts',
  'src/setupTests.ts',
  'vitest.config.ts',
  'jest.setup.js',
  'test-payment.mjs',
  'integration-tests/a.py',
  'Tests/a.py',
])('%s is a test', (path) => {
  expect(fileRole(path)).toBe('test');
});

test.each(['examples/a.py', 'packages/sdk/demo/a.ts', 'sample/x.ex', 'templates/service_template.py'])(
  '%s is an example',
  (path) => {
    expect(fileRole(path)).toBe('example');
  },
);

test.each([
  'src/latest.ts',
  'src/contest/a.py',
  'app/testimonials/views.py',
  'src/attest.py',
  'src/test_results_page/a.ts',
  'lib/speed_tester.ex',
  'src/protest.ts',
  'src/spec.ts',
  'src/testimonial.tsx',
  'demo.py',
  'lib/shop/text_template.ex',
  'src/email/templates/welcome.template.ts',
])('%s is source', (path) => {
  expect(fileRole(path)).toBe('source');
});
