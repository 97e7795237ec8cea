import type { CallFact, FileFacts } from '../model/facts';
import { constructed, type LocalModules } from './local-modules';

export interface ResolvedCall {
  /** The callee with names of local modules followed to the package behind them. */
  readonly callee: string;
  /** The package or module that it starts at. */
  readonly module: string;
}

/** How many local modules a name is followed through: a client re-exported by an index file is two. */
const MAX_HOPS = 3;

/**
 * Follows a call on something imported from a local module (`import { stripe } from "../lib/stripe"`) to the package
 * that the name is bound to there. A call that starts at a package comes back as it is.
 */
export function resolveCall(modules: LocalModules, file: FileFacts, call: CallFact): ResolvedCall {
  let { callee, module } = call;
  let path = file.path;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const target = module === '' ? undefined : modules.fileOf(path, module, file.language);
    if (target === undefined || !callee.startsWith(`${module}.`)) break;
    const [name = '', ...members] = callee.slice(module.length + 1).split('.');
    const binding = modules.bindingOf(target, name);
    if (binding === undefined) break;
    const { value } = binding;
    // `getStripe()` alone makes the client; only what is called on it is a call of the package.
    if (value.t === 'call' && members.length === 0) break;
    const origin = constructed(value) ?? (value.t === 'ref' ? value.path : undefined);
    if (origin === undefined) break;
    callee = [origin, ...members].join('.');
    module = moduleOf(modules.file(target), origin);
    path = target;
  }
  return { callee, module };
}

/** The import of a file that a resolved name starts at; its first part where no import says. */
function moduleOf(file: FileFacts | undefined, origin: string): string {
  let longest = '';
  for (const fact of file?.facts ?? []) {
    if (fact.kind !== 'import' || fact.module.length <= longest.length) continue;
    if (origin === fact.module || origin.startsWith(`${fact.module}.`)) longest = fact.module;
  }
  return longest === '' ? (origin.split('.', 1)[0] ?? origin) : longest;
}
