import { createMatcher } from '../../server/src/catalog/match';
import type { Service } from '../../server/src/catalog/service';

export const service = (id: string, rest: Partial<Service>): Service => ({
  id,
  name: id,
  category: 'payments',
  type: 'service',
  purpose: 'Something to find',
  source: 'https://example.com',
  ...rest,
});
export const matcherOf = (...services: readonly Service[]) => createMatcher({ categories: [], services });
