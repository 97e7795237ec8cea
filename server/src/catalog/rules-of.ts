/** The rule at a position of a service's list. */
export type RuleOf<R> = (id: string, at: number) => R | undefined;

export type Rules<R> = readonly (readonly [id: string, rule: R])[];

/** The rules that a table names as `id#position`; a service is read when one of its rules is first met. */
export function rulesOf<R>(claims: readonly string[], ruleOf: RuleOf<R>): Rules<R> {
  return claims.flatMap((claim): Rules<R> => {
    const mark = claim.lastIndexOf('#');
    const id = claim.slice(0, mark);
    const rule = ruleOf(id, Number(claim.slice(mark + 1)));
    return rule === undefined ? [] : [[id, rule]];
  });
}
