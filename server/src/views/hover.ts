import type { Range } from '../model/text';
import type { EnvVariable, Snapshot } from '../model/workspace';
import { type LineText, type Position, variableAt } from './variable-at';
import { count, reasonWords, requirementWords } from './words';

export interface HoverText {
  readonly range: Range;
  readonly markdown: string;
}

/** Turns a place into a link target; the shell knows how its editor wants them. */
export type LinkTo = (path: string, line: number) => string;

const SHOWN_PLACES = 5;

/** What is known of the environment variable at a position of a file, if there is one. */
export function hoverAt(
  snapshot: Snapshot,
  path: string,
  position: Position,
  linkTo: LinkTo,
  text?: LineText,
): HoverText | undefined {
  const found = variableAt(snapshot, path, position, text);
  return found && { range: found.range, markdown: hoverText(snapshot, found.variable, linkTo) };
}

/** All that is known of a variable, as Markdown. */
export function hoverText(snapshot: Snapshot, variable: EnvVariable, linkTo: LinkTo): string {
  const link = ({ path, line }: { readonly path: string; readonly line: number }): string =>
    `[${escapeMarkdown(`${path}:${line + 1}`)}](${linkTo(path, line)})`;
  const some = (places: readonly { readonly path: string; readonly line: number }[]): string => {
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
    defaultsLine(variable),
    variable.allowed.length === 0 ? '' : `Allowed: ${variable.allowed.map(code1).join(', ')}`,
    code.length === 0 ? '' : `Read in ${count(code.length, 'place')}: ${some(code)}`,
    tests.length === 0 ? '' : `Read in tests: ${some(tests)}`,
    declared.length === 0 ? 'Declared nowhere in the workspace' : `Declared in ${some(declared)}`,
    commented.length === 0 ? '' : `Commented out in ${some(commented)}`,
    variable.publicPrefix === undefined
      ? ''
      : `Public: the \`${variable.publicPrefix}\` prefix puts it into what users receive`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function requirementLine(
  variable: EnvVariable,
  link: (place: { readonly path: string; readonly line: number }) => string,
): string {
  const words = requirementWords(variable);
  const head = words.charAt(0).toUpperCase() + words.slice(1);
  if (variable.decidedBy === undefined) return head;
  return `${head}: ${reasonWords(variable.decidedBy)}, ${link(variable.decidedBy)}`;
}

function defaultsLine(variable: EnvVariable): string {
  if (variable.defaults.length === 0) return '';
  if (variable.defaults.length === 1) return `Default: ${code1(variable.defaults[0] ?? '')}`;
  return `Defaults differ: ${variable.defaults.map(code1).join(', ')}`;
}

/** Inline code, whatever backticks the text holds. */
function code1(text: string): string {
  if (text === '') return '(empty)';
  const clean = text.replace(/\s+/g, ' ').slice(0, 120);
  return clean.includes('`') ? `\`\` ${clean} \`\`` : `\`${clean}\``;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
