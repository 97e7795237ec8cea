import type { SyntaxNode } from '../../../../syntax/node';
import { table } from '../../../table';
import { type Arguments, readArguments } from '../arguments';
import { plainString } from '../literals';
import type { Resolved } from '../names';
import type { CallSite } from '../source';
import type { Access } from './access';
import { castName } from './casts';

/** Methods of django-environ's and environs' `Env` that read a variable, and the type they give. */
const ENV_METHODS = table({
  __call__: '',
  str: 'str',
  unicode: 'str',
  bytes: 'bytes',
  bool: 'bool',
  int: 'int',
  float: 'float',
  decimal: 'decimal',
  json: 'json',
  list: 'list',
  tuple: 'list',
  dict: 'dict',
  set: 'list',
  url: 'url',
  path: 'path',
  db: 'url',
  db_url: 'url',
  dj_db_url: 'url',
  cache: 'url',
  cache_url: 'url',
  dj_cache_url: 'url',
  email: 'url',
  email_url: 'url',
  dj_email_url: 'url',
  search_url: 'url',
  channels: 'url',
  channels_url: 'url',
  get_value: '',
  datetime: 'datetime',
  date: 'date',
  time: 'time',
  timedelta: 'timedelta',
  uuid: 'uuid',
  log_level: 'log level',
  enum: 'enum',
});
/** The variables that django-environ reads when it is given no name. */
const IMPLIED = table({
  db: 'DATABASE_URL',
  db_url: 'DATABASE_URL',
  cache: 'CACHE_URL',
  cache_url: 'CACHE_URL',
  email: 'EMAIL_URL',
  email_url: 'EMAIL_URL',
  search_url: 'SEARCH_URL',
  channels: 'CHANNELS_URL',
  channels_url: 'CHANNELS_URL',
});
/** Paths of plain readers: what happens without the variable, and which argument is the default. */
export const PLAIN = table<{ readonly missing: Access['missing']; readonly accessor: string }>({
  'os.getenv': { missing: 'none', accessor: 'os.getenv' },
  'os.getenvb': { missing: 'none', accessor: 'os.getenvb' },
  'os.environ.get': { missing: 'none', accessor: 'os.environ.get' },
  'os.environb.get': { missing: 'none', accessor: 'os.environb.get' },
  'os.environ.pop': { missing: 'raises', accessor: 'os.environ.pop' },
  'os.environ.setdefault': { missing: 'raises', accessor: 'os.environ.setdefault' },
  'os.environ.__getitem__': { missing: 'raises', accessor: 'os.environ' },
  'starlette.config.environ.get': { missing: 'none', accessor: 'starlette.config.environ.get' },
  'dotenv.dotenv_values.get': { missing: 'none', accessor: 'dotenv_values' },
});

/** A callee as reads see it: resolved, or a name that a settings module got by a star import. */
export type Callee = Pick<Resolved, 'path' | 'made'>;

/** The variable that a call reads, if its callee is a known accessor. */
export function callAccess(site: CallSite, callee: Callee, text: string): Access | undefined {
  const { path } = callee;
  const plain = PLAIN[path];
  if (plain !== undefined) {
    const args = readArguments(site.args, text);
    const nameNode = args.positional[0] ?? args.keywords.get('key');
    if (nameNode === undefined) return undefined;
    return { node: site.node, nameNode, ...plain, ...defaultOf(args.positional[1] ?? args.keywords.get('default')) };
  }
  if (path === 'dotenv.get_key') {
    const nameNode = readArguments(site.args, text).positional[1];
    return nameNode && { node: site.node, nameNode, accessor: 'dotenv.get_key', missing: 'none' };
  }
  const decouple = /^(?:decouple\.config|(?:decouple\.(?:Auto)?Config)\.(?:__call__|get)|prettyconf\.config)$/;
  if (decouple.test(path) && (callee.made || path.endsWith('.config'))) {
    const args = readArguments(site.args, text);
    return libraryAccess(site, args, 'config', args.positional[1], args.positional[2], text, ['option', 'item']);
  }
  if (/^starlette\.config\.Config\.(?:__call__|get)$/.test(path)) {
    const args = readArguments(site.args, text);
    return libraryAccess(site, args, 'Config', args.positional[2], args.positional[1], text, ['key']);
  }
  const method = /^environ\.(?:Env|FileAwareEnv)\.(\w+)$/.exec(path)?.[1];
  if (method !== undefined && callee.made) return envMethod(site, method, 'django-environ', text);
  const environs = /^(?:environs|envparse)\.(?:Env|env|EnvError|FileAwareEnv)(?:\.(\w+))?$/.exec(path);
  if (environs !== null && (callee.made || /^(?:environs|envparse)\.env/.test(path))) {
    return envMethod(site, environs[1] ?? '__call__', 'environs', text);
  }
  if (path === 'functools.partial') return partialAccess(site, text);
  if (/^(dj_database_url|dj_email_url|django_cache_url)\.config$/.test(path)) return urlAccess(site, path, text);
  return optionAccess(site, path, text);
}

