import { expect, it } from 'vitest';
import { SECTIONS_AFTER_ENVIRONMENT, SECTIONS_BEFORE_ENVIRONMENT } from '../../server/src/views/document/layout';
import { builtCatalog } from '../catalog/built-catalog';

it('every category of the catalog has its place in the document', () => {
  const groups = [...SECTIONS_BEFORE_ENVIRONMENT, ...SECTIONS_AFTER_ENVIRONMENT].flatMap((section) => section.groups);
  const placed = new Set(groups.flatMap(({ categories }) => categories));
  const homeless = builtCatalog().categories.filter(({ id }) => !placed.has(id));
  expect(homeless.map(({ id }) => id)).toEqual([]);
});
