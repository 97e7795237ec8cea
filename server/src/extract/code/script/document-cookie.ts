import type { CallFact } from '../../../model/facts';
import { headOf } from '../ranges';
import { type Script, scopeAt } from './script';

/** `document.cookie = ...` stores something in the browser as a call would. */
export function cookieFacts(script: Script): readonly CallFact[] {
  return script.assignments
    .filter(({ name, declares }) => !declares && /^(window\.)?document\.cookie$/.test(name))
    .map(({ target }) => {
      const scope = scopeAt(script, target.startIndex);
      return {
        kind: 'call',
        callee: 'document.cookie',
        module: '',
        args: [],
        keywords: {},
        range: headOf(target),
        ...(scope !== undefined && { scope }),
      };
    });
}
