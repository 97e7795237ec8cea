import type { EnvReadFact, Fact } from '../../../../model/facts';
import { hasWord } from '../../scan';
import { readArguments } from '../arguments';
import { type PythonContext, placeAt } from '../context';
import { plainString } from '../literals';
import type { CallSite } from '../source';
import { castName } from './casts';
import { textOfDefault } from './default-text';

/** One command of a click program: its options read variables that begin with the program's prefix. */
interface Command {
  readonly function: string;
  /** What the command adds to the prefix; nothing for the one that has it. */
  readonly part: string;
  /** The group that it belongs to. */
  readonly group: string | undefined;
}

/** Options whose variables are named by `auto_envvar_prefix`: `--api-key` of `hello` is `MYTOOL_HELLO_API_KEY`. */
export function clickPrefixFacts(context: PythonContext): readonly Fact[] {
  const { source } = context;
  if (!hasWord('auto_envvar_prefix', source.file)) return [];
  const decorators = source.decorators.flatMap((site) => {
    const call = source.calls.find((found) => found.node.startIndex === site.node.startIndex + 1);
    return call === undefined ? [] : [{ call, name: site.decorates }];
  });
  const commands = new Map(
    decorators.flatMap(({ call, name }) => {
      const command = commandOf(context, call, name);
      return command === undefined ? [] : [[name, command] as const];
    }),
  );
  return decorators.flatMap(({ call, name }) => {
    if (context.names.resolve(call.text, call.node.startIndex)?.path !== 'click.option') return [];
    const prefix = prefixOf(context, commands, name);
    return prefix === undefined ? [] : optionFact(context, call, prefix);
  });
}

function commandOf(context: PythonContext, call: CallSite, name: string): Command | undefined {
  const path = context.names.resolve(call.text, call.node.startIndex)?.path;
  const own = /^(\w+)\.(?:command|group)$/.exec(call.text);
  const isClick = path === 'click.command' || path === 'click.group';
  if (!isClick && own === null) return undefined;
  const given = readArguments(call.args, context.text).positional[0];
  const part = (given === undefined ? undefined : plainString(given.text)) ?? name.replaceAll('_', '-');
  return { function: name, part, group: isClick ? undefined : own?.[1] };
}

function prefixOf(
  context: PythonContext,
  commands: ReadonlyMap<string, Command>,
  name: string,
  depth = 0,
): string | undefined {
  const escaped = name.replace(/\W/g, '');
  const called = new RegExp(`(?<![\\w.])${escaped}\\([^()]{0,200}\\bauto_envvar_prefix\\s*=\\s*["'](\\w+)["']`);
  const stated = called.exec(context.text)?.[1] ?? contextSettings(context, name);
  if (stated !== undefined) return stated;
  const command = commands.get(name);
  if (command?.group === undefined || depth > 5) return undefined;
  const above = prefixOf(context, commands, command.group, depth + 1);
  return above === undefined ? undefined : `${above}_${command.part.replace(/-/g, '_').toUpperCase()}`;
}

/** `@click.group(context_settings={"auto_envvar_prefix": "MYTOOL"})`, also through a constant. */
function contextSettings(context: PythonContext, name: string): string | undefined {
  for (const site of context.source.decorators) {
    if (site.decorates !== name) continue;
    const call = context.source.calls.find((found) => found.node.startIndex === site.node.startIndex + 1);
    if (call === undefined) continue;
    const given = readArguments(call.args, context.text).keywords.get('context_settings');
    const settings = given?.type === 'identifier' ? context.names.constant(given.text, given.startIndex) : given;
    const prefix = /["']?auto_envvar_prefix["']?\s*[:=]\s*["'](\w+)["']/.exec(settings?.text.slice(0, 1000) ?? '');
    if (prefix !== null) return prefix[1];
  }
  return undefined;
}

function optionFact(context: PythonContext, call: CallSite, prefix: string): readonly EnvReadFact[] {
  const args = readArguments(call.args, context.text);
  if (args.keywords.has('envvar') || args.keywords.get('allow_from_autoenv')?.type === 'false') return [];
  const written = args.positional.flatMap((node) => plainString(node.text) ?? []);
  const plain = written.find((each) => !each.startsWith('-'));
  const long = written.filter((each) => each.startsWith('--')).sort((a, b) => b.length - a.length)[0];
  const option = plain ?? (long ?? written[0])?.replace(/^-+/, '').split(/\s*\/\s*/, 1)[0];
  if (option === undefined) return [];
  const name = `${prefix}_${option.replace(/-/g, '_').toUpperCase()}`;
  const required = args.keywords.get('required')?.type === 'true';
  const given = args.keywords.get('default');
  const text = given === undefined ? undefined : textOfDefault(name, context.values.of(given, name));
  const type = args.keywords.get('type');
  const cast = type === undefined ? undefined : castName(type.text);
  const { startIndex } = call.node;
  return [
    {
      kind: 'envRead',
      name,
      accessor: 'click.option',
      presence: required ? 'raises' : 'default',
      ...placeAt(context, startIndex, call.node.endIndex),
      ...(text !== undefined && !required && { default: text }),
      ...(cast !== undefined && cast !== 'str' && { cast }),
    },
  ];
}
