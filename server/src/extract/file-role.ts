import type { FileRole } from '../model/facts';

const TEST_FOLDERS = new Set([
  'test',
  'tests',
  '__tests__',
  '__mocks__',
  'spec',
  'specs',
  'e2e',
  'cypress',
  'fixtures',
  '__fixtures__',
  'testing',
]);
const EXAMPLE_FOLDERS = new Set(['example', 'examples', 'sample', 'samples', 'demo', 'demos']);
const TEST_NAME =
  /(^test_.*\.py$)|(_test\.(py|exs?|go)$)|(\.(test|spec|stories|cy)\.[cm]?[jt]sx?$)|(^conftest\.py$)|(^tests\.py$)|(^(vitest|jest|playwright|cypress)\.(config|setup)\.)/;

/**
 * What a file is for, from its path alone. Tests and examples still give facts, but their evidence proves nothing about
 * what the program talks to.
 */
export function fileRole(path: string): FileRole {
  const parts = path.toLowerCase().split('/');
  const name = parts.pop() ?? '';
  if (parts.some((part) => TEST_FOLDERS.has(part)) || TEST_NAME.test(name)) return 'test';
  if (parts.some((part) => EXAMPLE_FOLDERS.has(part))) return 'example';
  return 'source';
}
