import type { Detail, Evidence, Integration } from '../../model/integration';

/** Where an integration is called or imported, as what tells one place from another. */
function usePlaces({ evidence }: Integration): readonly string[] {
  return evidence.filter(isUse).map(placeOf);
}

/** A call or an import of it. */
export function isUse({ kind, status }: Evidence): boolean {
  return (status === 'called' || status === 'imported') && kind !== 'env' && kind !== 'url';
}

function placeOf({ path, line }: Evidence | Detail): string {
  return `${path}:${line}`;
}

/** What stands between a program and what it is all about: libraries for tokens, drivers, services that host a database. */
const CARRYING = new Set(['auth-libraries', 'orm', 'databases', 'caches']);

/**
 * The libraries through which alone an integration is used: tokens through PyJWT, MongoDB through Motor. Each of its
 * places is one of theirs, and telling the places twice tells nothing.
 */
export function carriersOf(integrations: readonly Integration[]): (integration: Integration) => readonly Integration[] {
  const libraries = integrations
    .filter(({ category, packages }) => CARRYING.has(category) && packages.length > 0)
    .map((library) => ({ library, places: new Set(usePlaces(library)) }))
    .filter(({ places }) => places.size > 0);
  return (integration) => {
    const { id, category, packages } = integration;
    if (!CARRYING.has(category) || packages.length > 0) return [];
    const own = usePlaces(integration);
    const carriers = libraries.filter(
      ({ library, places }) => library.id !== id && own.some((place) => places.has(place)),
    );
    const isCarried = own.length > 0 && own.every((place) => carriers.some(({ places }) => places.has(place)));
    return isCarried ? carriers.map(({ library }) => library) : [];
  };
}

/** An HTTP client without what its calls say of a service that is told by itself: the timeout of a model's address. */
export function withOwnDetailsOf(integrations: readonly Integration[]): (integration: Integration) => Integration {
  const told = new Set(
    integrations
      .filter(({ category, status }) => category !== 'http' && status !== 'test-only')
      .flatMap(({ details }) => details.map((detail) => `${placeOf(detail)}\n${detail.label}\n${detail.text}`)),
  );
  return (integration) => {
    if (integration.category !== 'http') return integration;
    const details = integration.details.filter(
      (detail) => detail.more !== undefined || !told.has(`${placeOf(detail)}\n${detail.label}\n${detail.text}`),
    );
    return details.length === integration.details.length ? integration : { ...integration, details };
  };
}
