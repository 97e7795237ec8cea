import type { Service } from './service';

/** A service that a project or a user defines, or what they add to one of the catalog. */
export interface OwnService {
  readonly id: string;
  /** What the entry says; only what it says. */
  readonly fields: Partial<Omit<Service, 'id'>>;
  /** Forget what the catalog says of this id, instead of adding to it. */
  readonly replace: boolean;
  /** Where the id stands in its file. */
  readonly offset: number;
}

/** Where services go that name no category. */
export const OWN_CATEGORY = 'internal';
