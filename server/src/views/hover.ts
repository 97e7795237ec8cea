import type { Range } from '../model/text';
import type { EnvDeclaration, EnvRead, EnvVariable, Snapshot } from '../model/workspace';
import { missingOf, valueFilesOf } from './env-scope';
import { type LineText, type Position, variableAt } from './variable-at';
import { count, reasonWords, requirementWords } from './words';

export interface HoverText {
  /** The variable's. */
  readonly name: string;
  readonly range: Range;
  readonly markdown: string;
}

/** Turns a place into a link target; the shell knows how its editor wants them. */
export type LinkTo = (path: string, line: number) => string;
/** The target of a link that shows the value which a file gives a variable. */
export type RevealLink = (name: string, path: string) => string;

export interface HoverOptions {
  /** Given where the user wants values to be told of at all: behind a mask that says nothing of them. */
  readonly reveal?: RevealLink;
}

interface Place {
  readonly path: string;
  readonly line: number;
}

const SHOWN_PLACES = 5;
const SHOWN_VALUES = 5;
/** Always as long, whatever is behind it. */
const MASK = '••••••••';

/** What is known of the environment variable at a position of a file, if there is one. */
export function hoverAt(
  snapshot: Snapshot,
  path: string,
  position: Position,
  linkTo: LinkTo,
  text?: LineText,
  options: HoverOptions = {},
): HoverText | undefined {
  const found = variableAt(snapshot, path, position, text);
  if (found === undefined) return undefined;
  const values = options.reveal === undefined ? '' : valuesLine(snapshot, found.variable, path, linkTo, options.reveal);
  const known = hoverText(snapshot, found.variable, linkTo);
  return { name: found.variable.name, range: found.range, markdown: values === '' ? known : `${known}\n\n${values}` };
}

/** All that is known of a variable, as Markdown. */
export function hoverText(snapshot: Snapshot, variable: EnvVariable, linkTo: LinkTo): string {
  const link = ({ path, line }: Place): string => `[${escapeMarkdown(`${path}:${line + 1}`)}](${linkTo(path, line)})`;
  const some = (places: readonly Place[]): string => {
    const rest = places.length - SHOWN_PLACES;
    return places.slice(0, SHOWN_PLACES).map(link).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  };
  const services = variable.integrations.flatMap((id) => {
    const integration = snapshot.integrations.find((known) => known.id === id);
    return integration === undefined ? [] : [`${integration.name} (${integration.purpose})`];
  });
  const declared = variable.declarations.filter(({ commentedOut }) => !commentedOut);
  const commented = variable.declarations.filter(({ commentedOut }) => commentedOut);
  const code = variable.reads.filter(({ test }) => !test);
  const tests = variable.reads.filter(({ test }) => test);
  const lines = [
    `**${variable.name}**${services.length === 0 ? '' : ` · ${services.join(', ')}`}`,
    variable.purpose === undefined ? '' : escapeMarkdown(variable.purpose),
    requirementLine(variable, link),
    defaultsLine(variable, link),
    variable.allowed.length === 0 ? '' : `Allowed: ${variable.allowed.map(code1).join(', ')}`,
    code.length === 0 ? '' : `Read in ${count(code.length, 'place')}: ${some(code)}`,
    tests.length === 0 ? '' : `Read in tests: ${some(tests)}`,
    declared.length === 0 ? 'Declared nowhere in the workspace' : `Declared in ${some(declared)}`,
    commented.length === 0 ? '' : `Commented out in ${some(commented)}`,
    declared.length === 0 ? '' : missingLine(snapshot, variable, linkTo),
    variable.publicPrefix === undefined
      ? ''
      : `Public: the \`${variable.publicPrefix}\` prefix puts it into what users receive`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

/** Why it is required, and by whom, where applications differ. */
function requirementLine(variable: EnvVariable, link: (place: Place) => string): string {
  const words = capitalised(requirementWords(variable));
  if (variable.decidedBy === undefined) return words;
  const reason = `${words}: ${reasonWords(variable.decidedBy)}, ${link(variable.decidedBy)}`;
  const readers = new Set(variable.reads.filter(({ test }) => !test).map(({ application }) => application));
  const asking = variable.applications.filter(({ name }) => readers.has(name));
  if (asking.every(({ required }) => required === variable.required)) return reason;
  const others = asking
    .filter(({ required }) => required !== variable.required)
    .map(({ name, required }) => {
      const status = required === 'production' ? 'required in production' : 'optional';
      return `${status} in ${code1(name)}`;
    });
  return `${reason}; ${others.slice(0, SHOWN_PLACES).join(', ')}`;
}

/** Every default with its first place; a read that has none beside them is worth a word. */
function defaultsLine(variable: EnvVariable, link: (place: Place) => string): string {
  const reads = variable.reads.filter(({ test }) => !test);
  const told = variable.defaults.map((text) => {
    const read = reads.find((one) => one.default === text);
    return `${code1(text)}${read === undefined ? '' : ` at ${link(read)}`}`;
  });
  if (told.length === 0) return '';
  const without = reads.find(isWithout);
  const rest = without === undefined ? '' : `; read without one at ${link(without)}`;
  return `${told.length === 1 ? 'Default:' : 'Defaults differ:'} ${told.join(', ')}${rest}`;
}

function isWithout({ presence, default: text }: EnvRead): boolean {
  return text === undefined && (presence === 'bare' || presence === 'raises');
}

/** The applications that read it and are not told where it comes from. */
function missingLine(snapshot: Snapshot, variable: EnvVariable, linkTo: LinkTo): string {
  const missing = missingOf(snapshot, variable);
  const nowhere = missing.filter(({ undeclared }) => undeclared).map(({ application }) => code1(application));
  const templates = [...new Set(missing.flatMap((one) => one.templates))];
  const parts = [
    ...(nowhere.length === 0 ? [] : [`Not declared for ${nowhere.slice(0, SHOWN_PLACES).join(', ')}`]),
    ...(templates.length === 0
      ? []
      : [
          `Missing from ${templates
            .slice(0, SHOWN_PLACES)
            .map((path) => `[${escapeMarkdown(path)}](${linkTo(path, 0)})`)
            .join(', ')}`,
        ]),
  ];
  return parts.join('; ');
}

/** A mask for each file that gives a value. Nothing is read for it: that a value stands there is known. */
function valuesLine(
  snapshot: Snapshot,
  variable: EnvVariable,
  path: string,
  linkTo: LinkTo,
  reveal: RevealLink,
): string {
  const files = valueFilesOf(snapshot, variable, path);
  const told = files.slice(0, SHOWN_VALUES).map((declaration: EnvDeclaration) => {
    const place = `[${escapeMarkdown(declaration.path)}](${linkTo(declaration.path, declaration.line)})`;
    if (!declaration.hasValue) return `empty in ${place}`;
    return `${MASK} in ${place} ([Reveal](${reveal(variable.name, declaration.path)}))`;
  });
  if (told.length === 0) return '';
  const rest = files.length - SHOWN_VALUES;
  return `Value: ${told.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Inline code, whatever backticks the text holds. */
function code1(text: string): string {
  if (text === '') return '(empty)';
  const clean = text.replace(/\s+/g, ' ').slice(0, 120);
  return clean.includes('`') ? `\`\` ${clean} \`\`` : `\`${clean}\``;
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
