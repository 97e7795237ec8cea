import { writeFileSync } from 'node:fs';
import type Mocha from 'mocha';
import { burstTests } from './burst-tests';
import { diagnosticTests } from './diagnostic-tests';
import { documentTests } from './document-tests';
import { hoverTests } from './hover-tests';
import { manifestTests } from './manifest-tests';
import { navigationTests } from './navigation-tests';
import { ownServiceTests } from './own-service-tests';
import { renameTests } from './rename-tests';
import { treeTests } from './tree-tests';

const SUITES: Readonly<Record<string, () => void>> = {
  'the extension': manifestTests,
  'the tree': treeTests,
  'the hover': hoverTests,
  'the navigation': navigationTests,
  'the renaming': renameTests,
  'what is wrong with variables': diagnosticTests,
  'services of the project': ownServiceTests,
  'the document': documentTests,
  'much at once': burstTests,
};

/** VS Code's extension host calls this; a rejection is a failed run. */
export async function run(): Promise<void> {
  const lines: string[] = [];
  const counts = { passed: 0, failed: 0 };
  try {
    await runMocha(lines, counts);
  } catch (error) {
    counts.failed += 1;
    lines.push(`The suite could not be run: ${textOf(error)}`);
  }
  // Written last: a launcher that finds no file knows that the extension host died on the way.
  const file = process.env['TEST_RESULTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify({ ...counts, lines }));
  if (counts.failed > 0 || counts.passed === 0) throw new Error(lines.join('\n'));
}

async function runMocha(lines: string[], counts: { passed: number; failed: number }): Promise<void> {
  const { default: MochaRunner } = await import('mocha');
  // Reporters write to a console that nobody reads here; the base of them all writes nothing.
  const reporter = MochaRunner.reporters.Base;
  const mocha = new MochaRunner({ ui: 'bdd', timeout: 20_000, reporter, forbidOnly: true });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const [title, tests] of Object.entries(SUITES)) describe(title, tests);
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('suite', ({ title }: Mocha.Suite) => {
      lines.push(title);
    });
    runner.on('pass', (test: Mocha.Test) => {
      counts.passed += 1;
      lines.push(`  ✓ ${test.title} (${test.duration} ms)`);
    });
    runner.on('fail', (test: Mocha.Test, error: unknown) => {
      counts.failed += 1;
      lines.push(`  ✗ ${test.title}`, textOf(error));
    });
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
