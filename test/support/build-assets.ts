import { execFileSync } from 'node:child_process';

/** Runs once before all tests: they read grammars and catalog from the build, as the product does. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/assets.mjs'], { stdio: 'inherit' });
}
