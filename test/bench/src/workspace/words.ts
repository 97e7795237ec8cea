import type { Random } from './random';

/** What business code speaks of. */
const THINGS =
  'order invoice customer product basket shipment voucher refund payment address warehouse supplier category review profile account contract ticket project member report booking schedule lesson course recipe vehicle device reading meter tariff campaign audience channel message thread comment attachment policy claim quote asset budget expense salary shift visit patient'.split(
    ' ',
  );
const VERBS =
  'create update remove find list count merge split assign cancel confirm archive restore validate compute apply collect resolve prepare publish sort filter group export import summarise compare schedule approve reject'.split(
    ' ',
  );
const FIELDS =
  'name title status total amount currency quantity position reference note created_at updated_at due_date owner weight price rate discount label colour priority comment source target region language score level active visible'.split(
    ' ',
  );

export interface Words {
  readonly thing: () => string;
  readonly verb: () => string;
  readonly field: () => string;
  readonly sentence: () => string;
}

export function wordsOf(random: Random): Words {
  const thing = (): string => random.pick(THINGS);
  const verb = (): string => random.pick(VERBS);
  const field = (): string => random.pick(FIELDS);
  const sentence = (): string =>
    `${pascal(verb())} the ${field().replace('_', ' ')} of each ${thing()} that the ${thing()} of the ${thing()} names.`;
  return { thing, verb, field, sentence };
}

/** `due_date` as `DueDate`. */
export function pascal(word: string): string {
  return word
    .split(/[_-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** `due_date` as `dueDate`. */
export function camel(word: string): string {
  const whole = pascal(word);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
}
