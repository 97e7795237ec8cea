import { NONE } from './multimap';
import { hexModule, pypiModule } from './names';
import type { Service } from './service';

type Fields = Partial<Omit<Service, 'id'>>;
type Names = readonly string[] | undefined;

const ECOSYSTEMS = ['npm', 'pypi', 'hex'] as const;

/** A service with what an entry adds: lists are joined, whatever else the entry says stands instead. */
export function joined(service: Service, added: Fields): Service {
  const lists = Object.entries(added).filter(([, value]) => Array.isArray(value)) as [
    keyof Fields,
    readonly unknown[],
  ][];
  const both = lists.map(([field, list]) => [field, [...((service[field] as readonly unknown[]) ?? NONE), ...list]]);
  return {
    ...service,
    ...added,
    ...(Object.fromEntries(both) as Fields),
    ...((service.packages ?? added.packages) && { packages: byEcosystem(service.packages, added.packages) }),
    ...((service.imports ?? added.imports) && { imports: importsOf(service, added) }),
    ...((service.paths ?? added.paths) && { paths: { ...service.paths, ...added.paths } }),
    id: service.id,
  };
}

function byEcosystem(a: Service['packages'], b: Service['packages']): NonNullable<Service['packages']> {
  const names = ECOSYSTEMS.map((ecosystem) => [ecosystem, union(a?.[ecosystem], b?.[ecosystem])] as const);
  return Object.fromEntries(names.filter(([, list]) => list !== undefined));
}

/** Stated modules stand instead of those that follow from the packages, so both are written out before they are joined. */
function importsOf(service: Fields, added: Fields): NonNullable<Service['imports']> {
  const modules = ECOSYSTEMS.map((ecosystem) => {
    const stated = service.imports?.[ecosystem] ?? added.imports?.[ecosystem];
    const list = stated && union(modulesOf(service, ecosystem), modulesOf(added, ecosystem));
    return [ecosystem, list] as const;
  });
  return Object.fromEntries(modules.filter(([, list]) => list !== undefined));
}

function modulesOf({ imports, packages }: Fields, ecosystem: (typeof ECOSYSTEMS)[number]): Names {
  const stated = imports?.[ecosystem];
  if (stated !== undefined || ecosystem === 'npm') return stated;
  const whole = packages?.[ecosystem]?.filter((name) => !name.includes('['));
  return whole?.map(ecosystem === 'pypi' ? pypiModule : hexModule);
}

function union(a: Names, b: Names): Names {
  return a === undefined && b === undefined ? undefined : [...new Set([...(a ?? NONE), ...(b ?? NONE)])];
}
