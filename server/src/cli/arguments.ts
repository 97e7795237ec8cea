import { parseArgs } from 'node:util';
import { COMMANDS, COMMON_OPTIONS, type Command, commandNamed, type Option } from './commands';
import { UsageError } from './environment';
import { nearest } from './nearest';

export interface Arguments {
  readonly command?: Command;
  /** What stands before the folder, where the command wants something. */
  readonly name?: string;
  /** The folder as given. */
  readonly dir: string;
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** Reads the arguments behind the program's name, or tells which one is wrong and what may have been meant. */
export function readArguments(argv: readonly string[]): Arguments {
  const all = [...COMMON_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)];
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      all.map(({ name, value }) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const) }]),
    ),
  });
  const positionals = tokens.filter((token) => token.kind === 'positional').map(({ value }) => value);
  const [name, ...others] = positionals;
  const command = name === undefined ? undefined : commandNamed(name);
  const given = command?.argument === undefined ? undefined : others.shift();
  const [dir = '.', ...rest] = others;
  if (name !== undefined && command === undefined)
    throw unknown(
      'command',
      name,
      COMMANDS.map((known) => known.name),
    );
  if (rest.length > 0) throw new UsageError(`One folder at a time: what is "${rest[0]}" for?`);

  const known = [...(command?.options ?? []), ...COMMON_OPTIONS];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const rawName = token.rawName === '-h' ? '--help' : token.rawName;
    const option = known.find((candidate) => `--${candidate.name}` === rawName);
    if (option === undefined)
      throw unknown(
        'option',
        rawName,
        known.map((candidate) => `--${candidate.name}`),
      );
    readOption(option, token.value, flags, values);
  }
  if (command?.argument !== undefined && given === undefined && !flags.has('help')) {
    throw new UsageError(`${command.name} needs a ${command.argument}: integration-atlas ${command.name} stripe .`);
  }
  return { ...(command && { command }), ...(given !== undefined && { name: given }), dir, flags, values };
}

function readOption(option: Option, value: string | undefined, flags: Set<string>, values: Map<string, string>): void {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`--${option.name} takes no value.`);
    flags.add(option.name);
    return;
  }
  if (value === undefined || value === '') throw new UsageError(`--${option.name} needs a value: ${option.value}.`);
  if (values.has(option.name)) throw new UsageError(`--${option.name} is given twice.`);
  values.set(option.name, value);
}

function unknown(what: string, name: string, known: readonly string[]): UsageError {
  const meant = nearest(name, known);
  const hint = meant === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return new UsageError(`Unknown ${what} ${name}. ${hint}`);
}
