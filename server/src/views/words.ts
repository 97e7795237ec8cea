import type { EnvRead, EnvVariable } from '../model/workspace';

/** `required`, `optional`, `required in production`, `not read`: in a few words. */
export function requirementWords(variable: EnvVariable): string {
  if (variable.required === true) return 'required';
  if (variable.required === 'production') return 'required in production';
  if (variable.reads.length === 0) return 'declared, not read in code';
  if (variable.reads.every(({ test }) => test)) return 'read in tests only';
  return 'optional';
}

const REASONS: Readonly<Record<EnvRead['presence'], string>> = {
  raises: 'the program stops without it',
  bare: 'read without a default',
  default: 'a default is given',
  guarded: 'the code asks first whether it is set',
  compared: 'only compared or tested',
  passed: 'handed on as it is, present or not',
};

/** Why the deciding read makes the variable what it is. */
export function reasonWords(read: EnvRead): string {
  return REASONS[read.presence];
}

/** `1 place`, `3 places`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
