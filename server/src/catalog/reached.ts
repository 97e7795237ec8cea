import type { Category } from '../model/integration';
import type { Service } from './service';

/** Whether the routes that get to a service are worth telling: of databases and HTTP clients it would be every route. */
export function isReached(
  categories: readonly Category[],
  { category, type }: Pick<Service, 'category' | 'type'>,
): boolean {
  return type === 'service' && categories.find(({ id }) => id === category)?.reached === true;
}
