import { PUBLIC_PREFIXES } from './env-index';
import { createMatcher, type Matcher } from './match';
import { NONE } from './multimap';
import { hostName, imageName, normalisePypi } from './names';
import type { CatalogData, Service } from './service';

export interface CatalogProblem {
  readonly id: string;
  readonly message: string;
}

const ECOSYSTEMS = ['npm', 'pypi', 'hex'] as const;

/** Hosts that pages link to or load from: seeing one says nothing about what a program talks to. */
const EMPTY_HOSTS = /^(?:docs?|developers?|status|blog|www|support|help|fonts?|learn|community|guides?)\./;

/** What the schema cannot say: claims of two services on one name, names that cannot match, unknown ids. */
export function lintCatalog(catalog: CatalogData): readonly CatalogProblem[] {
  const matcher = createMatcher(catalog);
  const categories = new Set(catalog.categories.map((category) => category.id));
  return [
    ...catalog.services.flatMap((service) =>
      lintService(service, matcher, categories).map((message) => ({ id: service.id, message })),
    ),
    ...doubleClaims(catalog.services),
  ];
}

function lintService(service: Service, matcher: Matcher, categories: ReadonlySet<string>): readonly string[] {
  const problems: string[] = [];
  const check = (holds: boolean, message: string): void => {
    if (!holds) problems.push(message);
  };
  check(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(service.id), 'the id is not lower case words joined with -');
  check(categories.has(service.category), `unknown category ${service.category}`);
  check(!service.purpose.endsWith('.'), 'the purpose ends with a full stop');
  check(hasSignal(service), 'nothing could prove it: no package, import, variable, host, image or rule');
  for (const id of service.wraps ?? NONE) {
    check(matcher.service(id) !== undefined && id !== service.id, `wraps ${id}, which is no other service`);
  }
  for (const name of service.packages?.pypi ?? NONE) {
    check(name === normalisePypi(name), `PyPI name ${name} is not normalised: ${normalisePypi(name)}`);
  }
  for (const name of [...(service.env ?? NONE), ...(service.envHints ?? NONE)]) {
    check(/^(?:\*_)?[A-Za-z0-9]+(?:_(?:\*|[A-Za-z0-9]+))*$/.test(name), `variable ${name}: * stands alone between _`);
    const prefix = PUBLIC_PREFIXES.find((start) => name.startsWith(start));
    check(
      prefix === undefined || !(service.env ?? NONE).includes(name.slice(prefix.length)),
      `variable ${name}: public prefixes are stripped by the matcher`,
    );
  }
  checkPlaces(service, check);
  for (const rule of service.calls ?? NONE) {
    check(rule.is === undefined || rule.argument !== undefined, `call ${rule.callee}: "is" without "argument"`);
  }
  return problems;
}

/** Hosts, images and files, which are compared in one spelling. */
function checkPlaces(service: Service, check: (holds: boolean, message: string) => void): void {
  for (const host of service.hosts ?? NONE) {
    check(host === hostName(host) && host.includes('.') && !host.includes('/'), `host ${host} is not a bare host`);
    check(
      service.paths?.[host] !== undefined || !EMPTY_HOSTS.test(host),
      `host ${host} is for reading, not for calling`,
    );
  }
  for (const image of service.images ?? NONE) {
    check(image === imageName(image), `image ${image} would be looked up as ${imageName(image)}`);
  }
  for (const file of service.configFiles ?? NONE) {
    check(file === file.toLowerCase() && !/^[./]*\//.test(file), `config file ${file} is not a lower case file name`);
  }
}

function hasSignal(service: Service): boolean {
  const lists = [service.env, service.hosts, service.urls, service.images, service.actions, service.workflows];
  const rules = [service.configFiles, service.systemPackages, service.commands, service.settings, service.calls];
  const named = ECOSYSTEMS.flatMap((e) => [service.packages?.[e], service.imports?.[e]]);
  return [...lists, ...rules, ...named].some((list) => (list?.length ?? 0) > 0);
}

/** One name may prove one service alone; what follows from it is told with `wraps`. */
function doubleClaims(services: readonly Service[]): readonly CatalogProblem[] {
  const owners = new Map<string, string>();
  const problems: CatalogProblem[] = [];
  for (const service of services) {
    for (const claim of claimsOf(service)) {
      const owner = owners.get(claim);
      if (owner === undefined) owners.set(claim, service.id);
      else problems.push({ id: service.id, message: `${claim} is claimed by ${owner} as well` });
    }
  }
  return problems;
}

function claimsOf(service: Service): readonly string[] {
  const claims: string[] = [];
  const claim = (kind: string, names: readonly string[] | undefined): void => {
    for (const name of names ?? NONE) claims.push(`${kind} ${name}`);
  };
  claim('id', [service.id]);
  for (const ecosystem of ECOSYSTEMS) {
    claim(`${ecosystem} package`, service.packages?.[ecosystem]);
    claim(`${ecosystem} import`, service.imports?.[ecosystem]);
  }
  claim('variable', service.env);
  claim(
    'host',
    service.hosts?.filter((host) => service.paths?.[host] === undefined),
  );
  // Of a host that several services share, each has paths of its own.
  claim(
    'address',
    Object.entries(service.paths ?? {}).flatMap(([host, paths]) => paths.map((path) => host + path)),
  );
  claim('scheme', service.urls);
  claim('image', service.images);
  claim('action', service.actions);
  claim('workflow', service.workflows);
  claim('config file', service.configFiles);
  claim('system package', service.systemPackages);
  claim('command', service.commands);
  claim(
    'setting',
    service.settings?.map((rule) => `${rule.system ?? ''} ${rule.path}=${rule.value ?? ''}`),
  );
  return claims;
}
