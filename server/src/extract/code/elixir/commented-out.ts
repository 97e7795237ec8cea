import type { CallFact, EnvReadFact, Fact, SettingFact } from '../../../model/facts';
import type { Range } from '../../../model/text';
import type { Value } from '../../../model/value';
import type { CallContext } from './calls';
import { lastSegment, readAlias } from './elixir-source';
import { hideByName, numberValue, OTHER, stringValue } from './literals';
import { isStandard } from './stdlib';

interface CommentLine {
  readonly row: number;
  readonly text: string;
  readonly range: Range;
  readonly start: number;
}

const DIRECTIVE =
  /^(alias|import|use|require)\s+([A-Z]\w*(?:\.[A-Z]\w*)*(?:\.\{[\w\s,.]*\})?)(\s*,\s*(?:as|only|except|warn|otp_app|queue|adapter|max_attempts|at|[a-z_]+):\s.*|\s*,\s*:\w+)?$/;
const CALL = /^((?:[A-Z]\w*)(?:\.[A-Z]\w*)*)\.([a-z_]\w*[?!]?)\(.*\)$/;
const CONFIG = /^config[\s(]\s*(:\w+)\s*,\s*(?:([A-Z][\w.]*|:\w+)\s*(?:,\s*|$))?(.*)$/;
const MAX_STATEMENT = 30;

/** Code that stands in comments: directives, whole calls, and `config` statements. Prose is none of these. */
export function readCommentedOut(context: CallContext): readonly Fact[] {
  const lines = commentLines(context);
  const facts: Fact[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    facts.push(...readDirective(context, line), ...readCall(context, line));
    if (!CONFIG.test(line.text)) continue;
    const statement = statementAt(lines, at);
    facts.push(...readConfig(statement));
    at += statement.length - 1;
  }
  return facts;
}

function commentLines(context: CallContext): readonly CommentLine[] {
  const { source } = context;
  return source.comments.map((comment) => {
    const start = comment.startIndex;
    const end = source.text.indexOf('\n', start);
    const raw = source.text.slice(start, end < 0 ? undefined : end).trimEnd();
    const { row, column } = comment.startPosition;
    return {
      row,
      start,
      text: raw.replace(/^#+\s*/, ''),
      range: { line: row, column, endLine: row, endColumn: column + raw.length },
    };
  });
}

function readDirective(context: CallContext, line: CommentLine): readonly Fact[] {
  const match = DIRECTIVE.exec(line.text);
  if (match === null) return [];
  const entries =
    match[1] === 'alias'
      ? readAlias(line.text)
      : [{ full: match[2] ?? '', local: lastSegment(match[2] ?? '') }].filter((entry) => !entry.full.includes('{'));
  return entries.map(({ full, local }) => ({
    kind: 'import',
    module: context.source.names.resolve(full, line.start),
    names: [{ name: '*', local }],
    commentedOut: true,
    range: line.range,
    ...context.source.scopeAt(line.start),
  }));
}

function readCall(context: CallContext, line: CommentLine): readonly CallFact[] {
  const [, written, name] = CALL.exec(line.text) ?? [];
  if (written === undefined || name === undefined) return [];
  const module = context.source.names.resolve(written, line.start);
  // `mix phx.new` leaves examples with the project's own repository in its seeds.
  if (isStandard(module) || /^Logger$|\.Repo$/.test(module) || context.source.names.isOwn(module)) return [];
  return [
    {
      kind: 'call',
      callee: `${module}.${name}`,
      module,
      args: [],
      keywords: {},
      commentedOut: true,
      range: line.range,
      ...context.source.scopeAt(line.start),
    },
  ];
}

/** The lines of a `config` statement: as long as a comma or an open bracket asks for more. */
function statementAt(lines: readonly CommentLine[], from: number): readonly CommentLine[] {
  const statement: CommentLine[] = [];
  let open = 0;
  for (let at = from; at < lines.length && statement.length < MAX_STATEMENT; at += 1) {
    const line = lines[at];
    if (line === undefined || line.row !== (lines[from]?.row ?? 0) + statement.length) break;
    statement.push(line);
    open += nesting(line.text);
    if (open <= 0 && !line.text.endsWith(',')) break;
  }
  return statement;
}

function readConfig(statement: readonly CommentLine[]): readonly Fact[] {
  const [first] = statement;
  const [, app = '', key, rest = ''] = CONFIG.exec(first?.text ?? '') ?? [];
  if (first === undefined || app === '') return [];
  const base = key === undefined ? app : `${app}.${key.replace(/^:/, '')}`;
  // `config :app, :key, value`: everything on one line.
  if (key !== undefined && rest !== '' && !PAIR.test(rest))
    return settingFacts(base, key.replace(/^:/, ''), rest, first);
  let depth = 0;
  return statement.flatMap((line) => {
    const text = line === first ? rest : line.text;
    const [, name, value] = (depth <= 0 ? PAIR.exec(text) : null) ?? [];
    depth += nesting(text);
    return name === undefined || value === undefined ? [] : settingFacts(`${base}.${name}`, name, value, line);
  });
}

const PAIR = /^\[?\s*([a-z_]\w*[?!]?):\s+(.*)$/;

/** How many brackets a line leaves open. */
function nesting(text: string): number {
  return (text.match(/[([{]/g)?.length ?? 0) - (text.match(/[)\]}]/g)?.length ?? 0);
}

function settingFacts(path: string, name: string, text: string, line: CommentLine): readonly Fact[] {
  const value = literal(text);
  if (value.t === 'other') return [];
  const fact = setting(path, hideByName(name, value), line);
  return value.t === 'env' ? [envRead(value, text, path, line), fact] : [fact];
}

function setting(path: string, value: Value, line: CommentLine): SettingFact {
  return { kind: 'setting', system: 'phoenix', path, value, commentedOut: true, range: line.range };
}

const GET_ENV = /^System\.(get_env|fetch_env!)\("([A-Za-z_]\w*)"\)?/;

function envRead(value: Extract<Value, { t: 'env' }>, text: string, path: string, line: CommentLine): EnvReadFact {
  const accessor = `System.${GET_ENV.exec(text)?.[1] ?? 'get_env'}`;
  return {
    kind: 'envRead',
    name: value.name,
    accessor,
    presence: accessor.endsWith('!') ? 'raises' : 'bare',
    commentedOut: true,
    boundTo: path,
    range: line.range,
  };
}

/** A literal at the start of a text; anything longer than one literal is not followed. */
function literal(text: string): Value {
  const env = GET_ENV.exec(text);
  if (env !== null) return { t: 'env', name: env[2] ?? '' };
  const plain = /^(?:"([^"#]*)"|(:\w+)|([A-Z]\w*(?:\.[A-Z]\w*)*)|(-?\d[\d_.]*)|(true|false))\s*,?\]?$/.exec(text);
  if (plain === null) return OTHER;
  const [, string, atom, module, number, truth] = plain;
  if (string !== undefined) return stringValue(string);
  if (atom !== undefined) return { t: 'ref', path: atom };
  if (module !== undefined) return { t: 'ref', path: module };
  if (number !== undefined) return numberValue(number);
  return { t: 'bool', v: truth === 'true' };
}
