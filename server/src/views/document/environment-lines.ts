import { groupBy } from '../../index/order';
import { isScriptPath } from '../../index/script-path';
import { HIDDEN } from '../../model/value';
import type { EnvVariable } from '../../model/workspace';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, fileLink, link, plain, shorten, some } from './markdown';
import { NOT_DETECTED } from './section';

const SHOWN_DECLARED = 5;
const SHOWN_OF_SCRIPTS = 5;
/** Above this, variables that one file reads and no comment explains share a line. */
const MANY_OPTIONAL = 20;
const LEAST_SHARED = 3;
/** Nobody reads on: what follows is looked for by name. */
const MOST_LINES = 150;
const MOST_NAMES = 400;
const SHOWN_TEMPLATES = 12;
const MOST_DEFAULT = 60;
const MOST_PURPOSE = 90;
const LEAST_PURPOSE = 12;

/** The variables: required, required in production, optional, then those that only declarations know. */
export function environmentLines(context: DocumentContext): readonly string[] {
  const { env } = context.snapshot;
  const read = env.filter(({ reads }) => reads.some(({ test }) => !test));
  const isRead = new Set(read);
  const declared = env.filter((variable) => !isRead.has(variable) && variable.declarations.length > 0);
  return [
    '## Environment Configuration',
    '',
    ...group(
      context,
      'Required env vars (read without a default)',
      read.filter(({ required }) => required === true),
      true,
    ),
    ...group(
      context,
      'Required in production',
      read.filter(({ required }) => required === 'production'),
    ),
    ...optionalLines(
      context,
      read.filter(({ required }) => required === false),
    ),
    ...declaredLines(context, declared),
    ...secretsLines(context),
  ];
}

function group(
  context: DocumentContext,
  title: string,
  variables: readonly EnvVariable[],
  always = false,
): readonly string[] {
  if (variables.length === 0) return always ? [`### ${title}`, noneText(context), ''] : [];
  const byApplication = [...groupBy(variables, mainApplication)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byApplication.flatMap(([application, members]) => [
    byApplication.length > 1 ? `### ${title}, ${applicationText(application)}` : `### ${title}`,
    ...(context.isCompact ? [`- ${namesText(members)}`] : variableLines(context, members, always)),
    '',
  ]);
}

/** That none is required says more where code reads some. */
function noneText({ snapshot }: DocumentContext): string {
  const isAnyRead = snapshot.env.some(({ reads }) => reads.some(({ test }) => !test));
  return isAnyRead ? '- None: each variable that code reads has a default or may be missing' : NOT_DETECTED;
}

/** Each on a line of its own; of very many optional ones those of which only a name and a default are known by file. */
function variableLines(
  context: DocumentContext,
  variables: readonly EnvVariable[],
  areRequired: boolean,
): readonly string[] {
  const isMany = !areRequired && variables.length > MANY_OPTIONAL;
  const byFile = groupBy(variables.filter(isUnexplained), (variable) => placeOf(variable)?.path ?? '');
  const shared = isMany ? [...byFile].filter(([, members]) => members.length >= LEAST_SHARED) : [];
  const isShared = new Set(shared.flatMap(([, members]) => members));
  const own = variables.filter((variable) => !isShared.has(variable));
  const rest = own.length > MOST_LINES && !context.isFull ? own.slice(MOST_LINES) : [];
  return [
    ...own.slice(0, own.length - rest.length).map((variable) => variableLine(context, variable)),
    ...shared.map(([path, members]) => `- ${fileLink(path)}: ${members.map(shortText).join(', ')}`),
    ...(rest.length === 0 ? [] : [`- Others: ${namesText(rest)}`]),
  ];
}

function namesText(variables: readonly EnvVariable[]): string {
  return some(
    variables.map(({ name }) => code(name)),
    MOST_NAMES,
  );
}

function isUnexplained({ purpose, defaults, allowed, publicPrefix }: EnvVariable): boolean {
  return purpose === undefined && defaults.length < 2 && allowed.length === 0 && publicPrefix === undefined;
}

/** What only scripts read is told by script where there is much of it: it is none of the program's settings. */
function optionalLines(context: DocumentContext, variables: readonly EnvVariable[]): readonly string[] {
  const title = 'Optional env vars';
  const ofScripts = variables.filter(({ reads }) => reads.every(({ path, test }) => test || isScript(path)));
  if (ofScripts.length <= SHOWN_OF_SCRIPTS || context.isCompact) return group(context, title, variables);
  const byFile = [...groupBy(ofScripts, (variable) => placeOf(variable)?.path ?? '')];
  return [
    ...group(
      context,
      title,
      variables.filter((variable) => !ofScripts.includes(variable)),
    ),
    '### Read by scripts alone',
    ...byFile.map(([path, members]) => `- ${fileLink(path)}: ${members.map(shortText).join(', ')}`),
    '',
  ];
}

function isScript(path: string): boolean {
  return isScriptPath(path) || /\.(?:sh|bash|zsh|fish|ps1|bat|cmd)$/.test(path);
}

function shortText(variable: EnvVariable): string {
  const [only, ...others] = variable.defaults;
  const isTold = only !== undefined && only !== '' && others.length === 0;
  return `${code(variable.name)}${isTold ? ` (default: ${defaultSpan(only)})` : ''}`;
}

function defaultSpan(text: string): string {
  if (text === '') return 'empty';
  return text === HIDDEN ? 'stands in code, not shown' : code(shorten(text, MOST_DEFAULT));
}

function placeOf({ decidedBy, reads, declarations }: EnvVariable): { path: string; line: number } | undefined {
  return decidedBy ?? reads.find(({ test }) => !test) ?? declarations[0];
}

/** A root without a name of its own is named by its folder, `.`, which reads like the end of a sentence. */
function applicationText(name: string): string {
  return name === '.' ? 'root folder' : plain(name);
}

function mainApplication(variable: EnvVariable): string {
  return (
    variable.decidedBy?.application ?? variable.reads[0]?.application ?? variable.declarations[0]?.application ?? '.'
  );
}

function variableLine({ snapshot }: DocumentContext, variable: EnvVariable): string {
  const services = variable.integrations.flatMap(
    (id) => snapshot.integrations.find((known) => known.id === id)?.name ?? [],
  );
  const purpose = plain(variable.purpose === undefined ? services.join(', ') : firstSentences(variable.purpose));
  const notes = [
    defaultText(variable),
    variable.allowed.length === 0 ? '' : `one of ${variable.allowed.map(code).join(', ')}`,
    variable.publicPrefix === undefined ? '' : 'public',
  ].filter((note) => note !== '');
  const place = placeOf(variable);
  return `- ${code(variable.name)}${purpose === '' ? '' : ` - ${purpose}`}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}${place === undefined ? '' : ` ${link(place)}`}`;
}

/** As many whole sentences as a line bears, else a cut of the first. */
function firstSentences(text: string): string {
  const whole = text.trim();
  if (whole.length <= MOST_PURPOSE) return whole.replace(/(?<=[^.])\.$/, '');
  const ends = [...whole.slice(0, MOST_PURPOSE + 1).matchAll(/(?<=[^.])\.(?= )|。|[!?！？](?= |$)/g)];
  const end = ends.findLast(({ index }) => isBalanced(whole.slice(0, index)))?.index ?? 0;
  return end < LEAST_PURPOSE ? shorten(whole, MOST_PURPOSE) : whole.slice(0, end);
}

function isBalanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}

