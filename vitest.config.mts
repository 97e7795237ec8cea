import { defineConfig } from 'vitest/config';

/** Tests of whatever starts workers, servers or parsers of its own: what they break may not reach others. */
const WITH_STATE = ['test/cli/**', 'test/host/**', 'test/lsp/**', 'test/syntax/**'];

const OTHERS = [
  'test/fixtures/**',
  'test/marked/**',
  'test/bench/**',
  'test/vscode/**',
  'test/browser/**',
  '**/node_modules/**',
];

const SHARED = {
  globalSetup: ['test/support/build-assets.ts'],
  pool: 'threads' as const,
  testTimeout: 30_000,
};

// Unit and fixture tests run against the sources; only grammars and the catalog are built first.
export default defineConfig({
  test: {
    projects: [
      {
        test: { ...SHARED, name: 'alone', include: WITH_STATE.map((folder) => `${folder}/*.test.ts`), exclude: OTHERS },
      },
      {
        test: {
          ...SHARED,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...OTHERS, ...WITH_STATE],
          // Pure functions: loading them once a thread halves the time.
          isolate: false,
        },
      },
    ],
  },
});
