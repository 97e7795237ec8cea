import { valueText } from '../../index/value-text';
import type { Keywords, Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, some } from './markdown';

const MINIMUM_LENGTH = 'django.contrib.auth.password_validation.MinimumLengthValidator';
const SHOWN = 6;

/** How passwords are hashed where the framework decides, and what they must be like. */
export function passwordLines(context: DocumentContext): readonly string[] {
  return [...defaultHashing(context), ...defaultRounds(context), ...validators(context)];
}

/** Django hashes with PBKDF2 unless told otherwise. */
function defaultHashing({ snapshot }: DocumentContext): readonly string[] {
  const settings = factsOf(snapshot, 'setting').filter(({ fact }) => fact.system === 'django');
  if (settings.some(({ fact }) => /^PASSWORD_HASHERS\b/.test(fact.path) && fact.when !== 'test')) return [];
  const users = settings.find(
    ({ fact }) =>
      fact.path === 'INSTALLED_APPS[]' && fact.value.t === 'string' && fact.value.v === 'django.contrib.auth',
  );
  return users === undefined
    ? []
    : [`- Passwords are hashed with PBKDF2, Django's default: the settings name no other (${link(users)})`];
}

function defaultRounds({ snapshot }: DocumentContext): readonly string[] {
  const salts = factsOf(snapshot, 'call').filter(
    ({ fact }) => fact.callee === 'bcrypt.gensalt' && fact.args.length + Object.keys(fact.keywords).length === 0,
  );
  return salts.length === 0
    ? []
    : [`- bcrypt's default rounds (12): ${code('gensalt()')} is given none (${some(salts.map(link), 2)})`];
}

/** `AUTH_PASSWORD_VALIDATORS` with what each is told. */
function validators({ snapshot }: DocumentContext): readonly string[] {
  return factsOf(snapshot, 'setting').flatMap(({ fact, path, line }) => {
    if (fact.path !== 'AUTH_PASSWORD_VALIDATORS' || fact.value.t !== 'list' || fact.when === 'test') return [];
    const texts = fact.value.items.flatMap((item) => (item.t === 'map' ? validatorText(item.entries) : []));
    return texts.length === 0 ? [] : [`- Password rules: ${some(texts, SHOWN)} (${link({ path, line })})`];
  });
}

function validatorText({ NAME, OPTIONS }: Keywords): readonly string[] {
  if (NAME?.t !== 'string') return [];
  const options = OPTIONS?.t === 'map' ? Object.entries(OPTIONS.entries).flatMap(optionText) : [];
  const name = code(NAME.v.slice(NAME.v.lastIndexOf('.') + 1));
  if (NAME.v === MINIMUM_LENGTH && options.length === 0) return [`${name} (8 characters, the default)`];
  return [options.length === 0 ? name : `${name} (${options.join(', ')})`];
}

function optionText([key, value]: readonly [string, Value]): readonly string[] {
  const text = valueText(value);
  return text === undefined ? [] : [code(`${key}: ${text}`)];
}