/** `partial(os.environ.get, "X")`. */
function partialAccess(site: CallSite, text: string): Access | undefined {
  const args = readArguments(site.args, text);
  const [first, nameNode] = args.positional;
  const plain = /^(?:os\.)?(?:environ\.get|getenv)$/.test(first?.text ?? '') ? PLAIN['os.getenv'] : undefined;
  if (plain === undefined || first === undefined || nameNode === undefined) return undefined;
  const accessor = first.text.startsWith('os.') ? first.text : `os.${first.text}`;
  return {
    node: site.node,
    nameNode,
    ...plain,
    accessor,
    ...defaultOf(args.positional[2] ?? args.keywords.get('default')),
  };
}

const URL_NAMES = table({
  dj_database_url: 'DATABASE_URL',
  dj_email_url: 'EMAIL_URL',
  django_cache_url: 'CACHE_URL',
});

/** `dj_database_url.config(default="sqlite:///db")`: without the variable and a default there is no database, no error. */
function urlAccess(site: CallSite, path: string, text: string): Access | undefined {
  const args = readArguments(site.args, text);
  const nameNode = args.positional[0] ?? args.keywords.get('env');
  const impliedName = URL_NAMES[path.slice(0, path.indexOf('.'))] ?? 'DATABASE_URL';
  return {
    node: site.node,
    accessor: path,
    missing: 'none',
    cast: 'url',
    ...(nameNode === undefined ? { impliedName } : { nameNode }),
    ...defaultOf(args.positional[1] ?? args.keywords.get('default')),
  };
}

/** `env("X")` where `env` comes from another module of the project: django-environ's manner is certain enough. */
export function conventionalAccess(site: CallSite, method: string, text: string): Access | undefined {
  const access = envMethod(site, method, 'unknown', text);
  const name = access?.nameNode === undefined ? undefined : plainString(access.nameNode.text);
  return name !== undefined && /^[A-Z][A-Z0-9_]+$/.test(name) ? access : undefined;
}

function envMethod(site: CallSite, method: string, library: string, text: string): Access | undefined {
  const type = ENV_METHODS[method];
  if (type === undefined) return undefined;
  const args = readArguments(site.args, text);
  const accessor = method === '__call__' ? 'env' : `env.${method}`;
  const nameNode = args.positional[0] ?? args.keywords.get('var') ?? args.keywords.get('name');
  const impliedName = nameNode === undefined && library === 'django-environ' ? IMPLIED[method] : undefined;
  if (nameNode === undefined && impliedName === undefined) return undefined;
  const djangoOrder = library === 'django-environ' && /^(__call__|list|tuple|dict|get_value)$/.test(method);
  const defaultNode = args.keywords.get('default') ?? args.positional[djangoOrder ? 2 : 1];
  const castNode = args.keywords.get('cast') ?? (djangoOrder ? args.positional[1] : undefined);
  const cast = type === '' ? castNode && castName(castNode.text) : type;
  const allowed = choicesOf(args.keywords.get('validate') ?? args.keywords.get('choices'));
  return {
    node: site.node,
    accessor,
    missing: 'raises',
    ...(nameNode && { nameNode }),
    ...(impliedName !== undefined && { impliedName }),
    ...defaultOf(defaultNode),
    ...(cast !== undefined && cast !== '' && { cast }),
    ...(allowed && { allowed }),
  };
}

