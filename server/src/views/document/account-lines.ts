import { groupBy } from '../../index/order';
import type { AccountRuleFact } from '../../model/facts';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, some } from './markdown';

const SHOWN = 3;
const IS_FORM =
  /\.(?:tsx|jsx|vue|svelte)$|(^|\/)(?:client|frontend|web|mobile|pages|components|hooks|scripts?|cli)(?:\/|\.\w+$)/;
const SHOWN_TYPES = 10;

/** Kinds of characters by the expression that asks for them. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\[(?:A-Za-z|a-zA-Z)\]\+?$/, 'a letter'],
  [/^(?:\[0-9\]|\\d|\[\\d\])\+?$/, 'a digit'],
  [/^\[A-Z\]\+?$/, 'a capital letter'],
  [/^\[a-z\]\+?$/, 'a small letter'],
  [
    /^\[\^(?:a-zA-Z|A-Za-z)(?:0-9|\\d)\s*(?:\\s)?\]\+?$|^\[(?![\^A-Za-z0-9])[^\w\]]*(?:\\.[^\w\]]*)*\]\+?$|^\[\^\\w(?:\\s)?\]$|^\\W$/,
    'a special character',
  ],
];

/** What a password must be like, where the program itself asks. */
export function passwordRuleLines({ snapshot }: DocumentContext): readonly string[] {
  const rules = factsOf(snapshot, 'accountRule').filter(({ fact }) => fact.about !== 'user type');
  // A form only asks earlier for what the server asks for anyway.
  const onServer = rules.filter(({ path }) => !IS_FORM.test(path));
  const byFile = [...groupBy(onServer.length > 0 ? onServer : rules, ({ path }) => path).values()];
  const texts = groupBy(
    byFile.flatMap((places) => {
      const text = rulesText(places.map(({ fact }) => fact));
      const [first] = places;
      return text === '' || first === undefined ? [] : [{ text, place: link(first) }];
    }),
    ({ text }) => text,
  );
  return [...texts].map(
    ([text, places]) =>
      `- Passwords need ${text} (${some(
        places.map(({ place }) => place),
        SHOWN,
      )})`,
  );
}

function rulesText(rules: readonly AccountRuleFact[]): string {
  const lengths = rules.filter(({ about }) => about === 'password length').map(({ value }) => value);
  // Of several lengths in one file nobody can tell which one is asked for.
  const length = new Set(lengths).size === 1 ? [`at least ${lengths[0]} characters`] : [];
  const kinds = rules.flatMap(({ about, value }) =>
    about === 'password pattern' ? (KINDS.find(([pattern]) => pattern.test(value))?.[1] ?? []) : [],
  );
  return [...new Set([...length, ...kinds])].join(', ');
}

/** The types of users that code gives or asks for. */
export function userTypeLines({ snapshot }: DocumentContext): readonly string[] {
  const types = factsOf(snapshot, 'accountRule').filter(({ fact }) => fact.about === 'user type');
  const first = new Map<string, Placed<'accountRule'>>();
  for (const type of types) if (!first.has(type.fact.value)) first.set(type.fact.value, type);
  if (first.size < 2) return [];
  return [
    `- User types: ${some(
      [...first].map(([name, place]) => `${code(name)} (${link(place)})`),
      SHOWN_TYPES,
    )}`,
  ];
}
