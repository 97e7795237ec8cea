import type { CatalogData, Service } from '../../server/src/catalog/service';

type Count = (service: Service) => number;

/** Makers of many services: each of theirs is a service of its own here, and is told apart in the count. */
const PLATFORMS = [
  'aliyun',
  'aws',
  'azure',
  'cloudflare',
  'firebase',
  'github',
  'google',
  'microsoft',
  'supabase',
  'tencent',
  'twilio',
  'upstash',
  'vercel',
  'yandex',
];

const length = (list: readonly unknown[] | undefined): number => list?.length ?? 0;
const roles = ({ calls = [] }: Service): number => calls.filter(({ role }) => role === 'webhook-signature').length;

const COLUMNS: readonly (readonly [title: string, count: Count])[] = [
  ['npm', ({ packages }) => length(packages?.npm)],
  ['PyPI', ({ packages }) => length(packages?.pypi)],
  ['Hex', ({ packages }) => length(packages?.hex)],
  ['variables', ({ env }) => length(env)],
  ['hosts', ({ hosts }) => length(hosts)],
  ['images', ({ images }) => length(images)],
  ['actions', ({ actions }) => length(actions)],
  ['files and commands', ({ configFiles, commands }) => length(configFiles) + length(commands)],
  ['settings', ({ settings }) => length(settings)],
  ['calls', ({ calls }) => length(calls)],
];

const sum = (services: readonly Service[], count: Count): number =>
  services.reduce((total, service) => total + count(service), 0);
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Whether something besides a package or what code imports gives it away. */
export const hasOtherSignal = (service: Service): boolean =>
  COLUMNS.slice(3).some(([, count]) => count(service) > 0) || length(service.urls) + length(service.workflows) > 0;

export const isOfPlatform = ({ id }: Service): boolean => PLATFORMS.some((name) => id.startsWith(`${name}-`));

/** The page of the documentation that counts what the catalog knows. */
export function coverageOf({ categories, services }: CatalogData): string {
  const external = services.filter(({ type }) => type === 'service');
  const libraries = services.filter(({ type }) => type === 'library');
  const inEcosystem = (ecosystem: 'npm' | 'pypi' | 'hex', list: readonly Service[]): string =>
    number(list.filter(({ packages }) => length(packages?.[ecosystem]) > 0).length);
  const total = (title: string, count: (list: readonly Service[]) => string): string =>
    row(title, count(external), count(libraries), count(services));
  const counted = (title: string, test: (service: Service) => boolean): string =>
    total(title, (list) => number(list.filter(test).length));
  return [
    '# What the catalog knows',
    '',
    'Counted from `server/catalog/` by `test/catalog/coverage.test.ts`; `npm test -- --update` writes this page anew.',
    '',
    'A _service_ lies outside the program: it is reached over a network, or runs beside it. A _library_ runs inside and is',
    'listed because readers ask for it: drivers, ORMs, hashing, HTTP clients. Plain utilities are neither. What a platform',
    'offers counts by service (`aws-s3`, `aws-ses`), as code talks to each of them by itself.',
    '',
    row('', 'services', 'libraries', 'both'),
    row('---', '--:', '--:', '--:'),
    counted('entries', () => true),
    counted('of them part of a platform such as AWS, Azure, Google', isOfPlatform),
    counted('with a signal besides packages and imports', hasOtherSignal),
    total('with an npm package', (list) => inEcosystem('npm', list)),
    total('with a PyPI package', (list) => inEcosystem('pypi', list)),
    total('with a Hex package', (list) => inEcosystem('hex', list)),
    counted('with a check of webhook signatures', (service) => roles(service) > 0),
    counted(
      'with details that the document prints',
      ({ details, settingDetails }) => length(details) + length(settingDetails) > 0,
    ),
    '',
    '## By category and ecosystem',
    '',
    'How many names of each kind the entries of a category claim; patterns such as `STRIPE_*` count once.',
    '',
    row('category', 'services', 'libraries', ...COLUMNS.map(([title]) => title)),
    row('---', '--:', '--:', ...COLUMNS.map(() => '--:')),
    ...categories.map(({ id, title }) =>
      categoryRow(
        title,
        services.filter(({ category }) => category === id),
      ),
    ),
    categoryRow('**All**', services),
    '',
    '## By name',
    '',
    'Libraries are in _italics_.',
    '',
    ...categories.flatMap(({ id, title }) =>
      namesOf(
        title,
        services.filter(({ category }) => category === id),
      ),
    ),
  ].join('\n');
}

function categoryRow(title: string, services: readonly Service[]): string {
  const external = services.filter(({ type }) => type === 'service').length;
  const cells = [external, services.length - external, ...COLUMNS.map(([, count]) => sum(services, count))];
  return row(title, ...cells.map((value) => (value === 0 ? '' : number(value))));
}

function namesOf(title: string, services: readonly Service[]): readonly string[] {
  if (services.length === 0) return [`**${title}**: a project defines its own, see the README.`, ''];
  const names = services
    .map(({ name, type }) => (type === 'library' ? `_${name}_` : name))
    .sort((a, b) => (a.replace('_', '').toLowerCase() < b.replace('_', '').toLowerCase() ? -1 : 1));
  return [`**${title}**: ${names.join(', ')}`, ''];
}
