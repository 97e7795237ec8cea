import type { Keywords, Value } from '../../../model/value';
import { either, hideByName, hideKeys, NULL, OTHER, stringValue, timerValue } from './literals';

/** What a call on a module gives, where the module is known well enough; else the call itself. */
export function knownCall(module: string, name: string, args: readonly Value[], keywords: Keywords): Value {
  const first = args[0];
  if (module === ':timer') return timerValue(name, first);
  if (module === 'Application' && /^(get_env|fetch_env!?|compile_env!?)$/.test(name)) {
    return applicationEnv(name, args, keywords);
  }
  if ((module === 'Keyword' || module === 'Map') && /^(get|fetch!)$/.test(name) && first !== undefined) {
    const found = valueAt(first, args[1] ?? OTHER);
    const fallback = args[2];
    return fallback === undefined || fallback.t === 'null' ? found : either([found, fallback]);
  }
  if (module === 'String' && /^(to_integer|to_float|to_atom|to_existing_atom|trim|downcase)$/.test(name)) {
    return first ?? OTHER;
  }
  const callee = `${module}.${name}`;
  return { t: 'call', callee, args: hideKeys(callee, args), keywords };
}

/**
 * A read of the application's configuration: its arguments are the path (`:app`, the key, keys below it), so that they
 * join to the setting's path; a default stands apart.
 */
export function applicationEnv(name: string, args: readonly Value[], keywords: Keywords = {}): Value {
  const [app, key, fallback] = args;
  const path = key?.t === 'list' ? key.items : key === undefined ? [] : [key];
  const given = fallback ?? (Object.keys(keywords).length > 0 ? ({ t: 'map', entries: keywords } as const) : undefined);
  const last = path[path.length - 1];
  const hidden =
    given === undefined ? undefined : hideByName(last?.t === 'ref' ? last.path.replace(/^:/, '') : '', given);
  return {
    t: 'call',
    callee: `Application.${name}`,
    args: app === undefined ? path : [app, ...path],
    keywords: hidden === undefined ? {} : { default: hidden },
  };
}

/** What stands under a key: of a literal, of a name, of a configuration that is read. */
export function valueAt(target: Value, key: Value): Value {
  const name = key.t === 'string' ? key.v : key.t === 'ref' ? key.path.replace(/^:/, '') : undefined;
  if (name === undefined) return OTHER;
  if (target.t === 'map') return Object.hasOwn(target.entries, name) ? (target.entries[name] ?? OTHER) : NULL;
  if (target.t === 'ref' && !target.path.startsWith(':')) return { t: 'ref', path: `${target.path}.${name}` };
  if (target.t === 'call' && target.callee.startsWith('Application.')) {
    // The default was the default of the whole, not of what stands below.
    return { ...target, args: [...target.args, key.t === 'string' ? stringValue(key.v) : key], keywords: {} };
  }
  return OTHER;
}
