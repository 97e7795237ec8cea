import type { CallFact } from '../../../../model/facts';
import type { PythonContext } from '../context';
import { plainString } from '../literals';
import type { CallSite } from '../source';
import { textOfDefault } from './default-text';
import { surroundingsOf } from './surroundings';

/** What the code around a call does with its result, where a function of another file is given a variable's name. */
export function useOfCall(context: PythonContext, site: CallSite): CallFact['use'] {
  const first = site.args.namedChild(0);
  const name = first?.type === 'string' ? plainString(first.text) : undefined;
  if (name === undefined || !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$|^[A-Z]{2,}$/.test(name)) return undefined;
  const { raises, guarded, compared, fallback, cast } = surroundingsOf(site.node, name, context.text);
  const text = fallback === undefined ? undefined : textOfDefault(name, context.values.of(fallback, name));
  const presence =
    fallback !== undefined ? 'default' : raises ? 'raises' : guarded ? 'guarded' : compared ? 'compared' : 'bare';
  return {
    presence,
    ...(text !== undefined && { default: text }),
    ...(cast !== undefined && cast !== 'str' && { cast }),
  };
}
