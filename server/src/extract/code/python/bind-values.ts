import type { Binding, ScopeTree } from './scope-tree';
import { bind, enclosing } from './scope-tree';
import type { PythonSource } from './source';
import { dottedAt } from './source';

/** Binds the names of a file that are given values, each in the scope that it belongs to. */
export function bindValues(source: PythonSource, scopes: ScopeTree): void {
  bindNamedAs(source, scopes);
  bindAssignments(source, scopes);
}

/** What `with` and `except` name, and what loops go through. */
function bindNamedAs({ text, asPatterns, loops }: PythonSource, scopes: ScopeTree): void {
  for (const node of asPatterns) {
    const isWith = node.parent?.type === 'with_item';
    const value = node.namedChild(0);
    const target = node.namedChild(1);
    if (value === null || target === null) continue;
    const name = dottedAt(text, target.startIndex);
    const at = node.startIndex;
    bindTarget(scopes, name, at, isWith ? { kind: 'value', at, node: value, from: 'as' } : { kind: 'unknown', at });
  }
  for (const node of loops) {
    const end = text.indexOf(' in ', node.startIndex);
    const names = text.slice(node.startIndex, end === -1 ? node.startIndex : Math.min(end, node.startIndex + 200));
    for (const name of names.match(/[A-Za-z_]\w*/g) ?? []) {
      bindTarget(scopes, name, node.startIndex, { kind: 'unknown', at: node.startIndex });
    }
  }
}

function bindAssignments(source: PythonSource, scopes: ScopeTree): void {
  const globals = new Set(
    source.globals.map((node) => {
      const scope = enclosing(scopes.at(node.startIndex), 'function');
      return `${scope?.start}:${dottedAt(source.text, node.startIndex)}`;
    }),
  );
  for (const { target, node } of [...source.assigns, ...source.walruses]) {
    if (target === '') continue;
    const at = node.startIndex;
    const scope = scopes.at(at);
    const isGlobal = globals.size > 0 && globals.has(`${scope.start}:${target}`);
    const binding: Binding = { kind: 'value', at, node, from: 'assignment' };
    if (isGlobal) bind(scopes.module.names, target, binding);
    else bindTarget(scopes, target, at, binding);
  }
}

function bindTarget(scopes: ScopeTree, target: string, at: number, binding: Binding): void {
  const scope = scopes.at(at);
  if (!target.includes('.')) {
    if (target !== '') bind(scope.names, target, binding);
    return;
  }
  const attribute = /^(?:self|cls)\.(\w+)$/.exec(target)?.[1];
  const owner = attribute === undefined ? undefined : enclosing(scope, 'class');
  if (attribute !== undefined && owner !== undefined) bind(owner.attributes, attribute, binding);
}
