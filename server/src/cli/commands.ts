/** One option of a command: a flag, or one that takes a value. */
export interface Option {
  readonly name: string;
  /** What stands for its value in the help; a flag has none. */
  readonly value?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  /** What stands before the folder. */
  readonly argument?: string;
  readonly options: readonly Option[];
}

export const COMMON_OPTIONS: readonly Option[] = [
  {
    name: 'read-all',
    help: 'Parse every file, even where nothing in it speaks for that, and use no cache: the same answer, later',
  },
  { name: 'no-cache', help: 'Read every file anew, and keep nothing for the next time' },
  { name: 'cache', value: 'DIR', help: "Keep what was read in this folder instead of the user's cache folder" },
  { name: 'help', help: 'Show this help' },
  { name: 'version', help: 'Show the version' },
];

export const COMMANDS: readonly Command[] = [
  {
    name: 'scan',
    summary: 'Show which services the code in a folder talks to',
    details: 'Without --json it prints a table for people, and what could not be read on standard error.',
    options: [{ name: 'json', help: 'Print everything as JSON (schemas/scan.schema.json)' }],
  },
  {
    name: 'env',
    summary: 'Show the environment variables of a folder, and what is wrong with them',
    details:
      'Findings below --severity are left out. Severities and what is silenced are set in .integration-atlas.json. ' +
      'Examples: "env . --check" fails in CI when a required variable is declared nowhere; ' +
      '"env . --format sarif" is for code scanning. Exit codes: 0 all is well, 1 --check found something, 2 wrong input.',
    options: [
      { name: 'format', value: 'FORMAT', help: 'table (default), json (schemas/env.schema.json), markdown or sarif' },
      { name: 'severity', value: 'LEVEL', help: 'The least to tell: error, warning (default), information or hint' },
      { name: 'check', help: 'Fail when anything is found' },
    ],
  },
  {
    name: 'explain',
    summary: 'Tell why a service is among the integrations of a folder, or why it is not',
    argument: 'NAME',
    details:
      'NAME is the id or the name of a service, a package, a host or a variable: "explain stripe .". Told are the rules ' +
      'that were met with their places, strongest first, and what looks alike and proves nothing.',
    options: [{ name: 'json', help: 'Print it as JSON' }],
  },
  {
    name: 'generate',
    summary: 'Write INTEGRATIONS.md from the code in a folder',
    details:
      'A document that differs by its date alone is left as it is. SOURCE_DATE_EPOCH fixes the date as --date does. ' +
      'Options stand above the project file. Text between <!-- integration-atlas:keep --> and ' +
      '<!-- integration-atlas:end-keep -->, each alone on its line, is kept.',
    options: [
      { name: 'stdout', help: 'Print the document instead of writing it' },
      { name: 'output', value: 'FILE', help: 'Write there instead of INTEGRATIONS.md in the folder' },
      { name: 'sections', value: 'A,B', help: 'Write these sections alone, by heading' },
      { name: 'links', value: 'STYLE', help: 'relative (default), github or plain: how places are linked' },
      { name: 'length', value: 'LENGTH', help: 'full (default) or compact: how much is told' },
      { name: 'date', value: 'YYYY-MM-DD', help: 'The date that the document carries (default: today)' },
      { name: 'check', help: 'Write nothing; fail with the difference when the document is out of date' },
      { name: 'force', help: 'Replace a file that Integration Atlas did not write' },
    ],
  },
];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
