import type { CallFact, FileFacts } from '../model/facts';
import { importsOf } from './imports-of';
import { type LocalModules, originOf } from './local-modules';

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
    const origin = meaningOf(modules, target, callee.slice(module.length + 1).split('.'));
    if (origin === undefined) break;
    ({ callee, module } = origin);
    path = target;
  }
  return { callee, module };
}

/** What a name of a file and its members stand for, through other names of the file. */
function meaningOf(modules: LocalModules, path: string, names: readonly string[]): ResolvedCall | undefined {
  let [name = '', ...members] = names;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const value = modules.bindingOf(path, name)?.value;
    // `getStripe()` alone makes the client; only what is called on it is a call of the package.
    if (value === undefined || (value.t === 'call' && members.length === 0)) return undefined;
    const origin = originOf(value);
    if (origin === undefined) return undefined;
    const file = modules.file(path);
    const module = moduleOf(file, origin);
    const isOwn = module === undefined && value.t === 'ref' && file?.language !== 'python';
    if (!isOwn) return { callee: [origin, ...members].join('.'), module: module ?? origin.split('.', 1)[0] ?? origin };
    // `export default client`: a name of the file itself, which may be that of a package by chance.
    const [next = '', ...inner] = origin.split('.');
    if (next === name) return undefined;
    name = next;
    members = [...inner, ...members];
  }
  return undefined;
}

/** The import of a file that a resolved name starts at. */
function moduleOf(file: FileFacts | undefined, origin: string): string | undefined {
  let longest = '';
  for (const { module } of file === undefined ? [] : importsOf(file)) {
    if (module.length <= longest.length) continue;
    if (origin === module || origin.startsWith(`${module}.`)) longest = module;
  }
  return longest === '' ? undefined : longest;
}
