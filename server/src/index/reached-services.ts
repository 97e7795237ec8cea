import type { Service } from '../catalog/service';

/** What asks something outside for each request that needs it. Of databases and HTTP clients it would be every route. */
const CATEGORIES = new Set(
  `ai payments billing sms push chat video cms commerce shipping maps crm marketing support calendars documents social
  content finance web3 learning weather automation code-hosting bot-protection scraping vector-stores search storage email
  auth secrets`.split(/\s+/),
);

/** Whether the routes that get to a service are worth telling. */
export function isReached({ category, type }: Pick<Service, 'category' | 'type'>): boolean {
  return type === 'service' && CATEGORIES.has(category);
}