function libraryAccess(
  site: CallSite,
  args: Arguments,
  accessor: string,
  defaultNode: SyntaxNode | undefined,
  castNode: SyntaxNode | undefined,
  text: string,
  nameKeys: readonly string[],
): Access | undefined {
  const nameNode =
    args.positional[0] ?? nameKeys.map((key) => args.keywords.get(key)).find((node) => node !== undefined);
  if (nameNode === undefined) return undefined;
  const written = args.keywords.get('cast') ?? castNode;
  const cast = written && castName(text.slice(written.startIndex, written.endIndex));
  const allowed = choicesOf(written);
  return {
    node: site.node,
    nameNode,
    accessor,
    missing: 'raises',
    ...defaultOf(args.keywords.get('default') ?? defaultNode),
    ...(cast !== undefined && { cast }),
    ...(allowed && { allowed }),
  };
}

/** `@click.option("--x", envvar="X")`, `typer.Option(..., envvar=["A", "B"])`. */
function optionAccess(site: CallSite, path: string, text: string): Access | undefined {
  const root = path.split('.', 1)[0] ?? '';
  if (!/^(click|typer|asyncclick|rich_click|cloup|configargparse|cyclopts)$/.test(root)) return undefined;
  const args = readArguments(site.args, text);
  const envvar = args.keywords.get('envvar') ?? args.keywords.get(root === 'configargparse' ? 'env_var' : 'env_var_');
  if (envvar === undefined) return undefined;
  const annotated = root === 'typer' ? annotatedParameter(site.node) : undefined;
  const first = root === 'typer' && annotated === undefined ? args.positional[0] : annotated?.defaultNode;
  const defaultNode = args.keywords.get('default') ?? (first?.type === 'ellipsis' ? undefined : first);
  const isBare = annotated !== undefined && annotated.defaultNode === undefined;
  const isArgument =
    path.endsWith('.argument') && defaultNode === undefined && args.keywords.get('required')?.type !== 'false';
  const required = args.keywords.get('required')?.type === 'true' || first?.type === 'ellipsis' || isBare || isArgument;
  const type = args.keywords.get('type');
  const allowed = choicesOf(type);
  const cast = type && castName(type.text);
  return {
    node: site.node,
    nameNode: envvar,
    accessor: path,
    missing: required ? 'raises' : 'none',
    ...(required ? {} : (defaultOf(defaultNode) ?? {})),
    ...(!required && defaultNode === undefined && { hasDefault: true }),
    ...(allowed && { allowed }),
    ...(cast !== undefined && { cast }),
  };
}

/** `a: Annotated[str, typer.Option(envvar="A")] = "d"`: the parameter holds the default, or there is none. */
function annotatedParameter(call: SyntaxNode): { readonly defaultNode?: SyntaxNode } | undefined {
  let current: SyntaxNode = call;
  for (let i = 0; i < 8; i++) {
    const parent = current.parent;
    if (parent === null) return undefined;
    if (parent.type === 'typed_parameter') return {};
    if (parent.type === 'typed_default_parameter') {
      const value = parent.childForFieldName('value');
      if (value === null || value.id === current.id) return undefined;
      return { defaultNode: value };
    }
    current = parent;
  }
  return undefined;
}

function defaultOf(node: SyntaxNode | undefined): { defaultNode: SyntaxNode; hasDefault: true } | undefined {
  return node === undefined || node.text.endsWith('NOTSET') ? undefined : { defaultNode: node, hasDefault: true };
}

/** The words of `Choice(["a", "b"])`, `OneOf([...])`, `Literal["a", "b"]`. */
function choicesOf(node: SyntaxNode | undefined): readonly string[] | undefined {
  return node === undefined ? undefined : allowedWords(node.text);
}

export function allowedWords(text: string): readonly string[] | undefined {
  const inner = /(?:Choices?|OneOf|Literal)\s*[[(]([\s\S]*)[\])]/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const words = [...inner.matchAll(/"([^"\n]{1,60})"|'([^'\n]{1,60})'/g)].map((match) => match[1] ?? match[2] ?? '');
  return words.length === 0 ? undefined : words.slice(0, 50);
}
