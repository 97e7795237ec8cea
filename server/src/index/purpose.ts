import type { EnvDeclaration } from '../model/workspace';

/** Comments of code that go on about what happens there, and not about the variable that happens to be read there. */
const NARRATES =
  /^(?:and|or|but|if|else|then|otherwise|when|unless|because|only|also|now|for now|this|these|we|in (?:production|development|dev|prod|tests?)|fall ?back|check|try|use|call|send|create|build|return|ensure|validate|determine|handle|skip|verify|initiali[sz]e|register|append|add|remove|convert|parse|override|see|note|hack|todo)\b|\b(?:from|based on|via) (?:the )?env/i;

/** Templates explain best, then other declarations, then code, where its comment is about the variable. */
export function purposeOf(
  comments: readonly (string | undefined)[],
  declarations: readonly EnvDeclaration[],
): string | undefined {
  const templates = declarations.filter(({ path }) => /example|sample|template/i.test(path));
  const declared = [...templates, ...declarations].flatMap(({ comment }) => comment ?? []);
  return declared.find(isAbout) ?? comments.find((text) => text !== undefined && isAbout(text) && !NARRATES.test(text));
}

/** Whoever writes a template or a comment knows what the program does without. */
export function isSaidOptional(
  comments: readonly (string | undefined)[],
  declarations: readonly EnvDeclaration[],
): boolean {
  const said = [...declarations.map(({ comment }) => comment), ...comments];
  return said.some(
    (text) =>
      text !== undefined && /\boptional\b|可选/i.test(text) && !/\brequired\b|\bnot optional\b|必填|必需/i.test(text),
  );
}

/** A colon at the end announces something else, and `or ...` goes on with what stands before it. */
function isAbout(text: string): boolean {
  return !/[:：]$/.test(text.trimEnd()) && !/^(?:or|and|but) |^\W*(?:optional|required)\W*$/i.test(text);
}
