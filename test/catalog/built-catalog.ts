import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../server/src/catalog/catalog';
import { readCatalog } from '../../server/src/catalog/catalog-file';

/** The catalog as the build leaves it, which the test run's set-up has just made. */
export function builtCatalog(): Catalog {
  const file = join(import.meta.dirname, '../../dist/assets/catalog.txt');
  return readCatalog(readFileSync(file, 'latin1'));
}
