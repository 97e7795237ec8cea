import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogData } from '../../server/src/catalog/service';

/** The catalog as the build leaves it, which the test run's set-up has just made. */
export function builtCatalog(): CatalogData {
  const file = join(import.meta.dirname, '../../dist/assets/catalog.json');
  return JSON.parse(readFileSync(file, 'utf8')) as CatalogData;
}
