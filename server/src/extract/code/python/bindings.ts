import type { Fact } from '../../../model/facts';
import { type PythonContext, placeAt } from './context';
import { enclosing } from './scope-tree';

/** Names that a module binds at its top, and what configuration classes bind in their bodies. */
export function bindingFacts(context: PythonContext): readonly Fact[] {
  const facts: Fact[] = [];
  const { source, names, values } = context;
  for (const site of source.assigns) {
    if (site.target === '' || site.target.includes('.')) continue;
    const start = site.node.startIndex;
    const scope = names.scopes.at(start);
    if (scope.kind === 'function') continue;
    const prefix = scope.kind === 'class' ? `${scope.name}.` : '';
    if (
      prefix !== '' &&
      (enclosing(scope, 'function') !== undefined || !/(Config|Settings|Configuration)\w*\.$/.test(prefix))
    ) {
      continue;
    }
    const right = site.node.childForFieldName('right');
    if (right === null) continue;
    const value = values.of(right, site.target);
    if (value.t === 'other') continue;
    facts.push({
      kind: 'binding',
      name: prefix + site.target,
      value,
      exported: !site.target.startsWith('_'),
      ...placeAt(context, start, start + site.target.length),
    });
  }
  return facts;
}
