import type { FileRole } from '../model/facts';

const TEST_FOLDER =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks|specs?|e2e|cypress|playwright|fixtures|__fixtures__|testing|testdata|test[-_](?:utils|helpers|support|data|fixtures)|(?:integration|unit|functional|acceptance|smoke|load|system|e2e|api)[-_]?tests?|[\w.-]+-e2e)\//;
const EXAMPLE_FOLDER = /(?:^|\/)(?:examples?|samples?|demos?)\//;
/** What helps those who write the program, and is no part of it: rules with their cases, hooks of assistants. */
const HELPERS = /(?:^|\/)\.(?:semgrep|claude|cursor|codex|gemini|aider)\//;
/** What is copied to start from, and runs nowhere as it is: no module of Python is asked for from a folder of templates. */
const PYTHON_TEMPLATE = /_template\.py$/;
const TEST_NAMES: readonly RegExp[] = [
  /^(?:test_.*|.*_test|conftest|tests?)\.pyi?$/,
  /_(?:test|spec)\.(?:exs?|go|rb)$/,
  /^test_helper\.exs?$/,
  // `config/test.exs`: what holds in the tests of a mix project.
  /^test\.exs$/,
  /[.-](?:tests?|spec|stories|cy|e2e)\.[cm]?[jt]sx?$/,
  /^(?:tests?|(?:tests?|jest|vitest|playwright|cypress)[-_.].*|setup-?tests)\.[cm]?[jt]sx?$/,
];

/**
 * What a file is for, from its path alone. Tests and examples still give facts, but their evidence proves nothing about
 * what the program talks to.
 */
export function fileRole(path: string): FileRole {
  const lower = path.toLowerCase();
  const start = lower.lastIndexOf('/') + 1;
  const folders = lower.slice(0, start);
  const name = lower.slice(start);
  if (TEST_FOLDER.test(folders) || TEST_NAMES.some((test) => test.test(name))) return 'test';
  if (EXAMPLE_FOLDER.test(folders) || HELPERS.test(folders)) return 'example';
  if (/(?:^|\/)templates\//.test(folders) && PYTHON_TEMPLATE.test(name)) return 'example';
  return 'source';
}
