import type { Catalog } from './catalog';
import { OWN_CATEGORY, type OwnService } from './own-service';

export interface OwnProblem {
  readonly offset: number;
  readonly message: string;
}

export interface CheckedServices {
  readonly services: readonly OwnService[];
  readonly problems: readonly OwnProblem[];
}

/** What no entry can say of itself: whether its category and the services that it wraps exist, and whether it can match. */
export function checkOwn(catalog: Catalog, own: readonly OwnService[]): CheckedServices {
  const problems: OwnProblem[] = [];
  const ids = new Set(own.map(({ id }) => id));
  const categories = catalog.categories.map(({ id }) => id);
  const services = own.map((entry): OwnService => {
    const tell = (message: string): void => {
      problems.push({ offset: entry.offset, message: `${entry.id}: ${message}` });
    };
    const { category, wraps, ...fields } = entry.fields;
    const known = category === undefined || categories.includes(category);
    if (!known) tell(`there is no category "${category}"; it is one of ${categories.join(', ')}.`);
    const wrapped = wraps?.filter((id) => {
      const exists = id !== entry.id && (ids.has(id) || catalog.service(id) !== undefined);
      if (!exists) tell(`it wraps "${id}", which is no other service.`);
      return exists;
    });
    const isNew = entry.replace || catalog.service(entry.id) === undefined;
    if (isNew && !SIGNALS.some((field) => hasItems(entry.fields[field]))) {
      tell(`nothing could prove it: give it one of ${SIGNALS.join(', ')}.`);
    }
    return {
      ...entry,
      fields: {
        ...fields,
        ...(category !== undefined && { category: known ? category : OWN_CATEGORY }),
        ...(wrapped && { wraps: wrapped }),
      },
    };
  });
  return { services, problems: [...problems, ...doubleClaims(services)] };
}

const SIGNALS = [
  'packages',
  'imports',
  'env',
  'hosts',
  'urls',
  'images',
  'actions',
  'workflows',
  'configFiles',
  'systemPackages',
  'commands',
  'settings',
  'calls',
] as const;

function hasItems(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasItems);
}

/** Both would be reported at each such place, which is never meant. */
function doubleClaims(own: readonly OwnService[]): readonly OwnProblem[] {
  const owners = new Map<string, string>();
  const problems: OwnProblem[] = [];
  for (const { id, fields, offset } of own) {
    const lists = [fields.env, fields.hosts, fields.images, ...Object.values(fields.packages ?? {})];
    for (const name of lists.flatMap((list: readonly string[] | undefined) => list ?? [])) {
      const owner = owners.get(name);
      if (owner !== undefined && owner !== id)
        problems.push({ offset, message: `${id}: ${owner} claims "${name}" as well.` });
      owners.set(name, owner ?? id);
    }
  }
  return problems;
}
