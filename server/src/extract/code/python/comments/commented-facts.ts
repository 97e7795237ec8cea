import type { CallFact, EnvReadFact, Fact, ImportedName, ImportFact } from '../../../../model/facts';
import { isPlumbing } from '../calls';
import { type PythonContext, placeAt } from '../context';
import { isEnvName } from '../env/access';
import { textOfDefault } from '../env/default-text';
import { plainString } from '../literals';
import { join, lastName } from '../name-paths';
import { splitTopLevel } from '../parameters';
import { parseImport } from '../parse-import';
import { stringValue } from '../value-of';
import { commentedSettings } from './commented-settings';
import { type CommentedStatement, commentedStatements } from './commented-statements';

/** Words that follow "import" in prose. */
const PROSE =
  /^(modules?|libraries|library|packages?|models?|data|everything|stuff|dependencies|order|statements?|paths?|errors?|here|these|this|it|them|and|the|all|only|as|done|fails?|failed|works?|required|needed|necessary|functions?|classes|routes?|routers?|views?|tests?|files?|settings|config|time|first|later|local|external)$/;

/** What is commented out: only comments that are one whole statement count. */
export function commentedFacts(context: PythonContext): readonly Fact[] {
  const statements = commentedStatements(context);
  if (statements.length === 0) return [];
  const facts: Fact[] = [];
  const imported = new Map<string, { readonly path: string; readonly module: string }>();
  for (const statement of statements) {
    const found = importsIn(context, statement);
    for (const { module, names } of found) for (const name of names) remember(imported, module, name);
    facts.push(...found);
  }
  const rest = statements.filter((statement) => !/^(from|import)\s/.test(statement.text));
  const settings = commentedSettings(context, rest);
  for (const statement of rest) {
    const fact = readIn(context, statement, imported) ?? callIn(context, statement, imported);
    if (fact !== undefined) facts.push(fact);
  }
  return [...facts, ...settings];
}

type Imported = ReadonlyMap<string, { readonly path: string; readonly module: string }>;

function importsIn(context: PythonContext, statement: CommentedStatement): readonly ImportFact[] {
  if (!/^(from|import)\s/.test(statement.text)) return [];
  const parsed = parseImport(statement.text);
  if (parsed === undefined) return [];
  if (parsed.some(({ module, names }) => PROSE.test(module) && names.every((name) => name.name === '*'))) return [];
  return parsed.map((found) => ({
    kind: 'import',
    ...found,
    commentedOut: true,
    ...placeAt(context, statement.start, statement.end),
  }));
}

function remember(
  imported: Map<string, { path: string; module: string }>,
  module: string,
  { name, local }: ImportedName,
): void {
  if (local === '*') return;
  const isPlain = name === '*';
  imported.set(local, {
    module,
    path: isPlain ? (local === module.split('.', 1)[0] ? local : module) : join(module, name),
  });
}

const READ =
  /^(?:[\w.[\]"']+\s*(?::\s*[\w.[\], |]+)?=\s*|["'][\w.-]+["']\s*:\s*)?(?:[\w.]+\()*(os\.environ\.get|os\.getenv|os\.environ\[|(?:env|config)(?:\.\w+)?)(?:\(|(?<=\[))\s*["'](\w+)["']\s*([\s\S]*)$/;

/** What may follow the name: a default, closing brackets, a method, a fallback or a comparison, and no prose. */
const REST = /^(?:\s*,[^)]*)?[)\]]+(?:\.\w+\([^()]*\)|\s+or\s+[\w"'-]+|\s*==\s*["'\w]+|\)|,)*\s*$/;

/** `X = os.environ["X"]` and the like as a whole comment. */
function readIn(context: PythonContext, statement: CommentedStatement, imported: Imported): EnvReadFact | undefined {
  const match = READ.exec(statement.text);
  if (match === null) return undefined;
  const [, written = '', name = '', rest = ''] = match;
  if (!isEnvName(name) || rest.length > 300 || !REST.test(rest)) return undefined;
  const root = written.split('.', 1)[0] ?? '';
  if (root !== 'os' && !isLibrary(context, root, statement.start, imported)) return undefined;
  const given = defaultIn(rest);
  const text = given === undefined ? undefined : plainString(given);
  const shown = text === undefined ? undefined : textOfDefault(name, stringValue(text, name));
  const at = context.text.indexOf(name, statement.start);
  const raises = written.endsWith('[') || root !== 'os';
  return {
    kind: 'envRead',
    name,
    accessor: written.replace('[', ''),
    presence: given !== undefined ? 'default' : raises ? 'raises' : 'bare',
    ...(shown !== undefined && { default: shown }),
    commentedOut: true,
    ...(at !== -1 && at < statement.end
      ? placeAt(context, at, at + name.length)
      : placeAt(context, statement.start, statement.end)),
  };
}

/** Whether a name is that of a library that reads variables, imported by code or by a comment as well. */
function isLibrary(context: PythonContext, root: string, offset: number, imported: Imported): boolean {
  const path = context.names.resolve(root, offset)?.path ?? imported.get(root)?.path ?? '';
  return /^(environ|environs|decouple|starlette\.config)\b/.test(path);
}

/** The second argument, as it is written, where it is a default. */
function defaultIn(rest: string): string | undefined {
  const second = rest.startsWith(',') ? splitTopLevel(rest.slice(1))[0]?.trim() : undefined;
  const given = /^(?:default\s*=\s*)?([\s\S]*?)[)\s]*$/.exec(second ?? '')?.[1] ?? '';
  return given === '' || /^cast\s*=/.test(given) ? undefined : given;
}

const CALL = /^(?:@|(?:[\w.]+\s*(?::\s*[\w.[\], |]+)?=\s*)?(?:await\s+)?)([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\([\s\S]*\)$/;

/** A call of something imported as a whole comment: `sentry_sdk.init(dsn=...)`. */
function callIn(context: PythonContext, statement: CommentedStatement, imported: Imported): CallFact | undefined {
  const callee = CALL.exec(statement.text)?.[1];
  if (callee === undefined) return undefined;
  const root = callee.split('.', 1)[0] ?? '';
  const commented = imported.get(root);
  const resolved = context.names.resolve(callee, statement.start);
  const path = resolved?.path ?? (commented && commented.path + callee.slice(root.length));
  const module = resolved?.module ?? commented?.module;
  if (path === undefined || module === undefined || isPlumbing(module)) return undefined;
  return {
    kind: 'call',
    callee: path,
    module,
    args: [],
    keywords: {},
    commentedOut: true,
    ...(/^_*[A-Z]/.test(lastName(path)) && { construct: true }),
    ...placeAt(context, statement.start, statement.end),
  };
}
