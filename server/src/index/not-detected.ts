import type { Catalog } from '../catalog/catalog';
import type { Integration } from '../model/integration';
import type { NotDetected } from '../model/workspace';

/**
 * The categories that nothing was found of. What only tests use or a comment mentions counts as found: silence about it
 * must not read as a denial. Libraries are left out: a program may log or limit by means of its own.
 */
export function notDetectedOf(catalog: Catalog, integrations: readonly Integration[]): readonly NotDetected[] {
  // A cloud is told with its product.
  const wrapped = integrations.flatMap(({ id }) => catalog.service(id)?.wraps ?? []);
  const found = new Set([
    ...integrations.map((integration) => integration.category),
    ...wrapped.flatMap((id) => catalog.service(id)?.category ?? []),
  ]);
  return catalog.categories
    .filter((category) => category.type === 'service' && !found.has(category.id))
    .map((category) => ({
      category: category.id,
      title: category.title,
      rules: catalog.counts[category.id] ?? 0,
    }))
    .filter(({ rules }) => rules > 0);
}
