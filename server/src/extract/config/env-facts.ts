import type { EnvDeclarationFact, EnvReadFact, Fact } from '../../model/facts';
import type { Range } from '../../model/text';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf } from '../data/data';
import { defaultText } from '../redact';
import { isSecretValue } from '../secret-value';
import { type Interpolation, interpolationsIn, withDefaults } from './interpolations';
import { urlFacts } from './url-facts';

export type Source = EnvDeclarationFact['source'];

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Every process has these; a file that sets one tells nothing about the program. */
const PLUMBING = new Set(
  'PATH HOME USER SHELL PWD OLDPWD TERM IFS LD_LIBRARY_PATH DEBIAN_FRONTEND PS1 GITHUB_TOKEN GITHUB_ENV GITHUB_PATH'.split(
    ' ',
  ),
);

/** Whether a text can be the name of a variable. */
export function isName(name: string): boolean {
  return name.length <= 100 && NAME.test(name);
}

/** Whether a text can be the name of a variable that is worth telling. */
export function isEnvName(name: string): boolean {
  return isName(name) && !PLUMBING.has(name);
}

/** Whether a value stands there by itself: `${X}` alone only passes another one on, `${ssm:/x}` finds one elsewhere. */
export function standsByItself(value: string): boolean {
  return withDefaults(value, (written) => (/^\$\{?\w+(:?[-?+=].*)?\}?$/.test(written) ? '' : written)).trim() !== '';
}

/** The read that an interpolation is. */
export function interpolationRead(one: Interpolation, accessor: string, range: Range): EnvReadFact {
  return {
    kind: 'envRead',
    name: one.name,
    accessor,
    presence: one.presence,
    ...(one.fallback !== undefined && { default: defaultText(one.name, one.fallback) }),
    range,
  };
}

/** The reads between two places of a text. */
export function interpolationReads(
  parsed: Parsed,
  start: number,
  end: number,
  accessor: string,
): readonly EnvReadFact[] {
  return interpolationsIn(parsed.text, start, end)
    .filter((one) => isEnvName(one.name))
    .map((one) => interpolationRead(one, accessor, parsed.range(one.start, one.end)));
}

/**
 * The declarations of an `environment:` in any of its forms: a map, a list of `NAME=value` and `NAME`, a list of maps
 * with `name` or `key` and a value. Addresses in the values are told as well, without their credentials.
 */
export function envDeclarations(parsed: Parsed, data: Data | undefined, source: Source): readonly Fact[] {
  if (data?.t === 'map') {
    return entriesOf(data).flatMap((entry) =>
      declare(parsed, source, entry.key, entry.keyStart, entry.keyEnd, entry.value),
    );
  }
  if (data?.t !== 'list') return [];
  return itemsOf(data).flatMap((item) => {
    if (item.t === 'map') {
      const name = at(item, 'name') ?? at(item, 'key') ?? at(item, 'variable');
      return name === undefined ? [] : declare(parsed, source, textOf(name) ?? '', name.start, name.end, item);
    }
    const text = textOf(item) ?? '';
    const name = text.split('=', 1)[0] ?? '';
    const value = text.slice(name.length + 1);
    return [
      ...declaration(parsed, source, name, item.start, item.start + name.length, standsByItself(value)).map((fact) =>
        isSecretValue(name, value) ? { ...fact, secretShape: true } : fact,
      ),
      ...urlFacts(parsed.text, item.start + name.length + 1, item.end, parsed.range),
    ];
  });
}

function declare(
  parsed: Parsed,
  source: Source,
  name: string,
  start: number,
  end: number,
  value: Data,
): readonly Fact[] {
  const literal = value.t === 'map' ? at(value, 'value') : value;
  const text = literal?.t === 'scalar' ? literal.text : '';
  const secret = isSecret(value, text);
  return [
    ...declaration(parsed, source, name, start, end, secret || standsByItself(text), secret).map((fact) =>
      !secret && isSecretValue(name, text) ? { ...fact, secretShape: true } : fact,
    ),
    ...(literal?.t === 'scalar' ? urlFacts(parsed.text, literal.start, literal.end, parsed.range) : []),
  ];
}

export function declaration(
  parsed: Pick<Parsed, 'range'>,
  source: Source,
  name: string,
  start: number,
  end: number,
  hasValue: boolean,
  secret = false,
): readonly EnvDeclarationFact[] {
  if (!isEnvName(name)) return [];
  return [
    {
      kind: 'envDeclaration',
      name,
      source,
      hasValue,
      ...(secret && { secret: true }),
      range: parsed.range(start, end),
    },
  ];
}

/** `valueFrom: secretKeyRef`, `sync: false`, `generator: secret`, `${{ secrets.X }}`: kept in a store, not in the file. */
function isSecret(value: Data, text: string): boolean {
  if (/\$\{\{[^}]*\bsecrets\./.test(text)) return true;
  if (value.t !== 'map') return false;
  return (
    at(value, 'valueFrom', 'secretKeyRef') !== undefined ||
    at(value, 'fromDatabase') !== undefined ||
    textOf(at(value, 'sync')) === 'false' ||
    textOf(at(value, 'generateValue')) === 'true' ||
    textOf(at(value, 'generator')) === 'secret' ||
    textOf(at(value, 'type')) === 'SECRET'
  );
}
