import { groupBy } from '../../index/order';
import { isScriptPath } from '../../index/script-path';
import type { Evidence, Integration, PackageUse } from '../../model/integration';
import { isUse } from './carriers';
import type { DocumentContext } from './context';
import { detailLines } from './detail-lines';
import { withLimitedRoutes } from './limited-details';
import { code, link, plain, shorten, some, versionText } from './markdown';
import { optionalText } from './optional-text';
import { overText } from './over-text';
import { reachedByText } from './reached-by';
import { webhookEvents } from './webhook-events';

const SHOWN_USES = 4;
const SHOWN_LIBRARY_USES = 3;
/** Of what so many files use, a few say as much as a handful. */
const USED_EVERYWHERE = 12;
/** And of what is the ground of a whole program, one: any other file shows the same. */
const GROUND_OF_ALL = 60;
const SHOWN_GROUND_USES = 1;
const SHOWN_ENDPOINTS = 6;
const SHOWN_VARIABLES = 12;
const SHOWN_PACKAGES = 6;
const SHOWN_CONFIGURED = 4;
const CONFIGURES = /^(setting|image|config|workflow|action)$/;
/** Steps that make a pipeline's machine ready and say nothing of what the program uses. */
const SET_UP = /^docker\/(?:setup-[\w-]+|metadata-action)@/;
const NOT_IMPORTED = ' (declared, not imported)';

/** One integration as a list item with what is known of it below. */
export function integrationLines(context: DocumentContext, integration: Integration): readonly string[] {
  if (integration.status === 'commented-out') return [commentedOutLine(integration)];
  const carriers = context.carriers(integration);
  const facts = [
    fact('SDK/Client', packagesText(integration)),
    fact('Package', optionalText(context, integration)),
    fact('Through', throughText(integration, carriers)),
    ...variableFacts(context, integration),
    ...detailLines(withLimitedRoutes(context, context.withOwnDetails(integration))),
    fact('Webhook', webhookText(context, integration)),
    fact('Called over', overText(context, integration)),
    fact('Endpoints', endpointsText(integration)),
    fact('Compared with', comparedText(integration)),
    fact('Uses', carriers.length > 0 ? '' : usesText(integration)),
    fact('Reached by', reachedByText(context, integration)),
    fact('Configured', configuredText(integration)),
  ].filter((line) => line !== '');
  return [`- ${plain(integration.name)} - ${plain(integration.purpose)}${statusNote(integration)}`, ...facts];
}

function fact(label: string, text: string): string {
  return text === '' ? '' : `  - ${label}: ${text}`;
}

/** What the reader must not take for use. */
function statusNote(integration: Integration): string {
  const { status, evidence } = integration;
  if (status === 'declared') {
    if (isUsedByName(integration) || isExtra(integration)) return ' (declared)';
    if (integration.packages.length > 0) return NOT_IMPORTED;
    return evidence.every(({ kind }) => kind === 'url') ? ' (by its address only)' : ' (declared only)';
  }
  return evidence.every(({ kind }) => kind === 'env') ? ' (by its variables only)' : '';
}

/** Drivers, servers and what Python's and Elixir's frameworks load by name: no import shows whether they are used. */
function isUsedByName({ category, type, packages }: Integration): boolean {
  if (/^(orm|servers)$/.test(category)) return true;
  return type === 'library' && packages.length > 0 && packages.every(({ ecosystem }) => ecosystem !== 'npm');
}

/** Asked for by another package alone: by its brackets, `passlib[bcrypt]`, or because that one is made of it. */
function isExtra({ packages, evidence }: Integration): boolean {
  return packages.length === 0 && evidence.every(({ kind }) => kind === 'dependency');
}

/** What stands between the program and this: the libraries that use it, or the packages that ask for it. */
function throughText(integration: Integration, carriers: readonly Integration[]): string {
  if (carriers.length > 0) return carriers.map(({ name }) => plain(name)).join(', ');
  if (!isExtra(integration)) return '';
  const groups = [...groupBy(integration.evidence, ({ text }) => text)];
  return some(
    groups.map(([name, places]) => `${code(name)} (${some(places.map(link), 2)})`),
    SHOWN_PACKAGES,
  );
}

