import { COMMANDS, COMMON_OPTIONS, type Command, type Option } from './commands';

export function globalHelp(): string {
  return `Integration Atlas: a map of everything your code talks to.

Usage: integration-atlas <command> [DIR] [options]

Commands:
${table(COMMANDS.map(({ name, argument, summary }) => [[name, argument].filter(Boolean).join(' '), summary]))}

Options:
${table(COMMON_OPTIONS.map(row))}

"integration-atlas <command> --help" tells the options of a command.
Exit codes: 0 all is well, 1 a check failed, 2 the command or its input is wrong.
`;
}

export function commandHelp({ name, argument, summary, details, options }: Command): string {
  return `${summary}.

Usage: integration-atlas ${[name, argument].filter(Boolean).join(' ')} [DIR] [options]

DIR is the folder to read, by default the current one. ${details}

Options:
${table([...options, ...COMMON_OPTIONS].map(row))}
`;
}

function row({ name, value, help }: Option): readonly [string, string] {
  return [`--${name}${value === undefined ? '' : ` ${value}`}`, help];
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`).join('\n');
}
