import { dottedAt } from './source';

/** Says only how something is held, not what it is. */
const WRAPPED = /^(?:\w+\.)?(?:Optional|Annotated|Union|Final|ClassVar)\[([\s\S]*)\]$/;
const OF_THE_LANGUAGE = /^(None|str|int|float|bool|bytes|dict|list|Any)$/;

/** The classes that an annotation names, in its order, without those of the language. */
export function classesIn(annotation: string): readonly string[] {
  const text = annotation.replace(/["']/g, '').trim();
  const wrapped = WRAPPED.exec(text)?.[1];
  const parts = (wrapped ?? text).split(wrapped === undefined ? '|' : /[,|]/);
  return parts.map((part) => dottedAt(part.trim(), 0)).filter((name) => name !== '' && !OF_THE_LANGUAGE.test(name));
}