function commentedOutLine(integration: Integration): string {
  const packages = integration.packages.map((use) => `${code(use.name)} ${versionText(use.version)}`.trim());
  const places = integration.evidence.map(link);
  return `- ${plain(integration.name)} - commented out, not in use: ${[...new Set([...packages, ...places])].slice(0, 4).join(', ')}`;
}

/** Each package once, with its version and the manifests that ask for it. */
export function packagesText(integration: Integration): string {
  const uses = integration.packages.filter(({ commentedOut }) => commentedOut !== true);
  const groups = [...groupBy(uses, ({ name, version }) => `${name}\n${version}`).values()];
  return some(
    groups.map((group) => `${packageText(group)}${importNote(integration, group)}`),
    SHOWN_PACKAGES,
  );
}

/** A package that a manifest asks for while the code goes another way: over HTTP, or by a neighbour of the package. */
function importNote({ evidence, packages }: Integration, [use]: readonly PackageUse[]): string {
  if (use === undefined || use.group !== 'runtime') return '';
  const inCode = evidence.filter(({ status }) => status !== 'commented-out');
  const imports = inCode.filter(({ kind }) => kind === 'import' || kind === 'call');
  const byName = inCode.some(({ kind }) => kind === 'setting' || kind === 'config' || kind === 'workflow');
  if (imports.length === 0) {
    const isCalled = inCode.some(({ kind, status }) => kind === 'url' && status === 'called');
    return isCalled && !byName ? NOT_IMPORTED : '';
  }
  // Only npm's packages are imported by their own names.
  if (use.ecosystem !== 'npm' || byName || packages.length < 2) return '';
  const isOf = (name: string): boolean =>
    imports.some(({ text }) => text === name || text.startsWith(`${name}/`) || text.startsWith(`${name}.`));
  return isOf(use.name) || !packages.some(({ name }) => isOf(name)) ? '' : NOT_IMPORTED;
}