function defaultText({ defaults, reads, required }: EnvVariable): string {
  const [only] = defaults;
  if (only === undefined) return '';
  if (defaults.length === 1) return `${required === true ? 'elsewhere default' : 'default'}: ${defaultSpan(only)}`;
  const texts = defaults.map((text) => {
    const place = reads.find((read) => !read.test && read.default === text);
    return place === undefined ? defaultSpan(text) : `${defaultSpan(text)} at ${link(place)}`;
  });
  return `defaults differ: ${texts.join(', ')}`;
}

/** Long lists of what no code reads are told by file: their names are all that matters. */
function declaredLines(context: DocumentContext, variables: readonly EnvVariable[]): readonly string[] {
  const title = 'Declared, not read in code';
  if (variables.length <= SHOWN_DECLARED || context.isCompact) return group(context, title, variables);
  const byFile = [...groupBy(variables, ({ declarations }) => declarations[0]?.path ?? '')];
  return [`### ${title}`, ...byFile.map(([path, members]) => `- ${fileLink(path)}: ${namesText(members)}`), ''];
}

/** Which files hold values, which are templates, and what keeps the former out of the repository. */
function secretsLines({ snapshot }: DocumentContext): readonly string[] {
  const names = snapshot.files.filter(({ path }) => /(^|\/)\.env[^/]*$|\.env$/.test(path)).map(({ path }) => path);
  const ignored = new Set(snapshot.files.filter(({ gitIgnored }) => gitIgnored === true).map(({ path }) => path));
  const templates = names.filter((path) => /example|sample|template|dist$/i.test(path));
  const values = names.filter((path) => !templates.includes(path));
  const ignores = factsOf(snapshot, 'configFile').filter(
    ({ fact }) => fact.name === '.gitignore' && fact.details?.['env'] !== undefined,
  );
  const lines = [
    ...values.map(
      (path) => `- Values: ${fileLink(path)}${ignored.has(path) ? ' (git-ignored)' : ' (not git-ignored)'}`,
    ),
    ...(templates.length === 0
      ? []
      : [`- ${templates.length === 1 ? 'Template' : 'Templates'}: ${some(templates.map(fileLink), SHOWN_TEMPLATES)}`]),
    ...ignores.map(
      ({ fact, path, line }) =>
        `- Kept out of the repository: ${patterns(fact.details?.['env'])} (${link({ path, line })})`,
    ),
  ];
  return lines.length === 0 ? [] : ['### Secrets location', ...lines, ''];
}

function patterns(listed = ''): string {
  return listed.split(', ').map(code).join(', ');
}
