import { defineConfig } from 'vitest/config';

// Unit and fixture tests run against the sources; only grammars and the catalog are built first.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/fixtures/**',
      'test/marked/**',
      'test/bench/**',
      'test/vscode/**',
      'test/browser/**',
      '**/node_modules/**',
    ],
    globalSetup: ['test/support/build-assets.ts'],
    pool: 'threads',
    testTimeout: 30_000,
  },
});
