import type { Fact, LocalCall } from '../../../model/facts';
import { onItsOwn } from '../../on-its-own';
import { type PythonContext, placeAt } from './context';
import { concern } from './parts';
import { type Binding, enclosing, type Scope } from './scope-tree';
import type { CallSite } from './source';

const MOST_CALLS = 500;
const MOST_TEXT = 400;
const MOST_BODY = 6000;
const MOST_STEPS = 3;

/** Calls of functions and methods of the same file, those of objects made of its classes included. */
export function localCallFacts(context: PythonContext): readonly Fact[] {
  const { source } = context;
  if (source.file.role === 'test') return [];
  const calls = new Map<string, LocalCall>();
  for (const { of } of context.parts.each(source.calls, CALLED, (site) => calledAt(context, site))) {
    if (calls.size >= MOST_CALLS) break;
    // Of several calls the last one is told: what stands last is what is left when nothing else fits.
    for (const call of of) calls.set(`${call.from}\n${call.to}`, call);
  }
  return calls.size === 0 ? [] : [{ kind: 'localCalls', calls: [...calls.values()], ...placeAt(context, 0, 0) }];
}

/** What one place calls. */
interface Called {
  readonly of: readonly LocalCall[];
}

const NOTHING: readonly Called[] = [];
const CALLED = concern<Called>(
  ({ of }, lines) => ({ of: of.map((call) => ({ ...call, line: call.line + lines })) }),
  onItsOwn,
);

function calledAt(context: PythonContext, site: CallSite): readonly Called[] {
  const called = calledIn(context, site);
  if (called.length === 0) return NOTHING;
  const { source, names } = context;
  const start = site.node.startIndex;
  const from = names.scopes.pathAt(start) ?? '';
  const line = source.positions.lineAt(start);
  const of = called.flatMap((to): readonly LocalCall[] => (from === to ? [] : [{ from, to, line }]));
  return of.length === 0 ? NOTHING : [{ of }];
}

function calledIn(context: PythonContext, site: CallSite): readonly string[] {
  const { names } = context;
  const resolved = names.memo.callees.get(site);
  if (resolved !== undefined && resolved !== 'local') return [];
  const text = site.root;
  if (text === '' || text.length !== site.text.length) return [];
  const start = site.node.startIndex;
  const parts = text.split('.');
  const [first = '', second = '', third = ''] = parts;
  if (first !== 'self' && first !== 'cls') {
    if (parts.length === 1) return defined(names.lookup(first, start)).map(entryOf);
    return parts.length === 2 ? methods(context, classesOf(context, names.lookup(first, start)), second) : [];
  }
  const owner = enclosing(names.scopes.at(start), 'class');
  if (owner === undefined) return [];
  if (parts.length === 2) return methods(context, [owner], second);
  return parts.length === 3 ? methods(context, classesOf(context, names.attributes(owner, second)), third) : [];
}

/** The functions and classes that a name stands for. */
function defined(bindings: readonly Binding[]): readonly Scope[] {
  return bindings.flatMap((binding) => ('scope' in binding ? [binding.scope] : []));
}

/** Calling a class runs its constructor. */
function entryOf(scope: Scope): string {
  const path = pathOf(scope);
  return scope.kind === 'class' && scope.names.has('__init__') ? `${path}.__init__` : path;
}

function methods({ names }: PythonContext, classes: readonly Scope[], name: string): readonly string[] {
  return classes.flatMap((owner) => defined(names.members(owner, name)).map(pathOf));
}

/** The classes of this file that what is bound to a name may be made of. */
function classesOf(context: PythonContext, bindings: readonly Binding[]): readonly Scope[] {
  const known = context.names.memo.classes;
  return bindings.flatMap((binding): readonly Scope[] => {
    const classes = known.get(binding) ?? classesOfOne(context, binding);
    known.set(binding, classes);
    return classes;
  });
}

function classesOfOne(context: PythonContext, binding: Binding): readonly Scope[] {
  if ('scope' in binding) return binding.scope.kind === 'class' ? [binding.scope] : [];
  if (binding.kind === 'typed') return classesNamed(context, binding.type, binding.at);
  if (binding.kind !== 'value') return [];
  const { startIndex, endIndex } = binding.node.childForFieldName('right') ?? binding.node;
  const written = context.text.slice(startIndex, Math.min(endIndex, startIndex + MOST_TEXT));
  return madeIn(context, written, startIndex, 0);
}

function classesNamed({ names }: PythonContext, type: string, at: number): readonly Scope[] {
  return (type.slice(0, MOST_TEXT).match(/[A-Za-z_]\w*/g) ?? []).flatMap((name) =>
    defined(names.lookup(name, at)).filter(({ kind }) => kind === 'class'),
  );
}

/** Constructions in an expression; a function of this file makes what it returns. */
function madeIn(context: PythonContext, text: string, at: number, steps: number): readonly Scope[] {
  if (steps > MOST_STEPS) return [];
  const { names } = context;
  const owner = enclosing(names.scopes.at(at), 'class');
  return [...text.matchAll(/(?<![\w.])(?:(self|cls)\.)?([A-Za-z_]\w*)\(/g)].flatMap(([, self, name = '']) => {
    const found = self === undefined ? names.lookup(name, at) : names.members(owner, name);
    return defined(found).flatMap((scope) => (scope.kind === 'class' ? [scope] : returned(context, scope, steps)));
  });
}

function returned(context: PythonContext, { start, end }: Scope, steps: number): readonly Scope[] {
  const body = context.text.slice(start, Math.min(end, start + MOST_BODY));
  return [...body.matchAll(/^[ \t]+return[ \t]+([^\n]{1,200})/gm)].flatMap(({ index, 1: value = '' }) =>
    madeIn(context, value, start + index + 1, steps + 1),
  );
}

function pathOf(scope: Scope): string {
  const names: string[] = [];
  for (let one: Scope | undefined = scope; one?.parent !== undefined; one = one.parent) names.unshift(one.name);
  return names.join('.');
}
