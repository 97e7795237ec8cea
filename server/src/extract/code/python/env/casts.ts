/** Functions that turn a variable's text into something else, by their last name. */
const CASTS: Readonly<Record<string, string>> = {
  int: 'int',
  float: 'float',
  bool: 'bool',
  str: 'str',
  list: 'list',
  tuple: 'list',
  set: 'list',
  frozenset: 'list',
  Csv: 'list',
  CommaSeparatedStrings: 'list',
  loads: 'json',
  literal_eval: 'literal',
  safe_load: 'yaml',
  strtobool: 'bool',
  str2bool: 'bool',
  str_to_bool: 'bool',
  parse_bool: 'bool',
  to_bool: 'bool',
  Decimal: 'decimal',
  Path: 'path',
  PurePath: 'path',
  URL: 'url',
  Secret: 'str',
  SecretStr: 'str',
  UUID: 'uuid',
  urlparse: 'url',
  b64decode: 'base64',
  timedelta: 'timedelta',
};

/** The type that a cast function or a `cast=` argument gives; undefined for one that is not known. */
export function castName(written: string): string | undefined {
  const text = written.trim();
  const name = /^[\w.]*?(\w+)\s*(?:\(|\[|$)/.exec(text)?.[1];
  if (name !== undefined && Object.hasOwn(CASTS, name)) return CASTS[name];
  if (!text.startsWith('lambda')) return undefined;
  if (/\.split\(/.test(text)) return 'list';
  if (/\.lower\(\)|==|\bin\b/.test(text)) return 'bool';
  return undefined;
}

/** The type of an annotation: `int`, `list[str] | None`, `Optional[PostgresDsn]`. */
export function annotationCast(annotation: string): string | undefined {
  const text = annotation.replace(/\s/g, '').replace(/["']/g, '');
  const union = /^(?:\w+\.)?Union\[(?:None,([\w.]+)|([\w.]+),None)\]$/.exec(text);
  const inner = union?.[1] ?? union?.[2] ?? /^(?:\w+\.)?(?:Optional|Annotated|Final)\[(.*)\]$/.exec(text)?.[1] ?? text;
  const name = /^(?:\w+\.)*(\w+)/.exec(inner.replace(/^None\|/, ''))?.[1] ?? '';
  if (/^(str|SecretStr|EmailStr)$/.test(name)) return undefined;
  if (/^(int|PositiveInt|NonNegativeInt|conint)$/.test(name)) return 'int';
  if (/^(float|PositiveFloat|NonNegativeFloat)$/.test(name)) return 'float';
  if (/^(bool|StrictBool)$/.test(name)) return 'bool';
  if (/^(list|List|set|Set|tuple|Tuple|Sequence|frozenset)$/.test(name)) return 'list';
  if (/^(dict|Dict|Mapping|Json)$/.test(name)) return 'json';
  if (/(Dsn|Url)$/.test(name)) return 'url';
  if (/(Path|DirectoryPath|FilePath)$/.test(name)) return 'path';
  if (name === 'timedelta') return 'timedelta';
  return undefined;
}
