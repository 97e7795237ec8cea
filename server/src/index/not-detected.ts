import type { CatalogData } from '../catalog/service';
import type { Integration } from '../model/integration';
import type { NotDetected } from '../model/workspace';

/**
 * The categories that nothing was found of. What only tests use or a comment mentions counts as found: silence about it
 * must not read as a denial. Libraries are left out: a program may log or limit by means of its own.
 */
export function notDetectedOf(catalog: CatalogData, integrations: readonly Integration[]): readonly NotDetected[] {
  const found = new Set(integrations.map((integration) => integration.category));
  return catalog.categories
    .filter((category) => category.type === 'service' && !found.has(category.id))
    .map((category) => ({
      category: category.id,
      title: category.title,
      rules: catalog.services.filter((service) => service.category === category.id).length,
    }))
    .filter(({ rules }) => rules > 0);
}