function packageText(uses: readonly PackageUse[]): string {
  const [first] = uses;
  if (first === undefined) return '';
  const resolved =
    first.resolved !== undefined && !first.version.endsWith(first.resolved)
      ? `, locked ${versionText(first.resolved)}`
      : '';
  return [
    code(first.name),
    `${versionText(first.version)}${resolved}`.replace(/^, /, ''),
    `(${some(uses.map(link), 2)})`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Names that let somebody in: keys, tokens, connection strings. The rest configures. */
function isCredential(name: string): boolean {
  if (/BOT_USERNAME$/.test(name)) return false;
  return (
    /(^|_)(API_?KEY|KEY|KEY_ID|TOKEN|SECRET|SECRET_KEY|PASSWORD|PASSWD|PASS|DSN|CREDENTIALS?|CLIENT_ID|CLIENT_SECRET|USER|USERNAME|WEBHOOK_URL|DATABASE_URL|CONNECTION_STRING|PRIVATE_KEY|PUBLIC_KEY|PUBLISHABLE_KEY|SID|AUTH)$/.test(
      name,
    ) || /^(DATABASE|REDIS|MONGO(DB)?|AMQP|RABBITMQ|POSTGRES)_(URL|URI)$/.test(name)
  );
}

/** What code reads, by what it is for; what only templates and the like name stands apart. */
function variableFacts(context: DocumentContext, { env }: Integration): readonly string[] {
  const isRead = (name: string): boolean => context.variable(name)?.reads.some(({ test }) => !test) === true;
  const read = env.filter(isRead);
  return [
    fact('Auth', variablesText(context, read.filter(isCredential))),
    fact(
      'Variables',
      variablesText(
        context,
        read.filter((name) => !isCredential(name)),
      ),
    ),
    fact(
      'Declared, not read in code',
      variablesText(
        context,
        env.filter((name) => !isRead(name)),
      ),
    ),
  ];
}

function variablesText(context: DocumentContext, names: readonly string[]): string {
  return some(
    names.map((name) => `${code(name)}${requiredNote(context, name)}`),
    SHOWN_VARIABLES,
  );
}

function requiredNote(context: DocumentContext, name: string): string {
  const required = context.variable(name)?.required;
  return required === true ? ' (required)' : required === 'production' ? ' (required in production)' : '';
}

function webhookText({ snapshot }: DocumentContext, integration: Integration): string {
  const checks = integration.evidence.filter(({ role, status }) => role === 'webhook-signature' && status === 'called');
  return checks.length === 0
    ? ''
    : `signature checked in ${some(checks.map(placeText), 3)}${webhookEvents(snapshot).ofIntegration(integration)}`;
}

/** More than a scheme; `stun:host:port` has no slashes. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:(?:\/\/)?[^/]/i;

/** The addresses that are called; holes of a template stand as `{}`. */
function endpointsText(integration: Integration): string {
  const urls = integration.evidence.filter(
    ({ kind, text, status }) => kind === 'url' && ADDRESS.test(text) && status !== 'test-only' && status !== 'declared',
  );
  // A detail such as a base URL tells its address already.
  const told = new Set(integration.details.map(({ text, path, line }) => `${text}\n${path}\n${line}`));
  const groups = [...groupBy(urls, ({ text }) => text).values()]
    .flatMap(([first]) => first ?? [])
    .filter(({ text, path, line }) => !told.has(`${text}\n${path}\n${line}`));
  return some(
    groups.map((place) => `${code(shorten(place.text, 100))} (${placeText(place)})`),
    SHOWN_ENDPOINTS,
  );
}

/** Addresses that code knows only to tell others from them. */
function comparedText({ status, evidence }: Integration): string {
  const urls = evidence.filter(({ kind, status: own }) => kind === 'url' && own === 'declared');
  return status === 'declared' && urls.length === evidence.length
    ? some(
        urls.map((place) => `${code(shorten(place.text, 100))} (${placeText(place)})`),
        SHOWN_ENDPOINTS,
      )
    : '';
}

/** One place a file, calls before imports: where a reader would start. */
function usesText(integration: Integration): string {
  const uses = integration.evidence.filter(isUse);
  const byFile = [...groupBy(uses, ({ path }) => path).values()].map(
    (places) => places.find(({ status }) => status === 'called') ?? places[0],
  );
  const places = byFile
    .filter((place) => place !== undefined)
    .sort(
      (a, b) =>
        Number(b.status === 'called') - Number(a.status === 'called') ||
        Number(isScriptPath(a.path)) - Number(isScriptPath(b.path)),
    );
  const isEverywhere = places.length > USED_EVERYWHERE || integration.type === 'library';
  const shown = isEverywhere ? SHOWN_LIBRARY_USES : SHOWN_USES;
  return some(places.map(placeText), places.length > GROUND_OF_ALL ? SHOWN_GROUND_USES : shown);
}

/** What the lines above tell already is left out: places of settings, pipelines, the steps that every pipeline has. */
function configuredText({ id, type, details, evidence }: Integration): string {
  const told = new Set(details.map(({ path, line }) => `${path}:${line}`));
  // That a library is in use is seen where it is used.
  const isSeen = type === 'library' && evidence.some(isUse);
  const places = evidence.filter(
    ({ kind, status, path, line, text }) =>
      status === 'configured' &&
      CONFIGURES.test(kind) &&
      !(kind === 'setting' && (isSeen || told.has(`${path}:${line}`))) &&
      !(id === 'github-actions' && (kind === 'workflow' || kind === 'action')) &&
      !(kind === 'action' && SET_UP.test(text)),
  );
  const byFile = [...groupBy(places, ({ path, text }) => `${path}\n${text}`).values()].flatMap(
    ([place]) => place ?? [],
  );
  const telling = byFile.filter(({ path }) => !path.endsWith('.dockerignore'));
  return some(
    (telling.length > 0 ? telling : byFile).map(
      (place) => `${place.kind === 'image' || place.kind === 'action' ? `${code(place.text)} ` : ''}${link(place)}`,
    ),
    SHOWN_CONFIGURED,
  );
}

function placeText(place: Evidence): string {
  return `${link(place)}${place.scope === undefined ? '' : ` in ${code(place.scope)}`}`;
}
